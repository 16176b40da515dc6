"""Runs a driver under the models' own Python and notes what happens. Needs only the standard library.

`tracing.py trace DRIVER` prints, as JSON, the shapes of all tensors that the driver and the packages it imports
assign or return; `tracing.py alone DRIVER` those of the driver itself; `tracing.py time DRIVER` how long the plain run takes; `tracing.py serve DRIVER`
answers, for each changed file named on its standard input, what a run with it raises.
"""

from __future__ import annotations

import ast
import contextlib
import gc
import json
import os
import signal
import sys
import time
import traceback
import types
from collections.abc import Iterator, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from typing import Any

FRAMEWORKS = {"torch", "keras", "numpy", "tensorflow", "einops", "torchvision", "scipy"}
RUN_SECONDS = 60
Sizes = list[int | None]


class Notes:
    """The shapes seen at each place: (file, line, name)."""

    def __init__(self) -> None:
        self.shapes: dict[tuple[str, int, str], list[Sizes]] = {}
        self.functions: set[tuple[str, int]] = set()
        """Functions that ran, but for those that only the import of their file calls."""
        self.importing = 0

    def entered(self, file: str, line: int) -> None:
        if not self.importing:
            self.functions.add((file, line))

    def note(self, file: str, line: int, name: str, value: Any) -> None:
        sizes = sizes_of(value)
        if sizes is not None:
            seen = self.shapes.setdefault((file, line, name), [])
            if sizes not in seen:
                seen.append(sizes)

    def attribute(self, file: str, line: int, name: str, owner: Any) -> None:
        with contextlib.suppress(Exception):
            self.note(file, line, name, getattr(owner, name.partition(".")[2]))

    def returned(self, file: str, line: int, value: Any) -> Any:
        if type(value) is tuple:
            for i, item in enumerate(value):
                self.note(file, line, f"return[{i}]", item)
        else:
            self.note(file, line, "return", value)
        return value


def sizes_of(value: Any) -> Sizes | None:
    """The shape of a tensor of any framework, None for what is none."""
    for module, kind in (("torch", "Tensor"), ("numpy", "ndarray"), ("keras", "KerasTensor")):
        cls = getattr(sys.modules.get(module), kind, None)
        if cls is not None and isinstance(value, cls):
            try:
                return [None if size is None else int(size) for size in value.shape]
            except Exception:
                return None
    return None


class Instrument(ast.NodeTransformer):
    """Adds a note after each assignment, at the head of each loop and around each return."""

    def __init__(self, file: str) -> None:
        self.file = file

    def _call(self, function: str, line: int, *args: ast.expr) -> ast.Call:
        place: list[ast.expr] = [ast.Constant(self.file), ast.Constant(line)]
        return ast.Call(ast.Name(function, ast.Load()), [*place, *args], [])

    def _notes(self, target: ast.expr) -> Iterator[ast.stmt]:
        if isinstance(target, ast.Name):
            value = ast.Name(target.id, ast.Load())
            yield ast.Expr(self._call("__note__", target.lineno, ast.Constant(target.id), value))
        elif isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name):
            owner = ast.Name(target.value.id, ast.Load())
            name = ast.Constant(f"{target.value.id}.{target.attr}")
            yield ast.Expr(self._call("__attribute__", target.lineno, name, owner))
        elif isinstance(target, ast.Tuple | ast.List):
            for part in target.elts:
                yield from self._notes(part)
        elif isinstance(target, ast.Starred):
            yield from self._notes(target.value)

    def _after(self, node: Any, targets: Sequence[ast.expr]) -> list[ast.stmt]:
        self.generic_visit(node)
        return [node, *(note for target in targets for note in self._notes(target))]

    def visit_Assign(self, node: ast.Assign) -> Any:
        return self._after(node, node.targets)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> Any:
        return self._after(node, [node.target] if node.value is not None else [])

    def visit_AugAssign(self, node: ast.AugAssign) -> Any:
        return self._after(node, [node.target])

    def visit_For(self, node: ast.For) -> Any:
        self.generic_visit(node)
        node.body = [*self._notes(node.target), *node.body]
        return node

    def visit_Return(self, node: ast.Return) -> Any:
        self.generic_visit(node)
        if node.value is not None:
            node.value = self._call("__returned__", node.lineno, node.value)
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> Any:
        self.generic_visit(node)
        after = 1 if ast.get_docstring(node, clean=False) is not None else 0
        node.body.insert(after, ast.Expr(self._call("__entered__", node.lineno)))
        return node


class Loader(SourceFileLoader):
    """Compiles a module of a traced package with its notes."""

    def __init__(
        self, fullname: str, path: str, file: str, keep: Path | None, notes: Notes
    ) -> None:
        super().__init__(fullname, path)
        self.file, self.keep, self.notes = file, keep, notes

    def exec_module(self, module: types.ModuleType) -> None:
        self.notes.importing += 1
        try:
            super().exec_module(module)
        finally:
            self.notes.importing -= 1

    def get_code(self, fullname: str) -> types.CodeType:
        import marshal

        stat = os.stat(self.path)
        kept = None
        if self.keep is not None:
            kept = self.keep / f"{self.file.replace('/', '.')}.{stat.st_mtime_ns}.{stat.st_size}"
            if kept.is_file():
                code: types.CodeType = marshal.loads(kept.read_bytes())
                return code
        code = instrumented(Path(self.path).read_bytes(), self.path, self.file)
        if kept is not None:
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(marshal.dumps(code))
        return code


def instrumented(source: bytes, path: str, file: str) -> types.CodeType:
    """The code of a file with its notes. Raises SyntaxError."""
    module = Instrument(file).visit(ast.parse(source, path))
    code: types.CodeType = compile(ast.fix_missing_locations(module), path, "exec")
    return code


class Traced(MetaPathFinder):
    """Finds the modules of the traced packages."""

    def __init__(self, packages: set[str], keep: Path | None, notes: Notes) -> None:
        self.packages, self.keep, self.notes = packages, keep, notes

    def find_spec(self, fullname: str, path: Any, target: Any = None) -> ModuleSpec | None:
        if fullname.partition(".")[0] not in self.packages:
            return None
        spec = PathFinder.find_spec(fullname, path)
        if spec is None or not isinstance(spec.loader, SourceFileLoader):
            return None
        file = file_of(fullname, spec)
        spec.loader = Loader(fullname, spec.loader.path, file, self.keep, self.notes)
        return spec


def replace_code(path: str, source: str) -> bool:
    """Give the functions of a loaded file the code of another one in which no line moved.

    Answers False where a function cannot take its new code (it closes over other names).
    """
    module = compile(Path(source).read_bytes(), source, "exec")
    codes = {(code.co_qualname, code.co_firstlineno): code for code in _codes(module)}
    for function in gc.get_objects():
        if type(function) is not types.FunctionType or function.__code__.co_filename != path:
            continue
        new = codes.get((function.__code__.co_qualname, function.__code__.co_firstlineno))
        if new is not None:
            try:
                function.__code__ = new
            except ValueError:
                return False
    return True


def _codes(code: types.CodeType) -> Iterator[types.CodeType]:
    for part in code.co_consts:
        if isinstance(part, types.CodeType):
            yield part
            yield from _codes(part)


def file_of(fullname: str, spec: ModuleSpec) -> str:
    """A module's file below the folder that its package stands in."""
    parts = fullname.split(".")
    if spec.submodule_search_locations is not None:
        parts.append("__init__")
    return "/".join(parts) + ".py"


def packages_of(source: str) -> set[str]:
    """The packages that a driver imports, but for the frameworks."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    return found - FRAMEWORKS - set(sys.stdlib_module_names)


def execute(code: types.CodeType, path: Path) -> None:
    module = types.ModuleType("__main__")
    module.__file__ = str(path)
    sys.modules["__main__"] = module
    exec(code, vars(module))


def trace(path: Path, keep: Path | None, alone: bool = False) -> dict[str, Any]:
    """Run a driver and answer its notes; `alone`, no others than its own."""
    import builtins

    notes = Notes()
    source = path.read_text()
    vars(builtins).update(
        __note__=notes.note,
        __attribute__=notes.attribute,
        __returned__=notes.returned,
        __entered__=notes.entered,
    )
    sys.meta_path.insert(0, Traced(set() if alone else packages_of(source), keep, notes))
    execute(instrumented(source.encode(), str(path), path.name), path)
    return {
        "shapes": [[*place, sizes] for place, sizes in sorted(notes.shapes.items())],
        "functions": sorted(notes.functions),
        "modules": sorted(sys.modules),
    }


def timed(path: Path) -> dict[str, float]:
    """Seconds of a plain run: the frameworks' import, and all of it."""
    began = time.perf_counter()
    source = path.read_text()
    for name in ("torch", "keras"):
        if name in source:
            __import__(name)
    imported = time.perf_counter()
    execute(compile(source, str(path), "exec"), path)
    return {"framework": imported - began, "whole": time.perf_counter() - began}


def serve(path: Path) -> None:
    """Answer requests, a line each, by a run in a fork, with the modules of `preload` imported before.

    `{"file", "changed"}` gives the functions of a loaded file the code of the changed one; where `changed`
    is null, the answer tells the lines that ran of each file below `folder`.
    """
    code = compile(path.read_text(), str(path), "exec")
    for line in sys.stdin:
        request = json.loads(line)
        for name in request["preload"]:
            with contextlib.suppress(Exception):
                __import__(name)
        print(json.dumps(_forked(code, path, request)), flush=True)


def lines_run(code: types.CodeType, path: Path, folder: str) -> dict[str, list[int]]:
    """The lines of the files below a folder that a run of the driver reaches, but for imports."""
    seen: dict[str, set[int]] = {}

    def entered(frame: types.FrameType, event: str, argument: object) -> Any:
        file = frame.f_code.co_filename
        if not file.startswith(folder):
            return None
        lines = seen.setdefault(file, set())

        def line(frame: types.FrameType, event: str, argument: object) -> Any:
            lines.add(frame.f_lineno)
            return line

        return line

    sys.settrace(entered)
    try:
        execute(code, path)
    finally:
        sys.settrace(None)
    return {file: sorted(lines) for file, lines in seen.items()}


def _forked(code: types.CodeType, path: Path, request: dict[str, Any]) -> dict[str, Any]:
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        devnull = os.open(os.devnull, os.O_WRONLY)
        os.dup2(devnull, 1)
        os.dup2(devnull, 2)
        signal.alarm(RUN_SECONDS)
        answer: dict[str, Any] = {"error": None}
        try:
            changed = request["changed"]
            if changed is None:
                answer["executed"] = lines_run(code, path, request["folder"])
            elif replace_code(request["file"], changed):
                execute(code, path)
            else:
                answer = {"error": "not replaced", "message": "", "lines": []}
        except BaseException as error:
            answer = described(error)
        os.write(writer, json.dumps(answer).encode())
        os._exit(0)
    os.close(writer)
    with open(reader, "rb") as pipe:
        text = pipe.read()
    os.waitpid(child, 0)
    return json.loads(text) if text else {"error": "killed", "message": "", "lines": []}


def described(error: BaseException) -> dict[str, Any]:
    """An exception: its class, where that was made, its words and the lines it passes through."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [(f.filename, f.lineno, f.end_lineno or f.lineno) for f in frames]
    return {
        "error": type(error).__name__,
        "message": str(error).strip()[:400],
        "lines": lines,
    }


def main() -> None:
    what, driver = sys.argv[1], Path(sys.argv[2])
    if what == "serve":
        import torch

        torch.set_num_threads(1)
        serve(driver)
        return
    keep = Path(sys.argv[3]) if len(sys.argv) > 3 else None
    answer = timed(driver) if what == "time" else trace(driver, keep, alone=what == "alone")
    sys.stdout.write("\n" + json.dumps(answer) + "\n")


if __name__ == "__main__":
    main()
