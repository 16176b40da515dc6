"""The cache of results: what it says is what a check without it says, whatever has changed."""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shapelint.cli import main
from shapelint.interpreter import Analyser
from shapelint.project.cache import Cache
from shapelint.project.config import Config
from shapelint.project.results import Results
from shapelint.project.task import Checker, Task
from shapelint.source import trees
from shapelint.source.packing import Unpackable, packed, unpacked
from shapelint.source.tree import Module

HEAD = "import torch\nfrom torch import nn\n"
BAD = f"{HEAD}nn.Linear(9, 4)(torch.zeros(2, 8))\n"
WIDTHS = (8, 16)
RULE = """
@op("torch.nn.Linear", finds="linear-in-features")
class Linear:
    def __init__(self, in_features: Dim, out_features: Dim): ...
    def forward(self, input: Tensor["AXES in_features"]) -> Tensor["AXES 4"]: ...
"""

PROJECT = {
    "pkg/__init__.py": "from pkg.sizes import WIDTH\n",
    "pkg/sizes.py": "WIDTH = 16\nBATCH = 3\n",
    "pkg/net.py": (
        f"{HEAD}from pkg import WIDTH\nfrom pkg.registry import MODELS, register\n\n\n"
        "class Net(nn.Module):\n"
        "    def __init__(self):\n        super().__init__()\n        self.fc = nn.Linear(WIDTH, 4)\n\n"
        "    def forward(self, x):\n        y = self.fc(x)  # (B, 4)\n        return y\n\n\n"
        "def build(name):\n    return MODELS[name]()\n"
    ),
    "pkg/registry.py": (
        "MODELS = {}\n\n\ndef register(name):\n    def keep(made):\n        MODELS[name] = made\n"
        "        return made\n\n    return keep\n"
    ),
    "pkg/small.py": (
        f"{HEAD}from pkg.registry import register\n\n\n"
        "@register('small')\ndef small():\n    return nn.Linear(16, 2)\n"
    ),
    "train.py": (
        f"{HEAD}import json\nfrom pkg import small\nfrom pkg.net import Net, build\nfrom sizes import BATCH\n\n"
        "with open('config.json') as file:\n    config = json.load(file)\n"
        "torch.zeros(2, 4) + torch.zeros(BATCH, 4)\n"
        "Net()(torch.zeros(BATCH, config['width']))\n"
        "build('small')(torch.zeros(2, config['width']))\n"
    ),
    "sizes.py": "BATCH = 2\n",
    "config.json": '{"width": 16}',
    "alone.py": BAD,
    "shapelint.toml": "select = ['ALL']\n",
}  # fmt: skip


def _write(name: str, text: str) -> Callable[[], None]:
    def edit() -> None:
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text)

    return edit


def _remove(name: str) -> Callable[[], None]:
    def edit() -> None:
        if Path(name).is_dir():
            shutil.rmtree(name)
        else:
            Path(name).unlink(missing_ok=True)

    return edit


def _change(name: str, old: str, new: str) -> Callable[[], None]:
    def edit() -> None:
        if Path(name).exists():
            Path(name).write_text(Path(name).read_text().replace(old, new))

    return edit


EDITS: dict[str, Callable[[], None]] = {
    **{f"WIDTH is {n}": _write("pkg/sizes.py", f"WIDTH = {n}\nBATCH = 3\n") for n in WIDTHS},
    **{f"the config says {n}": _write("config.json", f'{{"width": {n}}}') for n in WIDTHS},
    **{f"{name} is gone": _remove(name) for name in PROJECT if name != "shapelint.toml"},
    **{f"{name} is as it was": _write(name, text) for name, text in PROJECT.items()},
    "sizes is a package as well": _write("sizes/__init__.py", "BATCH = 'no size'\n"),
    "that package is gone": _remove("sizes"),
    "pkg.py is beside pkg": _write("pkg.py", "WIDTH = 5\n"),
    "pkg.py is gone": _remove("pkg.py"),
    "pkg.small is a package": _write("pkg/small/__init__.py", "raise ImportError\n"),
    "that package of pkg is gone": _remove("pkg/small"),
    "torch is a module of the project": _write("torch.py", "zeros = None\n"),
    "that torch is gone": _remove("torch.py"),
    "pkg brings all of pkg.sizes": _write("pkg/__init__.py", "from pkg.sizes import *\n"),
    "pkg.sizes is broken": _write("pkg/sizes.py", "WIDTH = (\n"),
    "pkg.small registers another": _change("pkg/small.py", "small", "tiny"),
    "the comment is stale": _change("pkg/net.py", "# (B, 4)", "# (B, 5)"),
    "a finding is ignored": _change("alone.py", "(2, 8))\n", "(2, 8))  # shapelint: ignore\n"),
    "the file is skipped": _change("alone.py", HEAD, f"# shapelint: skip-file\n{HEAD}"),
    "a line more": _change("alone.py", "import torch\n", "import torch\n\n"),
    "a finding is not selected": _write("shapelint.toml", "ignore = ['multiplying']\n"),
    "imports start in pkg": _write("shapelint.toml", "src = ['pkg']\n"),
    "torch has a rule of ours": _write("shapelint.toml", "extra-rules = ['ours.pyi']\n"),
    "no rule": _write("ours.pyi", '@op("torch.nn.Linear"\n'),
    **{f"Linear takes {a}": _write("ours.pyi", RULE.replace("AXES", a)) for a in ("b", "b c")},
}  # fmt: skip


def run(*args: str) -> Result:
    result = CliRunner().invoke(main, ["check", "--jobs", "1", "--format", "json", *args])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def told(*args: str) -> tuple[int, str, str]:
    result = run(*args)
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SHAPELINT_CACHE_DIR", str(tmp_path.parent / f"{tmp_path.name}.cache"))
    for name, text in PROJECT.items():
        _write(name, text)()
    yield tmp_path


def kept() -> list[Path]:
    return sorted(p for p in Path(os.environ["SHAPELINT_CACHE_DIR"]).glob("??/*"))


@settings(
    max_examples=25, deadline=None, derandomize=True, database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
@given(edits=st.lists(st.sampled_from(sorted(EDITS)), min_size=4, max_size=10))
def test_after_any_edits_the_cache_says_what_a_check_says(project: Path, edits: list[str]) -> None:
    """The cache stays from one example to the next: it has seen many states of the project."""
    for name in ("sizes", "pkg"):
        _remove(name)()
    for name in ("pkg.py", "torch.py", "ours.pyi"):
        _remove(name)()
    for name, text in PROJECT.items():
        _write(name, text)()
    for number, edit in enumerate(edits):
        EDITS[edit]()
        cached = told()
        assert cached == told("--no-cache"), edits[: number + 1]
        assert cached == told(), edits[: number + 1]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (["Linear takes b", "torch has a rule of ours"], "Linear takes b c"),
        (["no rule", "torch has a rule of ours"], "Linear takes b c"),
        (["Linear takes b", "torch has a rule of ours"], "no rule"),
        ([], "imports start in pkg"),
        ([], "a finding is not selected"),
        ([], "the config says 8"),
        (
            ["pkg.small registers another", "the config says 8", "WIDTH is 8"],
            "pkg/small.py is as it was",
        ),
        ([], "sizes is a package as well"),
    ],
)
def test_what_changes_the_findings_changes_those_of_the_cache(
    project: Path, before: list[str], after: str
) -> None:
    for edit in before:
        EDITS[edit]()
    old = told()
    assert told() == old == told("--no-cache")
    EDITS[after]()
    assert told() == told("--no-cache") != old


def test_what_is_installed_is_looked_at(project: Path) -> None:
    site = project / "env/lib/python3.11/site-packages"
    info = site / "lib-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Name: lib\nRequires-Dist: torch\n")
    (info / "RECORD").write_text("lib/__init__.py,,\n")
    (site / "lib").mkdir()
    (site / "lib/__init__.py").write_text("WIDTH = 8\n")
    Path("train.py").write_text(f"{HEAD}import lib\nnn.Linear(lib.WIDTH, 4)(torch.zeros(2, 8))\n")
    args = ("--python", "env", "train.py")
    assert run(*args).exit_code == 0
    (site / "lib/__init__.py").write_text("WIDTH = 9\n")
    assert run(*args).exit_code == 1
    (info / "METADATA").write_text("Name: lib\n")
    (info / "RECORD").write_text("other.py,,\n")
    assert told(*args) == told(*args, "--no-cache")
    assert run(*args).exit_code == 0


def test_a_check_that_has_nothing_to_do_loads_no_engine(project: Path) -> None:
    program = (
        "import sys\nfrom shapelint.cli import main\n"
        "try:\n    main(['check', '--quiet', '--format', 'concise'])\n"
        "except SystemExit as end:\n"
        "    print(end.code, *sorted({'z3', 'libcst', 'shapelint.rulebook'} & {*sys.modules}))\n"
    )

    def last_line() -> str:
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
        return done.stdout.splitlines()[-1]

    assert {"libcst", "shapelint.rulebook"} <= {*last_line().split()}
    assert last_line() == "1"


@pytest.mark.parametrize("damage", ["cut", "empty", "overwritten", "of another entry", "a folder"])
def test_what_is_damaged_is_not_there_and_is_replaced(project: Path, damage: str) -> None:
    before = told()
    entries = kept()
    sound = {path: path.read_bytes() for path in entries}
    assert len(entries) > 5
    for path, other in zip(entries, reversed(entries)):
        content = sound[path]
        if damage == "a folder":
            path.unlink()
            path.mkdir()
            continue
        path.write_bytes(
            {
                "cut": content[: len(content) // 2],
                "empty": b"",
                "overwritten": content[:20] + bytes(len(content) - 20),
                "of another entry": sound[other],
            }[damage]
        )
    assert told() == before
    if damage != "a folder":
        results = [path for path in entries if path.read_bytes() == sound[path]]
        # trees are not asked for where a result is replaced without them
        assert len(results) >= len(entries) // 2
    assert told() == before


def test_reading_an_entry_runs_no_code(tmp_path: Path) -> None:
    class Evil:
        def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
            return os.system, (f"touch {tmp_path / 'ran'}",)

    for value in (Evil(), print, subprocess.Popen):
        with pytest.raises(Unpackable):
            unpacked(zlib.compress(pickle.dumps(value)), "shapelint.finding", "os", "subprocess")
    assert not (tmp_path / "ran").exists()
    assert unpacked(packed({"a": (1, 2.5, None, ...)}) or b"") == {"a": (1, 2.5, None, ...)}


def test_a_cache_that_cannot_be_written_is_said_when_asked(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHAPELINT_CACHE_DIR", str(project / "alone.py" / "inside"))
    assert told() == told("--no-cache")
    said = CliRunner().invoke(main, ["check", "--verbose"])
    assert said.output.count("results are not kept") == 1
    assert "alone.py" in said.output


def test_an_internal_error_is_not_kept(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object, **kwargs: object) -> None:
        raise AssertionError("ours")

    with monkeypatch.context() as patched:
        patched.setattr(Analyser, "analyse", broken)
        assert "internal error" in run("alone.py").stdout
    assert "internal error" not in run("alone.py").stdout


def test_a_fix_is_judged_by_the_new_text(project: Path) -> None:
    run()
    plain = CliRunner().invoke(main, ["check", "--diff", "--no-cache"]).output
    assert "Linear(8, 4)" in plain
    assert CliRunner().invoke(main, ["check", "--diff"]).output == plain
    assert CliRunner().invoke(main, ["check", "--diff"]).output == plain
    CliRunner().invoke(main, ["check", "--fix"])
    assert "Linear(8, 4)" in Path("alone.py").read_text()
    assert told() == told("--no-cache")


def test_only_the_text_that_changed_is_parsed_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[str] = []
    parse = trees.parse_source

    def noted(text: bytes, path: str) -> Module:
        parsed.append(Path(path).name)
        return parse(text, path)

    monkeypatch.setattr(trees, "parse_source", noted)
    run()
    assert {"train.py", "net.py", "sizes.py"} <= {*parsed}
    parsed.clear()
    EDITS["WIDTH is 8"]()
    assert run().exit_code == 1
    assert parsed == ["sizes.py"]


def test_the_ways_to_a_finding_are_kept_as_they_are(project: Path) -> None:
    """They are only asked for by a verification."""
    EDITS["the config says 8"]()
    task = Task(Config(), witnesses=True)
    results = Results(Cache(project / "kept"), task)
    for file in (Path("train.py"), Path("alone.py")):
        outcome = Checker(task).check(file)
        assert outcome.result.witnesses
        results.keep(outcome)
        assert results.find(file) == outcome.result
        assert Results(results.cache, Task(Config())).find(file) is None


def test_the_folder_can_be_named_and_none_is_written_without_a_cache(project: Path) -> None:
    run("--no-cache")
    assert not kept()
    run("--cache-dir", "here", "alone.py")
    assert not kept() and list(Path("here").glob("??/*"))


def test_runs_at_the_same_time_share_the_cache(project: Path) -> None:
    command = [sys.executable, "-m", "shapelint", "check", "--format", "json", "--jobs", "2"]
    runs = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)
    ]
    said = {run.communicate() for run in runs}
    assert len(said) == 1
    assert told()[1].encode().split() == next(iter(said))[0].split()
    assert not [path for path in kept() if path.suffix]


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "kept", limit=10_000)
    for number in range(8):
        cache.put(f"entry {number}", bytes(1_000))
    for path in (tmp_path / "kept").glob("??/*"):
        os.utime(path, (0, 0))
    assert cache.get("entry 0") is not None  # used now
    for number in range(8, 12):
        cache.put(f"entry {number}", bytes(1_000))
    cache.prune()
    left = [n for n in range(12) if cache.get(f"entry {n}") is not None]
    assert 0 in left and {8, 9, 10, 11} <= set(left)
    assert sum(p.stat().st_size for p in (tmp_path / "kept").glob("??/*")) <= 10_000
    assert len(left) > 6


def test_clean_says_what_it_removes(project: Path) -> None:
    run()
    folder = os.environ["SHAPELINT_CACHE_DIR"]
    said = CliRunner().invoke(main, ["clean"])
    assert said.exit_code == 0 and said.output.startswith(f"removed {len(kept()) or ''}")
    assert folder in said.output and not Path(folder).exists()
    assert CliRunner().invoke(main, ["clean"]).output == f"nothing is kept in {folder}\n"


def test_clean_leaves_what_is_none_of_ours(project: Path) -> None:
    said = CliRunner().invoke(main, ["clean", "--cache-dir", "."])
    assert said.exit_code == 2 and "is no cache of shapelint" in said.output
    assert Path("alone.py").exists()
    run("--cache-dir", "mixed")
    Path("mixed/ab").mkdir(exist_ok=True)
    Path("mixed/ab/notes.txt").write_text("mine")
    assert CliRunner().invoke(main, ["clean", "--cache-dir", "mixed"]).exit_code == 0
    assert [p.name for p in Path("mixed").rglob("*") if p.is_file()] == ["notes.txt"]
