"""Settings: where they are found, what they do, and what is said of wrong ones."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result

from shapelint import check_paths
from shapelint.cli import main
from shapelint.project.settings import SETTINGS, faults, schema
from tests.expectations import ROOT

INNER = "import torch\ntorch.zeros(2, 3) @ torch.zeros(2, 3)\n"
BOTH = INNER + "torch.cat([torch.zeros(2, 3), torch.zeros(2, 4)], dim=0)\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)


def run(*args: str) -> Result:
    return CliRunner().invoke(main, args)


def found(*paths: str) -> list[tuple[str, str, str]]:
    return [
        (Path(f.file).as_posix(), f.name, f.severity) for f in check_paths(paths or ["."]).findings
    ]


def names(*paths: str) -> list[str]:
    return [name for _, name, _ in found(*paths)]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("", ["inner-size", "concat-sizes"]),
        ('select = ["inner-size"]', ["inner-size"]),
        ('select = ["joining"]', ["concat-sizes"]),
        ("select = []", []),
        ('ignore = ["ALL"]', []),
        ('ignore = ["multiplying"]', ["concat-sizes"]),
        ('select = ["inner-size"]\nignore = ["multiplying"]', ["inner-size"]),
        ('select = ["multiplying"]\nignore = ["inner-size"]', []),
        ('select = ["multiplying"]\nignore = ["multiplying"]', []),
        ('severity.inner-size = "off"', ["concat-sizes"]),
        ('severity.multiplying = "off"\nseverity.inner-size = "error"', ["inner-size", "concat-sizes"]),
        ('per-file-ignores."gen/*" = ["inner-size"]', ["inner-size", "concat-sizes"]),
        ('per-file-ignores."*.py" = ["joining"]', ["inner-size"]),
        ('[per-file-ignores]\n"main.py" = ["ALL"]', []),
    ],
)  # fmt: skip
def test_what_is_reported(project: Path, settings: str, expected: list[str]) -> None:
    write(project, {"main.py": BOTH, "shapelint.toml": settings})
    assert names() == expected


def test_severities(project: Path) -> None:
    write(project, {"main.py": BOTH, "shapelint.toml": '[severity]\njoining = "note"\ninner-size = "warning"\n'})  # fmt: skip
    assert found() == [("main.py", "inner-size", "warning"), ("main.py", "concat-sizes", "note")]


def test_the_nearest_file_holds_and_shapelint_toml_goes_first(project: Path) -> None:
    write(project, {
        "pyproject.toml": '[tool.shapelint]\nselect = ["joining"]\n',
        "pkg/main.py": BOTH,
        "pkg/pyproject.toml": '[tool.other]\nselect = ["nothing"]\n',
    })  # fmt: skip
    assert names("pkg") == ["concat-sizes"]
    write(project, {"pkg/pyproject.toml": '[tool.shapelint]\nselect = ["multiplying"]\n'})
    assert names("pkg") == ["inner-size"]
    assert names(".") == ["concat-sizes"]
    write(project, {"pkg/shapelint.toml": ""})
    assert names("pkg") == ["inner-size", "concat-sizes"]


def test_a_file_builds_on_another(project: Path) -> None:
    write(project, {
        "main.py": BOTH,
        "base/pyproject.toml": '[tool.shapelint]\nselect = ["joining"]\nseverity.concat-sizes = "note"\n'
                               'severity.inner-size = "note"\nextra-rules = ["ops"]\n',
        "base/ops/README": "",
        "middle.toml": 'extend = "base/pyproject.toml"\nselect = ["ALL"]\n',
        "shapelint.toml": 'extend = "middle.toml"\n[severity]\ninner-size = "warning"\n',
    })  # fmt: skip
    assert found() == [("main.py", "inner-size", "warning"), ("main.py", "concat-sizes", "note")]
    shown = run("config").output
    assert '"ops"' in shown
    rows = dict(line.rsplit("  # ", 1) for line in shown.splitlines() if not line.startswith("#"))
    origins = {said.split("=")[0].strip(): origin for said, origin in rows.items()}
    assert origins["select"] == "middle.toml:2"
    assert origins["severity.inner-size"] == "shapelint.toml:3"
    assert origins["severity.concat-sizes"] == f"{Path('base/pyproject.toml')}:3"
    assert origins["ignore"] == "default"


def test_patterns_start_from_the_file_that_has_them(project: Path) -> None:
    write(project, {
        "a/main.py": INNER, "base/a/other.py": INNER,
        "base/shapelint.toml": 'exclude = ["/a/*.py"]',
        "shapelint.toml": 'extend = "base/shapelint.toml"',
    })  # fmt: skip
    assert [f for f, _, _ in found()] == ["a/main.py"]


EVERYWHERE = {
    "main.py": INNER, "gen/deep/a.py": INNER, "build/b.py": INNER, "scripts/train": INNER, "my_pb2.py": INNER,
    "data.txt": INNER,
}  # fmt: skip


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("", ["gen/deep/a.py", "main.py", "my_pb2.py"]),
        ('exclude = ["gen"]', ["main.py", "my_pb2.py"]),
        ('exclude = ["gen/"]', ["main.py", "my_pb2.py"]),
        ('exclude = ["/deep"]', ["gen/deep/a.py", "main.py", "my_pb2.py"]),
        ('exclude = ["**/deep", "!*_pb2.py"]', ["main.py", "my_pb2.py"]),
        ('exclude = ["!build"]', ["build/b.py", "gen/deep/a.py", "main.py", "my_pb2.py"]),
        ('include = ["scripts/train"]', ["gen/deep/a.py", "main.py", "my_pb2.py", "scripts/train"]),
        ('include = ["!*_pb2.py"]', ["gen/deep/a.py", "main.py"]),
        ('include = ["*.txt"]\nexclude = ["*.py"]', ["data.txt"]),
    ],
)
def test_which_files_are_checked(project: Path, settings: str, expected: list[str]) -> None:
    write(project, EVERYWHERE | {"shapelint.toml": settings})
    assert [f for f, _, _ in found()] == expected


def test_what_is_named_is_checked_though_excluded(project: Path) -> None:
    write(project, EVERYWHERE | {"shapelint.toml": 'exclude = ["gen", "main.py"]'})
    assert names("main.py") == ["inner-size"]
    assert [f for f, _, _ in found("gen")] == ["gen/deep/a.py"]
    assert names("main.py", ".") == ["inner-size"] * 2


def test_imports_are_looked_up_in_src(project: Path) -> None:
    write(project, {
        "lib/sizes.py": "WIDTH = 4\n",
        "app/main.py": "import torch\nfrom sizes import WIDTH\ntorch.zeros(2, 3) @ torch.zeros(WIDTH, 3)\n",
    })  # fmt: skip
    assert names("app") == []
    write(project, {"pyproject.toml": '[tool.shapelint]\nsrc = ["lib"]\n'})
    assert names("app") == ["inner-size"]
    assert "WIDTH: " not in run("shapes", "app/main.py").output


TORCH = INNER
KERAS = "from keras import ops\nops.matmul(ops.zeros((2, 3)), ops.zeros((2, 3)))\n"
TF = "import numpy as np, tensorflow as tf\ntf.matmul(tf.zeros((2, 3)), tf.zeros((2, 3)))\n"
TF_KERAS = (
    "import tensorflow as tf\nfrom tensorflow.keras import layers\n" + TF.splitlines()[1] + "\n"
)
NEITHER = "import numpy as np\nnp.zeros((2, 3)) @ np.zeros((2, 3))\n"


@pytest.mark.parametrize(
    ("framework", "expected"),
    [
        ("auto", "both keras neither tf tf_keras torch"),
        ("torch", "both neither torch"),
        ("keras", "both keras neither tf_keras"),
        ("tensorflow", "neither tf tf_keras"),
    ],
)
def test_files_of_other_frameworks_are_left_out(
    project: Path, framework: str, expected: str
) -> None:
    write(project, {
        "torch.py": TORCH, "keras.py": KERAS, "tf.py": TF, "tf_keras.py": TF_KERAS, "neither.py": NEITHER,
        "both.py": "import torch, keras\n" + INNER.splitlines()[1],
        "shapelint.toml": f'target-framework = "{framework}"',
    })  # fmt: skip
    shown = run("check", "--show-files").output.split()
    assert [Path(f).stem for f in shown] == expected.split()


def test_the_command_line_goes_before_the_files(project: Path) -> None:
    write(project, {
        "main.py": BOTH, "shapelint.toml": 'select = ["joining"]\nignore = ["inner-size"]',
        "other.toml": 'ignore = ["joining"]',
        "bare/pyproject.toml": "[tool.x]",
    })  # fmt: skip

    def said(*args: str) -> list[str]:
        lines = run("check", "--format", "json", *args).output
        return [f["name"] for f in json.loads(lines)["findings"]]

    assert said() == ["concat-sizes"]
    assert said("--isolated") == ["inner-size", "concat-sizes"]
    assert said("--config", "other.toml") == ["inner-size"]
    assert said("--select", "inner-size") == ["inner-size"]
    assert said("--select", "inner-size, joining") == ["inner-size", "concat-sizes"]
    assert said("--select", "ALL", "--ignore", "joining", "--ignore", "silent") == ["inner-size"]
    assert said("--ignore", "concat-sizes") == []
    assert said("--exclude", "ma*.py,x") == []
    for args, message in [
        (("--config", "none.toml"), "none.toml does not exist"),
        (("--config", "bare/pyproject.toml"), "has no [tool.shapelint]"),
        (("--select", "iner-size"), 'no finding or family is called "iner-size"; did you mean "inner-size"?'),
    ]:  # fmt: skip
        for command in ("check", "config"):
            result = run(command, *args)
            assert result.exit_code == 2
            assert message in result.output


def test_the_python_of_the_settings_is_followed(project: Path) -> None:
    site = "env/lib/python3.11/site-packages"
    write(project, {
        f"{site}/sizes.py": "import torch\ndef make():\n    return torch.zeros(4, 3)\n",
        f"{site}/sizes-1.0.dist-info/METADATA": "Name: sizes\nRequires-Dist: torch\n\n",
        f"{site}/sizes-1.0.dist-info/RECORD": "sizes.py,,\nsizes-1.0.dist-info/METADATA,,\n",
        "main.py": "import torch\nfrom sizes import make\ntorch.zeros(2, 3) @ make()\n",
        "app/shapelint.toml": 'python = "../env"',
    })  # fmt: skip
    assert names("main.py") == []
    (project / "main.py").rename(project / "app" / "main.py")
    assert names("app") == ["inner-size"]
    write(project, {"empty/x": "", "shapelint.toml": '\npython = "empty"'})
    assert 'shapelint.toml:2: "python": ' in run("check").output


def test_verify_is_the_default_of_its_option(project: Path) -> None:
    write(project, {"main.py": INNER, "shapelint.toml": "verify = true"})
    told = json.loads(run("check", "--format", "json", "--no-verify").output)
    assert told["findings"][0]["verdict"] is None
    assert check_paths(["."]).verification is None
    assert run("check", "--keep-snippets", "x", "--no-verify").exit_code == 2
    told = json.loads(run("check", "--format", "json", "--device", "cpu").output)
    assert told["findings"][0]["verdict"]["kind"] in ("confirmed", "unverified")


LIST = "must be a list of finding names or families"
WRONG = [
    ("exlude = []", 1, 'no setting is called "exlude"; did you mean "exclude"?'),
    ("zzz = 1", 1, 'no setting is called "zzz" (known: select, ignore, '),
    ("select = 3", 1, f'"select" {LIST}, not an integer'),
    ('ignore = "inner-size"', 1, f'"ignore" {LIST}, not a string'),
    ('select = [\n  "inner-size",\n  "iner-size",\n]', 3, 'no finding or family is called "iner-size"; did you mean "inner-size"?'),
    ("select = [1.5]", 1, '"select": item 1 must be a finding or family, not a float'),
    ("severity = true", 1, '"severity" must be a table, not a boolean'),
    ('[tool.shapelint.severity]\n"inner-size" = "eror"', 2, 'must be "error", "warning", "note" or "off", not "eror"; did you mean "error"?'),
    ('severity.iner-size = "off"', 1, 'no finding or family is called "iner-size"'),
    ("severity.inner-size = 1979-05-27", 1, '"severity"."inner-size" must be a severity, not a date or time'),
    ('per-file-ignores."*.py" = "x"', 1, f'"per-file-ignores"."*.py" {LIST}, not a string'),
    ('per-file-ignores."*.py" = ["x"]', 1, '"per-file-ignores"."*.py": no finding or family is called "x"'),
    ("per-file-ignores = []", 1, '"per-file-ignores" must be a table, not a list'),
    ("exclude = {a = 1}", 1, '"exclude" must be a list of patterns, not a table'),
    ('exclude = ["!"]', 1, '"exclude": '),
    ("include = [[]]", 1, '"include": item 1 must be a pattern, not a list'),
    ("src = 1", 1, '"src" must be a list of paths, not an integer'),
    ('src = [".", "nowhere"]', 1, "nowhere does not exist"),
    ("extra-rules = false", 1, '"extra-rules" must be a list of paths, not a boolean'),
    ('python = ["x"]', 1, '"python" must be a path, not a list'),
    ('python = "nowhere"', 1, "nowhere does not exist"),
    ('target-framework = "jax"', 1, '"target-framework" must be "auto", "torch", "keras" or "tensorflow", not "jax"'),
    ('target-framework = "toch"', 1, 'did you mean "torch"?'),
    ('verify = "yes"', 1, '"verify" must be true or false, not a string'),
    ("extend = 1", 1, '"extend" must be a path, not an integer'),
    ('extend = "nowhere.toml"', 1, '"extend": nowhere.toml does not exist'),
    ('select = []\nextend = "pyproject.toml"', 2, '"extend" goes in a circle: pyproject.toml → pyproject.toml'),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "message"), WRONG, ids=[w[0] for w in WRONG])
def test_what_is_wrong_is_answered_with_its_place(
    project: Path, text: str, line: int, message: str
) -> None:
    lines = text if text.startswith("[") else f"[tool.shapelint]\n{text}"
    at = line if text.startswith("[") else line + 1
    write(project, {"main.py": INNER, "pyproject.toml": f'[project]\nname = "select"\n\n{lines}\n'})
    for command in ("check", "config", "shapes main.py"):
        result = run(*command.split())
        assert result.exit_code == 2
        assert f"pyproject.toml:{at + 3}: " in result.output
        assert message in result.output


PLACES = {
    "[tool.shapelint]\nexlude = []": 2,
    "[tool.shapelint.exlude]\na = 1": 1,
    "[tool]\nx = 1\nshapelint.exlude = 1": 3,
    "[tool]\nx = 1\nshapelint = {src = [], exlude = 1}": 3,
    "tool.shapelint.exlude = 1": 1,
    "tool = {shapelint = {exlude = 1}}": 1,
    "[ tool . \"shapelint\" ]\n'exlude' = 1": 2,
    "[tool.other]\nexlude = 1\n[tool.shapelint]\nsrc = [\n]\nexlude = 1": 6,
}


@pytest.mark.parametrize(("text", "line"), PLACES.items(), ids=PLACES)
def test_a_key_is_found_wherever_it_stands(project: Path, text: str, line: int) -> None:
    write(project, {"pyproject.toml": text})
    assert (
        f'pyproject.toml:{line}: [tool.shapelint]: no setting is called "exlude"'
        in run("check").output
    )


def test_all_faults_of_a_file_are_told_at_once(project: Path) -> None:
    write(project, {"shapelint.toml": 'select = 1\n\nexlude = []\n[severity]\nfoo = "off"\n'})
    said = run("check").output
    assert [f"shapelint.toml:{n}: " in said for n in (1, 3, 5)] == [True] * 3


@pytest.mark.parametrize(
    "text", ["tool = 3", "[tool]\nshapelint = []", "[tool.shapelint", "\udc80"]
)
def test_broken_files(project: Path, text: str) -> None:
    (project / "pyproject.toml").write_bytes(text.encode("utf-8", "surrogateescape"))
    result = run("check")
    assert result.exit_code == 2
    assert "cannot check: pyproject.toml" in result.output


def test_a_circle_of_files(project: Path) -> None:
    write(project, {"shapelint.toml": 'extend = "b.toml"', "b.toml": 'extend = "shapelint.toml"'})
    assert "circle: shapelint.toml → b.toml → shapelint.toml" in run("check").output


def test_what_is_shown_is_a_file_that_says_the_same(project: Path) -> None:
    write(project, {"sub/x.py": "", "lib/y.py": "", "shapelint.toml": (
        'ignore = ["silent"]\nexclude = ["a \\"b\\""]\nsrc = ["lib"]\n[severity]\ninner-size = "note"\n'
        '[per-file-ignores]\n"a b/*.py" = ["ALL"]\n'
    )})  # fmt: skip
    shown = run("config", "sub").output
    assert 'per-file-ignores."a b/*.py" = ["ALL"]' in shown
    assert tomllib.loads(shown)["severity"] == {"inner-size": "note"}
    write(project, {"shapelint.toml": shown})
    again = run("config", "sub").output
    assert tomllib.loads(again) == tomllib.loads(shown)
    told = json.loads(run("config", "--format", "json", "--ignore", "joining").output)["settings"]
    assert [part["value"] for part in told["ignore"]] == [["silent"], ["joining"]]
    assert [part["from"] for part in told["ignore"]] == ["shapelint.toml:2", "command line"]
    assert told["python"] == [{"value": None, "from": "default", "root": str(project)}]
    assert list(told) == list(SETTINGS)


GOOD: list[dict[str, Any]] = [
    {},
    {"select": ["ALL"], "ignore": ["silent", "inner-size"], "verify": True},
    {"severity": {"inner-size": "off", "joining": "note"}, "target-framework": "keras"},
    {"per-file-ignores": {"a/*.py": ["ALL"]}, "extend": "x.toml", "python": ".venv", "src": ["."]},
]


def test_the_schema_takes_what_is_right(project: Path) -> None:
    jsonschema.Draft7Validator.check_schema(schema())
    for settings in GOOD:
        jsonschema.validate(settings, schema())
    assert json.loads(run("config", "--schema").output) == schema()
    assert set(schema()["properties"]) == set(SETTINGS)


@pytest.mark.parametrize("text", [w[0] for w in WRONG])
def test_the_schema_refuses_what_is_wrong(text: str) -> None:
    table = tomllib.loads(text)
    table = table.get("tool", {}).get("shapelint", table)
    known_by_reading = "nowhere" in text or "pyproject.toml" in text or '"!"' in text
    assert (not list(jsonschema.Draft7Validator(schema()).iter_errors(table))) == known_by_reading


def test_the_settings_that_the_readme_shows_are_right() -> None:
    blocks = re.findall(r"```toml\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)
    assert len(blocks) > 1
    for block in blocks:
        assert not faults(tomllib.loads(block)["tool"]["shapelint"])
