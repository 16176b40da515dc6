"""The abstract interpreter: runs a file's entries on abstract values."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path

from shapelint.finding import Edit, Finding, Span, TraceStep
from shapelint.interpreter import builtins, lifecycle, notations
from shapelint.interpreter.analysis import Analysis, Contract, SeenValue, ShapeRecord
from shapelint.interpreter.concrete import Expression
from shapelint.interpreter.contexts import Contexts
from shapelint.interpreter.course import Course, Earlier, Early
from shapelint.interpreter.imports import Program
from shapelint.interpreter.installed import Installed
from shapelint.interpreter.machine import Interpreter
from shapelint.interpreter.mending import Fix, solve
from shapelint.interpreter.notations import Stale
from shapelint.interpreter.recorder import Place, RawFinding, Recorder, Step
from shapelint.interpreter.redefining import defaults_of
from shapelint.interpreter.witness import Activation, Witness
from shapelint.interpreter.wording import shortened
from shapelint.names import SILENT
from shapelint.rulebook import Rulebook
from shapelint.source.disk import Disk, Looks, Seen
from shapelint.source.drafts import Drafts
from shapelint.source.garbage import collect_seldom
from shapelint.source.text import lines, readable
from shapelint.source.trees import Trees

EarlyFindings = Callable[[tuple[Finding, ...]], None]
RECURSION_LIMIT = 20_000
MAX_EXPRESSION = 80


def shipped_rules() -> Path:
    """The folder of the rules that come with shapelint: within the package, or beside its source."""
    here = Path(__file__).resolve().parent.parent
    installed = here / "_rules"
    return installed if installed.is_dir() else here.parent / "rules"


def rulebook(extra: tuple[Path, ...] = ()) -> Rulebook:
    """The rules that come with shapelint, and a project's own as they are now. Raises RuleError, OSError."""
    files = (
        f for path in extra for f in (sorted(path.rglob("*.pyi")) if path.is_dir() else [path])
    )
    return _rulebook(extra, tuple(file.read_bytes() for file in files))


@lru_cache(maxsize=8)
def _rulebook(extra: tuple[Path, ...], texts: tuple[bytes, ...]) -> Rulebook:
    return Rulebook.load([shipped_rules()], extra)


class Analyser:
    """Analyses files of one project, each on its own: what comes out does not depend on what was analysed
    before."""

    def __init__(
        self,
        roots: tuple[Path, ...] = (),
        extra_rules: tuple[Path, ...] = (),
        packages: tuple[Path, ...] = (),
        disk: Disk | None = None,
        trees: Trees | None = None,
    ) -> None:
        """`packages` are the folders of an environment's installed packages; files are read from the
        `disk`; `trees` keeps their program trees from run to run. From now on the process looks seldom for
        garbage.

        Raises RuleError, OSError where the extra rules cannot be read.
        """
        collect_seldom()
        self._roots = roots
        self._rulebook = rulebook(extra_rules)
        self._installed = Installed(packages)
        self.disk = disk or Disk()
        self._trees = trees or Trees()
        self.machine = self._begun()
        self._course: Course | None = None
        self._earlier: Earlier = {}

    def _begun(self) -> Interpreter:
        """A machine that has seen nothing."""
        program = Program(self._roots, self._installed, Looks(self.disk), self._trees)
        return Interpreter(program, self._rulebook, Recorder())

    def analyse(
        self,
        path: Path,
        shapes: bool = False,
        reached: bool = False,
        witnesses: bool = False,
        values: bool = False,
        early: EarlyFindings | None = None,
    ) -> Analysis:
        """Run every entry of a file; keep what is asked for. `early` may be told its findings while some functions
        are still to be run. Raises SourceError, OSError for a file that cannot be read."""
        if self._course is not None:
            self._earlier = self._course.earlier() if self._course.path == path else {}
        self._course = None
        m = self.machine = self._begun()
        m.recorder.keep_witnesses = witnesses
        m.recorder.keep_shapes, m.recorder.keep_reached = shapes or values, reached
        m.recorder.contexts = Contexts() if values else None
        with _deep():
            lowered = self._trees.tree(m.program.source(path), str(path))
            m.program.trees[str(path)] = lowered
            name = m.program.add_roots_of(path)
            course = Course(m, path, lowered, name, self._earlier)
            course.run(early and _early(course, early))
            self._course = course
            return _shown(course)

    def revised(self, path: Path, early: EarlyFindings | None = None) -> Analysis | None:
        """The analysis of the file that was analysed last, as it would be anew, where the disk has the same as
        then but for some of its functions, which the script has nothing to do with; else None. Raises
        Interrupted."""
        course, m = self._course, self.machine
        if course is None or course.path != path or not isinstance(self._trees, Drafts):
            return None
        key, looks = os.path.abspath(path), m.program.looks
        if key != str(path) or key in looks.seen.words:
            return None
        if not looks.seen.holds(self.disk, but_for=key):
            return None
        revision = self._trees.revision(self.disk.read(key), key)
        if revision is None:
            return None
        edited = {(key, old.at) for old, _ in revision.edits}
        defaults = defaults_of(m, key, revision.edits)
        if defaults is None or course.concerns(edited):
            return None
        looks.disk = self.disk
        looks.read(path)
        m.program.trees[key] = self._trees.revise(revision, key)
        for function, values in defaults:
            function.defaults = values
        with _deep():
            course.go_on(edited, early and _early(course, early))
            return _shown(course)

    @property
    def seen(self) -> Seen:
        """What the last analysis has seen of the disk."""
        return self.machine.program.looks.seen


def analyse(path: Path, roots: tuple[Path, ...] = (), shapes: bool = False) -> Analysis:
    """Analyse one file on its own. Raises SourceError, OSError."""
    return Analyser(roots).analyse(path, shapes)


class Places:
    """Looks up lines and expressions, a file at a time."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.files: dict[str, tuple[Sequence[Span], list[str]]] = {}
        self._spans: dict[Place, Span] = {}
        self._texts: dict[Place, str] = {}

    def span(self, place: Place) -> Span:
        found = self._spans.get(place)
        if found is None:
            found = self._spans[place] = self._file(place.path)[0][place.at]
        return found

    def text(self, place: Place) -> str:
        found = self._texts.get(place)
        if found is None:
            found = self._texts[place] = self._text(self.span(place), self._file(place.path)[1])
        return found

    def _text(self, span: Span, lines: list[str]) -> str:
        line = lines[span.line - 1]
        end = span.end_column - 1 if span.end_line == span.line else len(line)
        shown = " ".join(line[span.column - 1 : end].split())
        if span.end_line != span.line:
            shown += " …"
        return shown if len(shown) <= MAX_EXPRESSION else shown[: MAX_EXPRESSION - 1] + "…"

    def _file(self, path: str) -> tuple[Sequence[Span], list[str]]:
        if path not in self.files:
            raw = self.program.source(Path(path))
            self.files[path] = (self.program.texts.spans(raw, path), lines(readable(raw)))
        return self.files[path]


@contextmanager
def _deep() -> Iterator[None]:
    """Programs may nest; what is worked out of them on the way is let go of."""
    old = sys.getrecursionlimit()
    sys.setrecursionlimit(max(old, RECURSION_LIMIT))
    try:
        yield
    finally:
        lifecycle.forget()
        sys.setrecursionlimit(old)


def _early(course: Course, tell: EarlyFindings) -> Early:
    """Tells the findings that a course has so far."""

    def told(recorder: Recorder) -> None:
        m, places = course.m, Places(course.m.program)
        for key, raw in list(recorder.findings.items()):
            if _stands(partial(places.span, raw.place)):
                steps = (s for s in raw.steps if _stands(partial(_trace, (s,), places)))
                recorder.findings[key] = replace(raw, steps=tuple(steps))
            else:
                del recorder.findings[key]
        for comment in list(recorder.notations):
            if not _stands(partial(notations.span, m, comment)):
                del recorder.notations[comment]
        tell(tuple(_findings(m, recorder, places)))

    return told


def _stands(look_up: Callable[[], object]) -> bool:
    """Whether there still is what an earlier run spoke of."""
    try:
        look_up()
    except LookupError:
        return False
    return True


def _findings(m: Interpreter, recorder: Recorder, places: Places) -> Iterator[Finding]:
    for key, raw in recorder.findings.items():
        fix = recorder.fixes.get(key)
        yield _finding(raw, places, key in recorder.only_defaults, fix)
    for comment, stale in recorder.notations.items():
        if stale is not None:
            yield _stale(comment[0], notations.span(m, comment), stale, places)


def _shown(course: Course) -> Analysis:
    m, places = course.m, Places(course.m.program)
    recorder = m.recorder = course.noted()
    solve(m, m.entries, places.span, course.solved)
    findings = tuple(_findings(m, recorder, places))
    counts = Counter(recorder.counts.values())
    records = []
    for shape in recorder.shapes.values():
        if shape.place.path.startswith("<"):
            continue
        span = places.span(shape.place)
        records.append(
            ShapeRecord(
                shape.place.path, span.line, span.column, shape.name, shape.shape,
                shape.dtype and shape.dtype.removeprefix("torch."), shape.entry,
            )
        )  # fmt: skip
    contracts = tuple(
        Contract(name, place.path, places.span(place).line, text, layer.count if layer else None)
        for name, place, text, layer in recorder.contracts.values()
        if recorder.keep_shapes and not place.path.startswith("<")
    )
    reached = {
        file: tuple(sorted({places.span(Place(file, at)).line for at in nodes}))
        for file, nodes in recorder.reached.items()
        if not file.startswith("<")
    }
    records.sort(key=lambda r: (r.file, r.line, r.column))
    return Analysis(
        findings, tuple(records), counts["proved"], counts["open"], counts["unknown"],
        dict(recorder.causes), contracts, reached, tuple(course.notes()),
        frozenset((k[0], notations.span(m, k)) for k, s in recorder.notations.items() if s is None),
        dict(_witnesses(recorder, places)), _all_values(course, places),
    )  # fmt: skip


def _witnesses(
    recorder: Recorder, places: Places
) -> Iterator[tuple[tuple[str, str, Span], Witness]]:
    for raw in recorder.findings.values():
        way = raw.witness
        if way is not None:
            line = 0 if way.script is None else places.span(way.script).line
            yield (raw.name, raw.place.path, places.span(raw.place)), replace(way, line=line)


def _all_values(course: Course, places: Places) -> tuple[SeenValue, ...]:
    layout = places.program.texts.layout(str(course.path))
    found: list[SeenValue] = []
    for record in course.records():
        if record.shown is None or record.shown[0] != layout:
            record.shown = layout, tuple(_values(record.recorder.contexts, places))
        found += record.shown[1]
    return tuple(found)


def _values(contexts: Contexts | None, places: Places) -> Iterator[SeenValue]:
    for key, raws in contexts.values.items() if contexts is not None else ():
        path, at, entry, caller, assigned = key
        called_at = None
        if caller is not None and caller.path and not caller.path.startswith("<"):
            called_at = (caller.path, places.span(caller).line)
        for raw in raws:
            layer = raw.layer
            yield SeenValue(
                path,
                places.span(Place(path, at)),
                "layer" if layer else "tensor",
                layer.name if layer else str(raw.shape),
                raw.dtype and raw.dtype.removeprefix("torch."),
                entry,
                called_at,
                _trace(raw.steps, places),
                layer.parameters if layer else (),
                layer.count if layer else None,
                assigned,
            )


def _trace(steps: tuple[Step, ...], places: Places) -> tuple[TraceStep, ...]:
    return tuple(
        TraceStep(
            s.place.path, places.span(s.place).line, places.text(s.place), shortened(str(s.shape))
        )
        for s in steps
        if not s.place.path.startswith("<") and s.place.path
    )


def _finding(raw: RawFinding, places: Places, only_defaults: bool, fix: Fix | None) -> Finding:
    message = shortened(raw.message) + (
        " (with the defaults of this entry)" if only_defaults else ""
    )
    mild = only_defaults or raw.name in SILENT
    return Finding(
        raw.name, "warning" if mild else "error", raw.place.path, places.span(raw.place),
        message, _trace(raw.steps, places), dict(raw.counterexample),
        None if fix is None else _edit(raw, fix, places),
    )  # fmt: skip


def _edit(raw: RawFinding, fix: Fix, places: Places) -> Edit:
    file = "" if fix.place.path == raw.place.path else fix.place.path
    return Edit(places.span(fix.place), str(fix.number), file)


def _stale(path: str, span: Span, stale: Stale, places: Places) -> Finding:
    fix = None if stale.fix is None else Edit(span, stale.fix)
    return Finding(
        "stale-shape-comment", "warning", path, span, stale.message,
        _trace(stale.steps, places), fix=fix,
    )  # fmt: skip


__all__ = [
    "Activation", "Analyser", "Analysis", "Contract", "Expression", "SeenValue", "ShapeRecord", "Witness", "analyse",
    "builtins", "rulebook",
]  # fmt: skip
