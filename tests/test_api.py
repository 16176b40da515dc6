"""The Python API: what `import shapelint` gives."""

import json
from pathlib import Path

import pytest

import shapelint

WRONG = "import torch\nfrom torch import nn\nnn.Linear(9, 4)(torch.zeros(2, 8))\n"
RIGHT = WRONG.replace("9", "8")


def test_a_text_is_checked_without_a_file() -> None:
    result = shapelint.check_source(WRONG)
    (finding,) = result.findings
    assert (finding.name, finding.severity, finding.file) == (
        "linear-in-features",
        "error",
        "<stdin>",
    )
    assert (finding.span.line, finding.span.column) == (3, 1)
    assert result.files == 1
    assert not shapelint.check_source(RIGHT).findings


def test_a_text_is_checked_as_the_file_that_it_stands_for(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.shapelint]\nignore = ["linear-in-features"]\n')
    (tmp_path / "size.py").write_text("WIDTH = 8\n")
    text = WRONG.replace("9", "WIDTH") + "import torch as t\nt.cat([t.zeros(2), t.zeros(2, 2)])\n"
    file = tmp_path / "a.py"
    file.write_text("nothing that parses (")
    result = shapelint.check_source("from size import WIDTH\n" + text, file)
    assert [(f.file, f.name) for f in result.findings] == [(str(file), "concat-sizes")]
    assert not shapelint.check_source(WRONG, file).findings, "the settings of its folder"


def test_a_text_may_be_a_notebook(tmp_path: Path) -> None:
    cell: dict[str, object] = {"cell_type": "code", "metadata": {}, "outputs": []}
    cells = [cell | {"source": WRONG}]
    book = json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
    (finding,) = shapelint.check_source(book, tmp_path / "a.ipynb").findings
    assert finding.cell == 1


@pytest.mark.parametrize(
    "source", ["# coding: latin-1\né = '€'\n", b"# coding: latin-1\n\xe9 = 1\n"]
)
def test_cookies_are_those_of_files(source: str | bytes) -> None:
    after = "import torch\ntorch.zeros(2) + torch.zeros(3)\n"
    text = source + after if isinstance(source, str) else source + after.encode()
    assert [f.span.line for f in shapelint.check_source(text).findings] == [4]


def test_a_text_that_does_not_parse_is_a_problem() -> None:
    result = shapelint.check_source("import torch\nx = (")
    assert not result.findings
    assert [(p.file, p.line) for p in result.problems] == [("<stdin>", 2)]
