"""The course of an analysis: the script, then one entry after the other, each of which leaves a record of its own.

Where only functions are rewritten since, the script stays as it was run, and so does every entry that had nothing
to do with these functions.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from shapelint.interpreter import lifecycle
from shapelint.interpreter.analysis import SeenValue
from shapelint.interpreter.arguments import takes_more
from shapelint.interpreter.budget import Familiar
from shapelint.interpreter.entries import (
    Entry,
    again,
    certain,
    check,
    check_class,
    describe,
    run_again,
    run_alone,
    run_script,
    unreached,
)
from shapelint.interpreter.frames import BudgetSpent, Frame, Interrupted
from shapelint.interpreter.imports import rebound_globals
from shapelint.interpreter.lifecycle import forget
from shapelint.interpreter.machine import FunctionKey, Interpreter
from shapelint.interpreter.mending import Solved
from shapelint.interpreter.recorder import Recorder
from shapelint.interpreter.values import ClassValue, Function, ModuleValue
from shapelint.source import tree
from shapelint.symbolic import Facts

MAX_FILE_SECONDS = 10.0
"""Classes come first: files with a hundred factory functions say the same a hundred times."""


@dataclass(slots=True)
class Record:
    """What an entry has left behind."""

    todo: frozenset[FunctionKey]
    """The functions that it was to run, as no entry before it had."""
    recorder: Recorder
    notes: list[str] = field(default_factory=list)
    entry: Entry | None = None
    ran: set[FunctionKey] = field(default_factory=set)
    consulted: set[FunctionKey] = field(default_factory=set)
    covered: set[int] = field(default_factory=set)
    familiar: int = 0
    """The steps that it has spent on what others had run."""
    shown: tuple[object, tuple[SeenValue, ...]] | None = None
    """What expressions were, with their lines, and how the file's lines were then."""

    def concerns(self, functions: Collection[FunctionKey]) -> bool:
        """Whether it had to do with one of these functions."""
        return not self.ran.isdisjoint(functions) or not self.consulted.isdisjoint(functions)


Early = Callable[[Recorder], None]
"""Told the findings when classes are done, if functions are still to be run."""
Earlier = Mapping[str, Recorder]
"""The findings of functions, by their names, as they were before something changed."""


class Course:
    """Runs the entries of a file."""

    def __init__(
        self,
        m: Interpreter,
        path: Path,
        lowered: tree.Module,
        name: str,
        earlier: Earlier | None = None,
    ) -> None:
        self.m = m
        self.path = path
        self._earlier = dict(earlier or {})
        self._lowered = lowered
        self._module = _module(path, name)
        self._script = Record(frozenset(), m.recorder)
        self._records: dict[int, Record] = {}
        """By the id of the function or class."""
        self._rebound: frozenset[str] = frozenset()
        self._entries: list[Function | ClassValue] = []
        self._kept: Kept | None = None
        self._cut_short: list[str] = []
        self.solved: dict[object, Solved] = {}
        """The fixes that were looked for, by finding."""

    def run(self, early: Early | None = None) -> None:
        """Run everything. Raises Interrupted."""
        began = time.process_time()
        self._run_script()
        self._run_entries(began, early)

    def concerns(self, functions: Collection[FunctionKey]) -> bool:
        """Whether it takes a run from the start to see what comes of these functions if they are rewritten."""
        loaded = not self.m.program.ran.isdisjoint(functions)
        return self._kept is None or loaded or self._script.concerns(functions)

    def go_on(self, edited: Collection[FunctionKey], early: Early | None = None) -> None:
        """Run what has to do with functions that are rewritten. Raises Interrupted, after which it may go
        on."""
        self._earlier.update(self.earlier())
        for key, record in list(self._records.items()):
            if record.concerns(edited):
                del self._records[key]
        self.solved = {key: s for key, s in self.solved.items() if s.functions.isdisjoint(edited)}
        forget()
        self.m.program.registries.forget()
        self.m.program.comments.pop(str(self.path), None)
        for function in edited:
            self.m.program.signatures.pop(function, None)
        modules = len(self.m.program.modules)
        try:
            self._run_entries(time.process_time(), early)
        except Interrupted:
            if len(self.m.program.modules) != modules:
                self._kept = None  # one of them has perhaps not come to its end
            raise

    def noted(self) -> Recorder:
        """All that is noted."""
        whole = self._script.recorder.fresh()
        for record in self.records():
            whole.take(record.recorder)
        return whole

    def records(self) -> list[Record]:
        """What there is of the script and of the entries that were run."""
        found = (self._records.get(id(value)) for value in self._entries)
        return [self._script, *(record for record in found if record is not None)]

    def earlier(self) -> Earlier:
        """What is noted of functions, for when they have to be run again."""
        return {
            value.name: self._records[id(value)].recorder.of_findings()
            for value in self._entries
            if isinstance(value, Function) and id(value) in self._records
        }

    def _so_far(self) -> Recorder:
        """The findings that are noted, and the earlier ones of functions that are still to be run."""
        found = self._script.recorder.of_findings()
        for value in self._entries:
            record = self._records.get(id(value))
            recorder = self._earlier.get(value.name) if record is None else record.recorder
            if recorder is not None:
                found.take_findings(recorder)
        return found

    def notes(self) -> list[str]:
        """What was cut short."""
        return [*(note for r in self.records() for note in r.notes), *self._cut_short]

    def _run_script(self) -> None:
        m, record, module = self.m, self._script, self._module
        frame = Frame(module, module.globals)
        m.begin("<script>")
        m.familiar = Familiar()
        m.recorder.defaulted = m.ranks.took_batch = False
        m.store.facts = Facts()
        frame.mark = m.store.mark()
        record.entry = partial(run_again, m, self._lowered, module)
        try:
            run_script(m, self._lowered.body, frame)
        except BudgetSpent:
            record.notes.append(
                f"{self.path}: the script is past the budget; the rest of it is unknown"
            )
        except RecursionError:
            record.notes.append(
                f"{self.path}: the script nests too deeply; the rest of it is unknown"
            )
        m.stack.clear()
        m.active.clear()
        m.recorder.findings = certain(m, m.recorder.findings, "<script>", record.entry, False)
        if m.recorder.defaulted and m.recorder.findings:
            again(m, record.notes, self._lowered, module)
        record.ran, record.consulted = m.ran, m.consulted
        m.begin("")
        defined = {id(value): value for value in [*module.globals.values(), *m.hidden]}
        # a part is met in the whole that is defined after it, with the arguments that it is given there
        ordered = sorted(reversed(defined.values()), key=lambda v: not isinstance(v, ClassValue))
        self._entries = [
            value
            for value in ordered
            if isinstance(value, Function)
            and value.module is module
            or isinstance(value, ClassValue)
            and value.module == module.name
            and value.rule is None
        ]
        self._kept = Kept(m)

    def _run_entries(self, began: float, early: Early | None) -> None:
        """Run functions and classes on their own: whoever calls them may have called before what rebinds globals."""
        names, may_change = self._module.globals, rebound_globals(self.m, self._module)
        rebound = {n: v for n, v in names.items() if n in may_change}
        if rebound.keys() != self._rebound:
            self._rebound = frozenset(rebound)
            self._records.clear()
        names.update({n: self.m.unknown("a global that functions set", n) for n in rebound})
        try:
            self._run_each(began, early)
        finally:
            names.update(rebound)

    def _run_each(self, began: float, early: Early | None) -> None:
        m = self.m
        assert self._kept is not None
        self._kept.restore()
        m.done = set(self._script.ran)
        m.entries = {"<script>": self._script.entry} if self._script.entry is not None else {}
        self._cut_short = []
        deadline = began + MAX_FILE_SECONDS
        for value in self._entries:
            todo = unreached(m, value)
            record = self._records.get(id(value))
            if record is None or record.todo != todo:
                if time.process_time() > deadline:
                    said = "past the budget of a file; the rest of it is unknown"
                    self._cut_short = [f"{self.path}: {said}"]
                    break
                self._records.pop(id(value), None)
                if early is not None and isinstance(value, Function):
                    early(self._so_far())
                    early = None
                record = self._records[id(value)] = self._run_entry(value, todo)
            else:
                m.familiar.meet(record.covered)
                m.familiar.enter(_written(value))
                m.familiar.spend(record.familiar)
            m.done |= record.ran
            if record.entry is not None:
                m.entries[value.name] = record.entry

    def _run_entry(self, value: Function | ClassValue, todo: frozenset[FunctionKey]) -> Record:
        m = self.m
        record = Record(todo, self._script.recorder.fresh())
        m.recorder, m.ran, m.consulted = record.recorder, record.ran, record.consulted
        familiar, m.familiar.added = m.familiar.steps, set()
        m.familiar.enter(_written(value))
        if isinstance(value, ClassValue):
            if todo:
                record.entry = check_class(m, record.notes, value)
            if record.recorder.keep_shapes:
                describe(m, value)
        elif todo:
            record.entry = partial(run_alone, m, value)
            check(m, record.notes, value.name, record.entry, takes_more=takes_more(value))
        m.begin("")
        record.familiar = m.familiar.steps - familiar
        record.covered = m.familiar.added
        return record


def _written(value: Function | ClassValue) -> tuple[type | str, ...] | None:
    """How a function is written, but for constants; nothing of a class."""
    return lifecycle.outline(value.node) if isinstance(value, Function) else None


class Kept:
    """What the script has left in a machine, beside what is in its store."""

    def __init__(self, m: Interpreter) -> None:
        self._m = m
        self._flags, self._identified = dict(m.flags), dict(m.identified)
        self._constants = {
            uid: (len(flags), len(which)) for uid, (flags, which) in m.constants.items()
        }
        self._hidden, self._undefined = list(m.hidden), set(m.undefined)
        self._statements, self._steps = set(m.familiar.statements), m.familiar.steps
        self._pinned = m.store.pinned()

    def restore(self) -> None:
        """Take back what entries have added."""
        m = self._m
        m.flags, m.identified = dict(self._flags), dict(self._identified)
        for uid, (flags, which) in list(m.constants.items()):
            if uid in self._constants:
                del flags[self._constants[uid][0] :]
                del which[self._constants[uid][1] :]
            else:
                del m.constants[uid]
        m.hidden, m.undefined = list(self._hidden), set(self._undefined)
        m.familiar = Familiar(set(self._statements), self._steps)
        m.store.pin_only(self._pinned)


def _module(path: Path, name: str) -> ModuleValue:
    names = {"__name__": "__main__", "__module__": name, "__file__": str(path)}
    module = ModuleValue("__main__", str(path), dict(names))
    module.name = name or path.stem
    return module
