"""Notebooks: what is Python in their cells is checked as Jupyter would run it, and written back where it stood."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import nbformat
import pytest
from click.testing import CliRunner, Result

from shapelint import check_paths
from shapelint.cli import main
from shapelint.finding import Finding

BAD = "torch.zeros(2, 3) @ torch.zeros(4, 5)"
SARIF = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json").read_text())


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args: str, code: int | None = None) -> Result:
    result = CliRunner().invoke(main, args)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert code is None or result.exit_code == code, result.output
    return result


def write(*cells: str, name: str = "nb.ipynb", **metadata: Any) -> Path:
    """A notebook of code cells as Jupyter writes it, a heading before them."""
    v4 = nbformat.v4
    book = v4.new_notebook(metadata=metadata)
    book.cells = [v4.new_markdown_cell("# Models"), *map(v4.new_code_cell, cells)]
    nbformat.write(book, name)
    return Path(name)


def found(path: Path = Path("nb.ipynb")) -> list[Finding]:
    result = check_paths([path])
    assert not result.problems
    return list(result.findings)


def places(path: Path = Path("nb.ipynb")) -> list[tuple[int | None, int, int]]:
    return [(f.cell, f.span.line, f.span.column) for f in found(path)]


def test_a_place_is_a_cell_and_a_line_of_it_and_cells_share_their_names() -> None:
    write(
        "import torch\nx = torch.zeros(2, 3)", "# what is next\n\nw = torch.zeros(4, 5)\ny = x @ w"
    )
    (finding,) = found()
    assert finding.place == "nb.ipynb:cell 3:4:5"
    assert [(s.cell, s.line, s.expression) for s in finding.trace] == [
        (2, 2, "torch.zeros(2, 3)"),
        (3, 3, "torch.zeros(4, 5)"),
    ]


MAGICS = {
    "line magics": "%matplotlib inline\n%load_ext autoreload\n@",
    "commands": "!pip install torch\nfiles = !ls *.pt\n!!ls\n@",
    "a command over lines": "!pip install \\\n    torch \\\n    einops\n@",
    "help": "?torch\ntorch.zeros?\ntorch??\n@",
    "assigned magics": "a, b = %timeit -o 1\nx = %env HOME\n@",
    "within blocks": "if True:\n    %time f()\n    !ls\nelse:\n    x = !ls\n@",
    "a per cent sign that goes on": "n = (7\n% 3)\ns = 'a=%d' % n\n@",
    "within strings": 's = """\n%time\n!ls\nwhat?\n"""\n@',
    "comments": "# what?\nx = 1  # it's !\n@",
    "await": "import asyncio\nawait asyncio.sleep(1)\nasync with a() as b:\n    pass\n@",
    "a cell magic for Python": "%%time\n@",
    "several of them": "\n%%capture out\n%%prun -q\n@",
    "a timed statement": "%time y = @",
    "a timed expression": "%timeit -n 10 -r3 @",
    "an indented cell": "    y = 1\n    @",
    "prompts": ">>> y = 1\n>>> for i in range(1):\n...     @",
    "prompts of IPython": "In [1]: y = 1\nIn [2]: @",
    "a semicolon": "@;",
}  # fmt: skip


@pytest.mark.parametrize("name", MAGICS)
def test_what_ipython_understands_is_no_fault_and_moves_nothing(name: str) -> None:
    text = MAGICS[name].replace("@", BAD)
    write("import torch", text)
    before = text[: text.index(BAD)]
    line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
    assert places() == [(3, line, column)]


@pytest.mark.parametrize(
    "magic", ["%%bash", "%%writefile model.py", "%%html", "%%sql db", "%%python2"]
)
def test_a_cell_in_another_language_is_left_out(magic: str) -> None:
    write("import torch", f"{magic}\nif [ -f x ]; then {BAD}; fi\n(", BAD)
    assert places() == [(4, 1, 1)]


def test_what_a_magic_binds_is_unknown() -> None:
    write(
        "import torch\nx = torch.zeros(2, 3)\nw = torch.zeros(4, 5)",
        "%%capture x\nprint(1)",
        "x @ w",
        "%%timeit\nw = torch.zeros(7, 7)",
        "torch.zeros(2, 3) @ w",
    )
    assert places() == []


def test_a_script_that_is_run_leaves_its_names(project: Path) -> None:
    (project / "setup_model.py").write_text("import torch\nx = torch.zeros(2, 3)\n")
    write("import torch\n%run setup_model.py", "x @ torch.zeros(4, 5)")
    assert places() == [(3, 1, 1)]


def test_modules_beside_a_notebook_are_imported(project: Path) -> None:
    (project / "work").mkdir()
    (project / "work" / "net.py").write_text("from torch import nn\n\nHEAD = nn.Linear(9, 4)\n")
    write("import torch\nfrom net import HEAD\nHEAD(torch.zeros(2, 8))", name="work/nb.ipynb")
    assert [f.name for f in found(Path("work/nb.ipynb"))] == ["linear-in-features"]


def test_a_cell_that_is_no_python_is_one_problem_and_the_others_are_checked() -> None:
    write("import torch", "x = 1\ndef broken(:\n    pass", BAD, "y = (", ")")
    result = check_paths(["nb.ipynb"])
    assert [(p.cell, p.line) for p in result.problems] == [(3, 2), (5, 1), (6, 1)]
    assert [f.place for f in result.findings] == ["nb.ipynb:cell 4:1:1"]
    shown = run("nb.ipynb", "--format", "concise", code=2).output
    assert shown.startswith("nb.ipynb:cell 3:2:12: cannot check: invalid syntax\n")


def test_a_cell_that_is_to_fail_is_not_reported() -> None:
    path = write("import torch", BAD, BAD)
    book = json.loads(path.read_text())
    book["cells"][2]["metadata"]["tags"] = ["raises-exception"]
    path.write_text(json.dumps(book))
    assert places() == [(4, 1, 1)]
    book["cells"][2]["metadata"] = {"vscode": {"languageId": "sql"}}
    path.write_text(json.dumps(book))
    assert places() == [(4, 1, 1)]


@pytest.mark.parametrize(
    ("metadata", "checked"),
    [
        ({}, True),
        ({"language_info": {"name": "python", "version": "3.12"}}, True),
        ({"kernelspec": {"name": "python3", "display_name": "3", "language": "python"}}, True),
        ({"language_info": {"name": "R"}}, False),
        ({"kernelspec": {"name": "julia", "display_name": "J", "language": "julia"}}, False),
    ],
)
def test_a_notebook_of_another_language_is_none_of_ours(
    metadata: dict[str, Any], checked: bool
) -> None:
    write("import torch", f"x <- 1\n{BAD}" if not checked else BAD, **metadata)
    assert bool(found()) == checked


def test_the_format_before_this_one() -> None:
    cells = [
        {"cell_type": "heading", "source": "Models", "level": 1},
        {
            "cell_type": "code",
            "language": "python",
            "input": ["import torch\n", "w = 9"],
            "outputs": [],
        },
        {"cell_type": "code", "language": "python", "input": f"x = 1\n{BAD}", "outputs": []},
    ]
    book = {
        "nbformat": 3,
        "metadata": {},
        "worksheets": [{"cells": cells[:2]}, {"cells": cells[2:]}],
    }
    Path("nb.ipynb").write_text(json.dumps(book))
    assert places() == [(3, 2, 1)]
    run("nb.ipynb", "--add-ignores", code=0)
    after = json.loads(Path("nb.ipynb").read_text())
    assert after["worksheets"][1]["cells"][0]["input"].endswith("# shapelint: ignore[inner-size]")


NOT_A_NOTEBOOK = {
    "import torch": "Expecting value",
    '{"cells": [': "Expecting",
    "[1, torch]": "Expecting",
    '["torch import"]': "no JSON object",
    '{"import": "torch"}': "no cells",
    '{"cells": "import torch"}': "cells of the notebook are no list",
    '{"cells": ["import torch"]}': "cell 1 is no object",
    '{"cells": [{"cell_type": "code", "source": {"import": 1}}]}': "cell 1: its source",
    '{"cells": [{"cell_type": "code", "source": ["import", 1]}]}': "cell 1: its source",
    '{"worksheets": [7, "import"]}': "cells of a worksheet are no list",
    '{"import": ' + "[" * 100_000: "nested too deeply",
    '{"import": ' + "9" * 5_000 + "}": "digits",
    "import\udcff": "not UTF-8",
    "": "it is empty",
}


@pytest.mark.parametrize("text", NOT_A_NOTEBOOK, ids=list(NOT_A_NOTEBOOK.values()))
def test_a_broken_notebook_is_answered_and_the_rest_is_checked(project: Path, text: str) -> None:
    (project / "broken.ipynb").write_bytes(text.encode(errors="surrogateescape"))
    write("import torch", BAD)
    result = check_paths([project])
    assert [Path(p.file).name for p in result.problems] == ["broken.ipynb"]
    assert "not a notebook: " in result.problems[0].message
    assert NOT_A_NOTEBOOK[text] in result.problems[0].message
    assert [f.name for f in result.findings] == ["inner-size"]


ODD = {
    "no cells": '{"cells": []}',
    "no source": '{"cells": [{"cell_type": "code"}], "metadata": 3}',
    "an empty source": '{"cells": [{"cell_type": "code", "source": [], "metadata": []}]}',
    "no code": '{"cells": [{"cell_type": "markdown", "source": "import torch ("}]}',
    "half a character": r'{"cells": [{"cell_type": "code", "source": "import torch\nx = \"\ud83d\""}]}',
    "a cookie": '{"cells": [{"cell_type": "code", "source": "# coding: utf-7\\nimport torch"}]}',
    "large output": '{"cells": [{"cell_type": "code", "source": "import torch", "outputs": ["'
    + "x" * 5_000_000
    + '"]}]}',
    "deep output": '{"cells": [{"cell_type": "code", "source": "import torch", "outputs": '
    + "[" * 400 + "]" * 400 + "}]}",
}  # fmt: skip


@pytest.mark.parametrize("name", ODD)
def test_an_odd_notebook_is_none_the_less_one(project: Path, name: str) -> None:
    (project / "odd.ipynb").write_text(ODD[name])
    assert found(Path("odd.ipynb")) == []


def test_every_beginning_of_a_notebook_is_survived(project: Path) -> None:
    whole = write("import torch\nx = 'é😀'", f"%time {BAD}").read_bytes()
    for length in range(0, len(whole), 7):
        (project / "part.ipynb").write_bytes(whole[:length])
        result = check_paths(["part.ipynb"])
        assert all("not a notebook" in p.message for p in result.problems)


# what is written


MODEL = (
    "import torch\nfrom torch import nn",
    "fc = nn.Linear(9, 4)  # é 😀\n%time y = fc(torch.zeros(2, 8))",
)


@pytest.mark.parametrize("style", ["jupyter", "ascii", "strings", "compact", "bom", "crlf"])
def test_a_fix_changes_its_line_and_not_a_byte_besides(style: str) -> None:
    path = write(*MODEL)
    text = path.read_text()
    book = json.loads(text)
    if style == "ascii":
        text = json.dumps(book, indent=4)
    elif style == "strings":
        for cell in book["cells"]:
            cell["source"] = "".join(cell["source"])
        text = json.dumps(book, indent=2, ensure_ascii=False, sort_keys=True)
    elif style == "compact":
        text = json.dumps(book, separators=(",", ":"))
    elif style == "bom":
        text = "\ufeff" + text
    elif style == "crlf":
        text = text.replace("\n", "\r\n")
    path.write_bytes(text.encode())
    run("nb.ipynb", "--fix", code=0)
    assert path.read_bytes() == text.replace("Linear(9, 4)", "Linear(8, 4)").encode()
    if style == "jupyter":
        nbformat.validate(nbformat.read(path, 4))
        assert nbformat.writes(nbformat.read(path, 4)) == path.read_text().rstrip("\n")


def test_the_diff_is_that_of_the_cell() -> None:
    before = write(*MODEL).read_bytes()
    shown = run("nb.ipynb", "--diff", code=1).stdout
    assert shown.startswith("--- a/nb.ipynb:cell 3\n+++ b/nb.ipynb:cell 3\n")
    assert "-fc = nn.Linear(9, 4)  # é 😀\n+fc = nn.Linear(8, 4)  # é 😀\n" in shown
    assert Path("nb.ipynb").read_bytes() == before


def test_a_fix_in_the_cell_of_a_comment_and_one_beside_a_broken_cell() -> None:
    path = write(
        "import torch\nx = torch.zeros(2, 8)\ny = x.mean(0)  # y: (B, C, H)", "def f(:", *MODEL
    )
    run("nb.ipynb", "--fix", code=2)
    sources = [cell.source for cell in nbformat.read(path, 4).cells]
    assert sources[1].endswith("# y: (8,)")
    assert sources[2] == "def f(:" and "Linear(8, 4)" in sources[4]


def test_comments_hide_and_are_written_beside_what_is_found() -> None:
    path = write(
        "import torch", f"%time x = {BAD}\n{BAD}  # shapelint: ignore[inner-size] known", BAD
    )
    assert places() == [(3, 1, 11), (4, 1, 1)]
    before = path.read_text()
    assert "hid 2 findings in 1 file" in run("nb.ipynb", "--add-ignores", code=0).output
    comment = "  # shapelint: ignore[inner-size]"
    added = before.replace(f'{BAD}\\n"', f'{BAD}{comment}\\n"').replace(
        f'{BAD}"', f'{BAD}{comment}"'
    )
    assert path.read_text() == added
    assert "no findings in 1 file (3 suppressed)" in run("nb.ipynb", code=0).output
    write("# shapelint: skip-file\nimport torch", BAD)
    assert found() == []


def test_a_comment_that_hides_nothing_is_removed_from_its_cell() -> None:
    path = write("import torch", "x = 1  # shapelint: ignore[inner-size]\ny = 2")
    (finding,) = found()
    assert (finding.name, finding.place) == ("unused-ignore", "nb.ipynb:cell 3:1:8")
    run("nb.ipynb", "--fix", code=0)
    assert nbformat.read(path, 4).cells[2].source == "x = 1\ny = 2"


def test_a_baseline_outlives_that_cells_move() -> None:
    write("import torch", BAD)
    run("nb.ipynb", "--baseline", "known.json", "--update-baseline", code=0)
    write("import torch", "y = 1", f"x = 2\n{BAD}", "torch.zeros(2, 3).view(7)")
    left = run("nb.ipynb", "--baseline", "known.json", "--format", "concise", code=1).output
    assert left.startswith("nb.ipynb:cell 5:1:1: error: [reshape-elements]")
    assert "1 in the baseline" in left


# what is shown


def test_people_see_the_cell() -> None:
    write(
        "import torch\nfrom torch import nn\nfc = nn.Linear(9, 4)",
        "x = torch.zeros(2, 8)\n%time fc(x)",
    )
    shown = run("nb.ipynb", code=1).output
    assert "  --> nb.ipynb:cell 3:2:7\n" in shown
    assert "2 | %time fc(x)\n  |       ^^^^^\n" in shown
    assert "= line 1: torch.zeros(2, 8)  is (2, 8)" in shown
    assert "= help: write 8 for 9 in cell 2 line 3" in shown
    page = run("nb.ipynb", "--format", "html", code=1).output
    assert "nb.ipynb:cell 3:2:7" in page and "in cell 2 line 3" in page


def test_programs_see_the_cell_in_json_and_the_line_of_the_file_elsewhere() -> None:
    path = write("import torch\nx = '\\t😀\"'; " + BAD)
    told = json.loads(run("nb.ipynb", "--format", "json", code=1).output)["findings"][0]
    assert (told["cell"], told["line"], told["column"]) == (2, 2, 13)
    assert [(step["cell"], step["line"]) for step in told["trace"]] == [(2, 2), (2, 2)]
    lines = path.read_text().split("\n")
    (line,) = [i for i, text in enumerate(lines, 1) if BAD in text]
    column = lines[line - 1].index(BAD) + 1
    document = json.loads(run("nb.ipynb", "--format", "sarif", code=1).output)
    jsonschema.validate(document, SARIF)
    place = document["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert (place["region"]["startLine"], place["region"]["startColumn"]) == (line, column)
    assert place["region"]["endColumn"] == column + len(BAD)
    assert place["region"]["snippet"]["text"] == BAD
    assert f"line={line},col={column}," in run("nb.ipynb", "--format", "github", code=1).output
    (issue,) = json.loads(run("nb.ipynb", "--format", "gitlab", code=1).output)
    assert issue["location"]["positions"]["begin"] == {"line": line, "column": column}
    assert issue["description"].startswith("cell 2: matmul got")
    assert 'name="inner-size:cell 2:2:13"' in run("nb.ipynb", "--format", "junit", code=1).output


def test_the_fix_in_sarif_is_one_of_the_file() -> None:
    path = write(*MODEL)
    document = json.loads(run("nb.ipynb", "--format", "sarif", code=1).output)
    (change,) = document["runs"][0]["results"][0]["fixes"][0]["artifactChanges"]
    (put,) = change["replacements"]
    region = put["deletedRegion"]
    lines = path.read_text().split("\n")
    line = lines[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "9"
    assert put["insertedContent"]["text"] == "8"


def test_shapes_beside_the_cells() -> None:
    write("%time import torch", "x = torch.zeros(2, 3)")
    shown = run("shapes", "nb.ipynb", code=0).output.splitlines()
    assert shown[:3] == ["# %% cell 2", "%time import torch", "# %% cell 3"]
    assert shown[3].split("# ") == [f"{'x = torch.zeros(2, 3)':<72}  ", "x: (2, 3)"]


def test_folders_are_looked_through_for_notebooks(project: Path) -> None:
    for name in (
        "a.ipynb",
        "sub/b.ipynb",
        "sub/.ipynb_checkpoints/b-checkpoint.ipynb",
        "old/c.ipynb",
    ):
        (project / name).parent.mkdir(exist_ok=True)
        write("import torch", BAD, name=name)
    (project / "shapelint.toml").write_text('exclude = ["old/"]\n')
    assert run(".", "--show-files", code=0).output.split() == ["a.ipynb", "sub/b.ipynb"]
    (project / "shapelint.toml").write_text('include = ["!*.ipynb"]\n')
    assert run(".", "--show-files", code=0).output == ""


def test_a_finding_of_a_notebook_is_verified(project: Path) -> None:
    (project / "net.py").write_text("from torch import nn\n\nHEAD = nn.Linear(9, 4)\n")
    write(
        "import torch\nfrom net import HEAD",
        "%matplotlib inline",
        f"def f():\n    return {BAD}\nf()",
    )
    told = run("nb.ipynb", "--verify", "--device", "cpu", "--format", "json", code=1).output
    (finding,) = json.loads(told)["findings"]
    assert (finding["cell"], finding["verdict"]["kind"]) == (4, "confirmed")
    assert finding["verdict"]["depth"] == "snippet"
    (project / "found.json").write_text(told)
    again = run("verify", "found.json", "--device", "cpu", "--format", "json", code=1).output
    (finding,) = json.loads(again)["findings"]
    assert (finding["cell"], finding["line"], finding["verdict"]["kind"]) == (4, 2, "confirmed")
