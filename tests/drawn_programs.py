"""Random programs of Python's control flow over a few tensors, numbers, lists and flags."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

WRONG = "torch.zeros(9, 8) @ torch.zeros(7)"
HEAD = """import torch
from contextlib import suppress


def coin():
    return torch.rand(1).item() < 0.5


def some():
    return int(torch.rand(1).item() * 3)


class Box:
    def __init__(self, x):
        self.x = x
        self.n = 1
        self.kept = []

    def keep(self, x):
        self.kept.append(x)
        self.n += 1
        return len(self.kept)
"""
START = """a = torch.zeros(2, 3)
b = torch.zeros(2, 4)
n = 1
k = 2
xs = []
ys = [a]
d = {"p": a}
t = None
f = coin()
o = Box(a)"""
MAX_DEPTH = 3
MAX_LINES = 45


@dataclass
class Drawn:
    text: str
    places: set[int]
    """The lines before which another line may be put, to be reached and not caught."""


@dataclass
class Writer:
    rng: random.Random
    lines: list[str] = field(default_factory=list)
    places: set[int] = field(default_factory=set)
    depth: int = 1
    loops: int = 0
    guarded: int = 0
    names: int = 0
    helpers: tuple[str, ...] = ()
    makers: tuple[str, ...] = ()
    is_generator: bool = False

    def put(self, text: str) -> None:
        for line in text.splitlines():
            self.lines.append("    " * self.depth + line)
            if not self.guarded:
                self.places.add(len(self.lines))

    def new(self, stem: str) -> str:
        self.names += 1
        return f"{stem}{self.names}"

    def block(self, head: str, least: int = 1, most: int = 3) -> None:
        """A head line, which may be no place of its own, and a body."""
        self.lines.append("    " * self.depth + head)
        if not self.guarded and not head.startswith(("elif", "else", "except", "finally", "case")):
            self.places.add(len(self.lines))
        self.depth += 1
        for _ in range(self.rng.randint(least, most)):
            if not self.statement():
                break
        self.depth -= 1

    def condition(self) -> str:
        pick = self.rng.randrange
        plain = self.rng.choice([
            "coin()", "coin()", "f", "not f", f"n > {pick(3)}", "n == k", f"a.shape[0] == {pick(1, 4)}",
            "len(xs) > 1", "xs", "t is None", "t is not None", "o.n > 2", "'q' in d", "a.shape == b.shape",
        ])  # fmt: skip
        if self.rng.random() < 0.15:
            return f"{plain} {self.rng.choice(['and', 'or'])} {self.condition()}"
        return plain

    def statement(self) -> bool:
        """One statement; False where nothing may follow it."""
        if len(self.lines) > MAX_LINES or self.depth > MAX_DEPTH or self.rng.random() < 0.55:
            self.put(self.simple())
            return True
        kinds: list[Callable[[], bool]] = [
            self.branch, self.branch, self.branch, self.counted, self.over_list, self.repeated,
            self.attempt, self.leave, self.leave, self.match, self.closure,
        ]  # fmt: skip
        return self.rng.choice(kinds)()

    def simple(self) -> str:
        pick = self.rng.randrange
        u, v = self.rng.choice("ab"), self.rng.choice("ab")
        seq = self.rng.choice(["xs", "ys"])
        other = "ys" if seq == "xs" else "xs"
        num = self.rng.choice("nk")
        probe = self.new("p")
        options = [
            f"{u} = torch.zeros({pick(1, 4)}, {pick(1, 4)})",
            f"{u} = {v}",
            f"{u} = {u}.T",
            f"{u} = {v}[:, :1]",
            f"{u} = {v}.sum(0, keepdim=True)",
            f"{u} = torch.zeros(n, {pick(1, 4)})",
            f"{u} = torch.cat([{v}, {v}], {pick(2)})",
            f"{u} = {u} if {self.condition()} else {v}",
            f"{num} = {u}.shape[{pick(2)}]",
            f"{num} = {num} + 1",
            f"{num} += 1",
            f"{num} = len({seq})",
            "n, k = k, n",
            "n = min(n, 4)",
            f"{num} = {pick(1, 4)}",
            f"{seq}.append({u})",
            f"{seq}.append({u})",
            f"{seq} = []",
            f"{seq} = [{u}, {v}]",
            f"{seq} = {other}",
            f"{seq} = list({other})",
            f"{seq} = {seq} + [{u}]",
            f"{seq} += [{u}]",
            f"{seq}.extend({other}[:2])",
            f"{seq}.insert(0, {u})",
            f"{seq} = [x[:1] for x in {seq}]",
            f"{seq} = [x for x in {seq} if coin()]",
            f"{seq} = {seq}[:2]",
            f"{u} = {seq}[-1] if {seq} else {v}",
            f"{u} = {seq}.pop() if {seq} else {v}",
            f"d[{self.rng.choice(['p', 'q'])!r}] = {u}",
            f"{u} = d.get({self.rng.choice(['p', 'q'])!r}, {v})",
            "d.pop('q', None)",
            f"{num} = len(d)",
            "t = None",
            f"t = {u}",
            f"{u} = t if t is not None else {v}",
            f"{u} = {v} if t is None else t",
            "f = coin()",
            "f = not f",
            f"f = {self.condition()}",
            f"o.x = {u}",
            f"{u} = o.x",
            f"{num} = o.n",
            f"{num} = o.keep({u})",
            f"{seq} = o.kept",
            f"o = Box({u})",
            f"{probe} = torch.zeros(n, k)",
            f"{probe} = torch.zeros(len(xs), len(ys))",
            f"{probe} = torch.zeros(len(d), o.n)",
            f"{probe} = torch.zeros(sum(x.shape[0] for x in {seq}))",
            f"{probe} = torch.stack([{u}, {u}])",
            f"{u} = {v}.reshape({v}.shape[1], {v}.shape[0])",
            f"assert {self.condition()} or coin()",
        ]  # fmt: skip
        options += [f"{u} = {name}({v}, {num}, {seq})" for name in self.helpers] * 3
        options += [f"{seq} = list({name}({v}, {num}))" for name in self.makers]
        if self.is_generator:
            options += [f"yield {u}"] * 10
        return self.rng.choice(options)

    def branch(self) -> bool:
        self.block(f"if {self.condition()}:")
        if self.rng.random() < 0.3:
            self.block(f"elif {self.condition()}:")
        if self.rng.random() < 0.5:
            self.block("else:")
        return True

    def loop(self, head: str) -> bool:
        self.loops += 1
        self.block(head)
        self.loops -= 1
        if self.rng.random() < 0.2:
            self.block("else:")
        return True

    def counted(self) -> bool:
        over = self.rng.choice(
            [f"range({self.rng.randrange(4)})", "range(some())", "range(min(n, 3))"]
        )
        return self.loop(f"for {self.new('i')} in {over}:")

    def over_list(self) -> bool:
        name = self.new("x")
        options = ["list(xs)", "list(ys)", "[a, b]", "d.values()", "ys[:2]", "reversed([a, b])"]
        options += [f"{maker}(a, n)" for maker in self.makers]
        over = self.rng.choice(options)
        if over == "d.values()":
            over = "list(d.values())"
        return self.loop(f"for {name} in {over}:")

    def repeated(self) -> bool:
        count = self.new("w")
        self.put(f"{count} = 0")
        endless = self.rng.random() < 0.4
        self.lines.append(
            "    " * self.depth + ("while True:" if endless else f"while {self.condition()}:")
        )
        self.depth += 1
        self.loops += 1
        self.guarded += 1  # its rounds are not told one by one
        self.put(f"{count} += 1")
        self.put(f"if {count} > 3:\n    break")
        for _ in range(self.rng.randint(1, 3)):
            if not self.statement():
                break
        self.guarded -= 1
        self.loops -= 1
        self.depth -= 1
        return True

    def attempt(self) -> bool:
        self.guarded += 1
        if self.rng.random() < 0.2:
            self.block("with suppress(ValueError, RuntimeError, IndexError):")
            self.guarded -= 1
            return True
        self.block("try:")
        self.guarded -= 1
        handled = self.rng.random() < 0.8
        if handled:
            self.block("except (ValueError, RuntimeError, IndexError):")
            if self.rng.random() < 0.3:
                self.block("else:")
        if not handled or self.rng.random() < 0.3:
            loops, self.loops = self.loops, 0  # no break from a finally clause
            self.lines.append("    " * self.depth + "finally:")
            self.depth += 1
            self.put(self.simple().replace("yield a", "n = 1").replace("yield b", "n = 2"))
            self.depth -= 1
            self.loops = loops
        return True

    def leave(self) -> bool:
        options = [
            "return" if self.is_generator else f"return {self.rng.choice('ab')}",
            "raise ValueError(n)",
        ]
        if self.loops:
            options += ["break", "continue"] * 2
        way = self.rng.choice(options)
        if self.rng.random() < 0.75:
            self.put(f"if {self.condition()}:\n    {way}")
            return True
        self.put(way)
        return False

    def match(self) -> bool:
        self.put("match n:")
        self.depth += 1
        for value in self.rng.sample(range(4), 2):
            self.block(f"case {value}:")
        if self.rng.random() < 0.6:
            self.block("case _:")
        self.depth -= 1
        return True

    def closure(self) -> bool:
        if self.is_generator:
            return self.branch()
        name = self.new("inner")
        u, v = self.rng.choice("ab"), self.rng.choice("ab")
        self.put(f"def {name}():\n    nonlocal {u}, n\n    n += 1\n    {u} = {v}[:1]")
        self.put(f"if {self.condition()}:\n    {name}()")
        return True


def draw_function(rng: random.Random, name: str, **settings: object) -> Writer:
    """The lines of `_helper(a, n, xs)`, of a generator `_maker(a, n)` or of `program()`."""
    writer = Writer(rng, **settings)  # type: ignore[arg-type]
    given = {"program": "", "_helper": "a, n, xs", "_maker": "a, n"}[name]
    params = given.split(", ") if given else []
    writer.lines.append(f"def {name}({given}):")
    for line in START.splitlines():
        if line.split(" = ")[0] not in params:
            writer.put(line)
    writer.places.clear()
    for _ in range(rng.randint(3, 7)):
        if not writer.statement():
            break
    else:
        writer.put("return" if writer.is_generator else "return a")
    if writer.is_generator:
        writer.put("yield a")
    return writer


def draw_program(rng: random.Random) -> Drawn:
    """A module with `program()`, which may call a helper and a generator."""
    text, places = HEAD.splitlines(), set[int]()
    helpers, makers = ("_helper",) * (rng.random() < 0.5), ("_maker",) * (rng.random() < 0.3)
    drawn = [draw_function(rng, name) for name in helpers]
    drawn += [draw_function(rng, name, is_generator=True) for name in makers]
    drawn += [draw_function(rng, "program", helpers=helpers, makers=makers)]
    for writer in drawn:
        text += ["", ""]
        places |= {len(text) + place for place in writer.places}
        text += writer.lines
    return Drawn("\n".join(text) + "\n", places)


def with_line(text: str, line: int, added: str) -> str:
    """The text with another line before the given one, as deep as that is."""
    lines = text.splitlines()
    old = lines[line - 1]
    lines.insert(line - 1, old[: len(old) - len(old.lstrip())] + added)
    return "\n".join(lines) + "\n"
