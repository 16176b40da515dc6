"""A file that is being written: whatever was looked at before, what is told is what one tells who looks at it first.

Where only functions are rewritten, only what has to do with them is run again: the tests count that, too.
"""

from __future__ import annotations

import ast
import os
import random
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from shapelint.finding import Finding
from shapelint.interpreter import Analyser, Analysis
from shapelint.interpreter.budget import Budget
from shapelint.interpreter.course import Course
from shapelint.interpreter.frames import Interrupted
from shapelint.project.live import Live, Question, Told

NET = '''\
import torch
from torch import nn


def pooled(x):
    return x.mean(dim=(2, 3))


class Head(nn.Module):
    """What looks like a comment in a text
    # is none.
    """

    TITLE = """So it is
    # here.
    """

    def __init__(self, width=16, classes=10):
        super().__init__()
        self.classes = classes
        self.linear = nn.Linear(width, classes)

    def resize(self, classes):
        """As many classes
        as that."""
        self.classes = classes

    def forward(self, x):
        y = self.linear(pooled(x))  # (B, 10)
        return y.reshape(-1, self.classes)

    def short(self, x): return x.reshape(2, 5)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 16, 3, padding=1)
        self.head = Head(16)

    def forward(self, x):
        # what a caller gives
        x = self.conv(x)
        return self.head(x)

    # after the last statement


def batches(n):
    for _ in range(n):
        yield torch.zeros(4, 3, 8, 8)


def evaluate():
    net = Net()
    for batch in batches(3):
        out = net(batch)
        print(out @ torch.zeros(10, 7))
'''
SEVERAL = {
    "a size that no longer fits": ("nn.Linear(width, classes)", "nn.Linear(width + 1, classes)"),
    "a size that fits elsewhere": ("nn.Conv2d(3, 16,", "nn.Conv2d(3, 17,"),
    "what a function gives": ("x.mean(dim=(2, 3))", "x.mean(dim=2)"),
    "a generator that is none any more": (
        "    for _ in range(n):\n        yield torch.zeros(4, 3, 8, 8)",
        "    return [torch.zeros(4, 4, 8, 8)] * n",
    ),
    "a line more": ("        x = self.conv(x)\n", "        y = 1\n\n        x = self.conv(x)\n"),
    "a line less": ("        self.classes = classes\n        self.linear", "        self.linear"),
    "a shape comment": ("# (B, 10)", "# (B, 11)"),
    "an attribute that a method sets": ("self.classes = classes\n\n    def f", "pass\n\n    def f"),
    "a comment before the first statement": (
        "# what a caller gives",
        "# x: (B, 3, H, W)\n        #",
    ),
    "a comment after the last": ("# after the last", "# nothing\n    # after the last"),
    "a comment between functions": ("def evaluate", "# evaluation\n\n\ndef evaluate"),
    "a finding that is ignored": (
        "torch.zeros(10, 7))",
        "torch.zeros(11, 7))  # shapelint: ignore",
    ),
    "a matrix that does not fit": ("torch.zeros(10, 7))", "torch.zeros(11, 7))"),
    "a default": ("classes=10", "classes=11"),
    "a default less": ("width=16, classes=10", "width, classes=10"),
    "a parameter more": ("def pooled(x):", "def pooled(x, y):"),
    "a name of a parameter": (
        "def batches(n):\n    for _ in range(n)",
        "def batches(m):\n    for _ in range(m)",
    ),
    "a body on the line of its name": ("reshape(2, 5)", "reshape(2, 6)"),
    "an annotation": (
        "def forward(self, x):\n        y",
        "def forward(self, x: torch.Tensor):\n        y",
    ),
    "a coroutine": ("def resize", "async def resize"),
    "a local class": ("    net = Net()", "    class Own(Net):\n        pass\n    net = Own()"),
}
SAID = {
    "what a class is": ("# is none.", "# is (B, T), or\n    so."),
    "what a function does": ("As many classes", "As many (N) classes"),
    "a comment": ("# what a caller gives", "# what another gives"),
    "a comment at the end": ("# after the last statement", "# nothing comes after"),
}
"""What nothing follows from."""
ANEW = {
    "a default that is computed": ("classes=10", "classes=len('abc')"),
    "a decorator": ("    def resize", "    @torch.no_grad()\n    def resize"),
    "a name": ("def resize", "def resized"),
    "a method that is none any more": (
        "    def short(self, x): return",
        "def short(self, x): return",
    ),
    "a base": ("class Net(nn.Module)", "class Net(Head)"),
    "a new function": (
        "def evaluate",
        "def other(x):\n    return x.reshape(2, 5)\n\n\ndef evaluate",
    ),
    "a text that is assigned": ("# here.", "# there."),
    "a constant": ("\n\ndef pooled", "WIDTH = 3\n\n\ndef pooled"),
}


class Looking:
    """One who looks at a file again and again."""

    def __init__(self, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.file, self.live = file, Live()
        self.runs = 0
        begin = Analyser.analyse

        def analyse(*args: object, **options: bool) -> Analysis:
            self.runs += 1
            return begin(*args, **options)  # type: ignore[arg-type]

        monkeypatch.setattr(Analyser, "analyse", analyse)

    def question(self, text: str) -> Question:
        return Question(self.file, {str(self.file): text.encode()})

    def look(self, text: str) -> Told:
        return self.live.tell(self.question(text))

    def check(self, text: str) -> tuple[Told, int]:
        """What is told, held against what is told to one who has not looked before; and how many runs from
        the start it took."""
        before = self.runs
        told, runs = self.look(text), self.runs - before
        assert shown(told) == shown(Live().tell(self.question(text)))
        return told, runs


def shown(told: Told) -> tuple[object, ...]:
    return (
        sorted(map(repr, told.findings)), told.problems, sorted(map(repr, told.values)), sorted(map(repr, told.models)),
        told.fault, told.parsed,
    )  # fmt: skip


@pytest.fixture
def looking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Looking:
    return Looking(tmp_path / "net.py", monkeypatch)


def changed(text: str, change: tuple[str, str]) -> str:
    old, new = change
    assert text.count(old) == 1, old
    return text.replace(old, new)


@pytest.mark.parametrize("change", SEVERAL.values(), ids=SEVERAL)
def test_a_function_that_is_rewritten_is_looked_at_alone(
    looking: Looking, change: tuple[str, str]
) -> None:
    looking.look(NET)
    edited = changed(NET, change)
    assert looking.check(edited)[1] == 0
    assert looking.check(NET)[1] == 0


@pytest.mark.parametrize("change", SAID.values(), ids=SAID)
def test_what_nothing_follows_from_runs_nothing(
    looking: Looking, monkeypatch: pytest.MonkeyPatch, change: tuple[str, str]
) -> None:
    looking.look(NET)
    monkeypatch.setattr(Course, "_run_entry", lambda *_: pytest.fail("an entry is run"))
    assert looking.look(changed(NET, change)).parsed
    monkeypatch.undo()
    looking.check(changed(NET, change))
    looking.check(changed(NET, SEVERAL["a size that no longer fits"]))


@pytest.mark.parametrize("change", ANEW.values(), ids=ANEW)
def test_another_edit_is_looked_at_from_the_start(
    looking: Looking, change: tuple[str, str]
) -> None:
    looking.look(NET)
    assert looking.check(changed(NET, change))[1] == 1
    looking.check(NET)


def test_edits_add_up(looking: Looking) -> None:
    looking.look(NET)
    text = NET
    for change in SEVERAL.values():
        if text.count(change[0]) == 1:
            text = changed(text, change)
            looking.check(text)
    assert len(looking.look(text).findings) >= 2


def test_what_the_script_runs_is_run_from_the_start(looking: Looking) -> None:
    script = NET + "\n\nNet()(torch.zeros(1, 3, 4, 4))\n"
    looking.look(script)
    told, runs = looking.check(changed(script, SEVERAL["a size that no longer fits"]))
    assert runs == 1
    assert told.findings


def test_a_text_that_cannot_be_parsed_leaves_the_rest_as_it_was(looking: Looking) -> None:
    looking.look(NET)
    assert not looking.look(NET.replace("return self.head(x)", "return self.head(x")).parsed
    looking.check(changed(NET, SEVERAL["what a function gives"]))


def test_another_file_that_changes_counts(looking: Looking) -> None:
    sizes = looking.file.with_name("sizes.py")
    sizes.write_text("import torch\n\n\ndef made():\n    return torch.zeros(10, 7)\n")
    text = NET.replace("import torch\n", "import torch\nfrom sizes import made\n", 1)
    text = text.replace("torch.zeros(10, 7)", "made()")
    assert not looking.look(text).findings
    sizes.write_text("import torch\n\n\ndef made():\n    return torch.zeros(11, 7)\n")
    told, runs = looking.check(changed(text, SEVERAL["a line more"]))
    assert runs == 1
    assert told.findings


@pytest.mark.parametrize("settled", [True, False])
def test_a_file_of_the_same_length_and_time_is_another(looking: Looking, settled: bool) -> None:
    sizes = looking.file.with_name("sizes.py")
    texts = [f"WIDTH = {width}\n" for width in (16, 17, 16, 18, 16)]
    text = "from sizes import WIDTH\n" + NET.replace("Head(16)", "Head(WIDTH)")
    looking.file.write_text("")
    for number, wanted in enumerate(texts):
        sizes.write_text(wanted)
        os.utime(sizes, (1_000_000_000, 1_000_000_000))
        if settled:
            time.sleep(2.1 if number < 2 else 0)  # so that it is kept what the file has
            looking.look(text)
        assert bool(looking.check(text)[0].findings) is ("16" not in wanted)


def test_what_fills_a_registry_counts(looking: Looking) -> None:
    text = """\
import torch

MADE = {}


def register(function):
    MADE[function.__name__] = function
    return function


@register
def small():
    return torch.zeros(2, 3)


def use():
    return MADE["small"]() @ torch.zeros(3, 4)
"""
    assert not looking.look(text).findings
    told, runs = looking.check(text.replace("torch.zeros(2, 3)", "torch.zeros(2, 5)"))
    assert (len(told.findings), runs) == (1, 0)


def test_the_fix_of_a_finding_stays(looking: Looking) -> None:
    text = changed(NET, SEVERAL["a matrix that does not fit"])
    (finding,) = looking.look(text).findings
    assert finding.fix is not None
    told, runs = looking.check(changed(text, SEVERAL["an attribute that a method sets"]))
    assert runs == 0
    assert told.findings[0].fix == finding.fix
    (moved,) = looking.check(changed(text, SEVERAL["a line more"]))[0].findings
    assert moved.fix is not None
    assert moved.fix.span.line == finding.fix.span.line + 2


CALLED = NET.replace("torch.zeros(10, 7)", "torch.zeros(11, 7)")
"""With an error that only a function makes."""


@pytest.mark.parametrize("anew", [False, True], ids=["a method", "the script"])
def test_classes_are_told_of_before_functions_are_run(looking: Looking, anew: bool) -> None:
    looking.look(CALLED)
    text = changed(CALLED, SEVERAL["a size that no longer fits"])
    text = changed(text, ANEW["a constant"]) if anew else text
    early: list[tuple[Finding, ...]] = []
    told = looking.live.tell(looking.question(text), early.append)
    assert shown(told) == shown(Live().tell(looking.question(text)))
    (findings,) = early
    assert names(findings) == {"linear-in-features", "inner-size"}
    assert names(told.findings) == names(findings)


def test_what_functions_had_to_say_of_code_that_is_gone_is_not_told(looking: Looking) -> None:
    looking.look(CALLED)
    start = CALLED.index("def evaluate")
    other = "def other():\n    return Net()(torch.zeros(1, 3, 8, 8))\n"
    early: list[tuple[Finding, ...]] = []
    looking.live.tell(looking.question(CALLED[:start] + other), early.append)
    assert early == [()]


def names(findings: tuple[Finding, ...]) -> set[str]:
    return {finding.name for finding in findings}


def test_one_who_is_interrupted_goes_on(looking: Looking) -> None:
    looking.look(NET)
    edited = changed(NET, SEVERAL["a size that no longer fits"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Budget, "interrupted", after(1))
        patch.setattr("shapelint.interpreter.budget.LOOK", 1)
        with pytest.raises(Interrupted):
            looking.look(edited)
    assert looking.check(changed(edited, SEVERAL["a line more"]))[1] == 0


def after(times: int) -> Callable[[], bool]:
    left = iter([False] * times)
    return lambda: next(left, True)


NUMBER = re.compile(r"(?<![\w.])\d+(?![\w.])")
LINES = (
    "y = torch.zeros(2, 3)",
    "x = torch.cat([x, torch.zeros(2, 7)])",
    "# a comment",
    "",
    "self.classes = 3",
)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("name", ["classes", "networks", "training", "annotations"])
def test_edits_of_all_kinds(looking: Looking, name: str, seed: int) -> None:
    text = (Path(__file__).parent / "cases" / f"{name}.py").read_text()
    random_ = random.Random(f"{name} {seed}")
    looking.look(text)
    for _ in range(6):
        text = edit(text, random_)
        looking.check(text)


def edit(text: str, random_: random.Random) -> str:
    """The text with one thing done to it that leaves it a program."""
    while True:
        lines = text.split("\n")
        at = random_.randrange(len(lines))
        number = NUMBER.search(lines[at])
        indent = lines[at][: len(lines[at]) - len(lines[at].lstrip())]
        kind = random_.randrange(4)
        if kind == 0 and number is not None:
            other = str(int(number[0]) + random_.randrange(1, 3))
            lines[at] = lines[at][: number.start()] + other + lines[at][number.end() :]
        elif kind == 1:
            lines.insert(at, lines[at])
        elif kind == 2:
            del lines[at]
        else:
            lines.insert(at, indent + random_.choice(LINES))
        found = "\n".join(lines)
        try:
            ast.parse(found)
        except SyntaxError:
            continue
        if found != text:
            return found
