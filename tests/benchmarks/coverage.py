"""How many of the framework calls in real code have a rule: `python -m tests.benchmarks.coverage`.

Every call in the sources of the pinned packages whose name resolves, through the imports of its
file, to the framework is counted, as often as it stands there; for Keras (`--keras`) also the examples in
Keras's own docstrings. It counts as known if the linter has a rule, a builtin or a prelude for it. Calls
of methods are counted apart: without types, a name that only tensors have stands for the method.
"""

from __future__ import annotations

import ast
import re
import textwrap
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import click

from shapelint.interpreter import Analyser
from shapelint.interpreter.machine import Interpreter
from shapelint.interpreter.registry import METHODS
from shapelint.interpreter.tensors import known_methods
from shapelint.interpreter.values import External, Opaque, Unknown
from tests.benchmarks.packages import CACHE, KERAS, PINNED, SMALL, fetched

TORCH = ("torch", "einops")
KERAS_NAMES = ("keras", "tensorflow")
KERAS_SOURCE = "keras==3.15.1"
FENCE = re.compile(r"^( *)```(?:python)?\n(.*?)^\1```", re.MULTILINE | re.DOTALL)
PROMPT = re.compile(r"^ *(?:>>>|\.\.\.) ?(.*)$", re.MULTILINE)
USUAL = {
    "keras": "keras",
    "layers": "keras.layers",
    "ops": "keras.ops",
    "tf": "tensorflow",
    "models": "keras.models",
}
"""What names stand for in examples that import nothing."""
WITHIN = re.compile(r"^keras_(?:cv|hub|nlp)(?:\.src)?\.backend\.(keras|ops)\b")
"""Where packages keep the Keras that they run on."""


@dataclass
class Calls:
    """Calls of one body of code, by dotted name."""

    functions: Counter[str] = field(default_factory=Counter)
    methods: Counter[str] = field(default_factory=Counter)

    def add(self, other: Calls) -> None:
        self.functions += other.functions
        self.methods += other.methods


def calls_of(text: str, frameworks: tuple[str, ...], usual: dict[str, str] | None = None) -> Calls:
    """The framework calls of one file. Raises SyntaxError."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        module = ast.parse(text)
    names = {**(usual or {}), **dict(_imported(module))}
    calls = Calls()
    for node in ast.walk(module):
        if not isinstance(node, ast.Call):
            continue
        dotted = _dotted(node.func, names)
        if dotted is not None:
            dotted = WITHIN.sub(lambda m: "keras" if m[1] == "keras" else "keras.ops", dotted)
            if dotted.split(".")[0] in frameworks:
                calls.functions[dotted] += 1
        elif isinstance(node.func, ast.Attribute) and node.func.attr in TENSOR_ONLY:
            calls.methods[node.func.attr] += 1
    return calls


def examples_of(text: str) -> Iterator[str]:
    """The programs that stand in the docstrings of a file. Raises SyntaxError."""
    kinds = (ast.Module, ast.ClassDef, ast.FunctionDef)
    for node in ast.walk(ast.parse(text)):
        doc = ast.get_docstring(node) if isinstance(node, kinds) else None
        if doc is None:
            continue
        for _, block in FENCE.findall(doc):
            lines = PROMPT.findall(block)
            yield "\n".join(lines) if lines else textwrap.dedent(block)
        lines = PROMPT.findall(FENCE.sub("", doc))
        if lines:
            yield "\n".join(lines)


def calls_of_examples(path: Path, frameworks: tuple[str, ...]) -> Calls:
    """The framework calls of the examples in a file's docstrings."""
    calls = Calls()
    try:
        for text in examples_of(path.read_text(encoding="utf-8")):
            try:
                calls.add(calls_of(text, frameworks, USUAL))
            except SyntaxError:
                continue
    except SyntaxError:
        pass
    return calls


def _imported(module: ast.Module) -> Iterator[tuple[str, str]]:
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            for alias in node.names:
                top = alias.name.split(".")[0]
                yield (alias.asname, alias.name) if alias.asname else (top, top)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                yield alias.asname or alias.name, f"{node.module}.{alias.name}"


def _dotted(node: ast.expr, names: dict[str, str]) -> str | None:
    """`F.relu` as `torch.nn.functional.relu`; None for what is no imported name."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.insert(0, node.attr)
        node = node.value
    if isinstance(node, ast.Name) and node.id in names:
        return ".".join([names[node.id], *parts])
    return None


def _tensor_only() -> set[str]:
    """Public methods of tensors that no builtin type, array or module of Python's has."""
    import numpy as np
    import torch

    others = (str, bytes, list, dict, set, tuple, int, float, np.ndarray, torch.nn.Module, Path)
    taken = {name for kind in others for name in dir(kind)}
    return {n for n in dir(torch.Tensor) if not n.startswith("_")} - taken


TENSOR_ONLY = _tensor_only()


def knowing(machine: Interpreter) -> Callable[[str], bool]:
    """Whether the linter knows what stands under a dotted name: a rule, a builtin, a prelude, or what
    a known class or text has under its last part."""

    def known(dotted: str) -> bool:
        found = machine.external(dotted)
        if not isinstance(found, External):
            return True
        owner, _, name = dotted.rpartition(".")
        value = machine.external(owner) if owner else found
        if isinstance(value, External):
            return False
        if isinstance(value, Opaque):
            return f"{value.kind}.{name}" in METHODS
        return not isinstance(machine.get_attr(value, name), External | Unknown)

    return known


def _show(title: str, rows: list[tuple[Counter[str], Callable[[str], bool]]]) -> None:
    line = f"{title:30}"
    for counter, knows in rows:
        calls = counter.total()
        share = sum(c for n, c in counter.items() if knows(n)) / calls if calls else 1.0
        line += f" {calls:8} {share:8.2%}"
    click.echo(line)


@click.command()
@click.option("--cache", type=Path, default=CACHE)
@click.option("--missing", default=25, help="How many of the unknown names to show.")
@click.option("--keras", is_flag=True, help="Count the calls of Keras and TensorFlow.")
@click.argument("packages", nargs=-1)
def main(cache: Path, missing: int, keras: bool, packages: tuple[str, ...]) -> None:
    """Count the calls of PACKAGES (pinned requirements; all of them by default)."""
    machine = Analyser().machine
    known, methods = knowing(machine), known_methods(machine)
    total = Calls()
    click.echo(f"{'package':30} {'calls':>8} {'known':>8} {'methods':>8} {'known':>8}")
    frameworks = KERAS_NAMES if keras else TORCH
    for requirement in packages or ((*KERAS, KERAS_SOURCE) if keras else (*PINNED, *SMALL)):
        calls = Calls()
        for path in sorted(fetched(requirement, cache).rglob("*.py")):
            if requirement == KERAS_SOURCE:
                calls.add(calls_of_examples(path, frameworks))
                continue
            try:
                text = path.read_text(encoding="utf-8", errors="replace")
                calls.add(calls_of(text, frameworks))
            except (SyntaxError, ValueError):
                continue
        total.add(calls)
        _show(requirement, [(calls.functions, known), (calls.methods, methods.__contains__)])
    rows = [(total.functions, known), (total.methods, methods.__contains__)]
    _show("all", rows)
    for title, (counter, knows) in zip(("functions", "methods"), rows, strict=True):
        click.echo(f"\nwithout a rule, {title}:")
        unknown = Counter({n: c for n, c in counter.items() if not knows(n)})
        for name, count in unknown.most_common(missing):
            click.echo(f"{count:8} {name}")


if __name__ == "__main__":
    main()
