"""Matching tensors against shape patterns, and building result shapes from them."""

from __future__ import annotations

import ast
from collections.abc import Callable

from shapelint.rulebook.builtins import (
    NeedsAxes,
    Rejected,
    Undetermined,
    as_shape,
    broadcast,
    compatible,
    is_size,
    sizes,
)
from shapelint.rulebook.expression import Env, evaluate
from shapelint.rulebook.pattern import Token
from shapelint.rulebook.values import UNKNOWN
from shapelint.symbolic import (
    Facts,
    Impossible,
    Open,
    Shape,
    Size,
    Truth,
    ask,
    eq,
    new_shape_var,
    new_symbol,
)

MAX_SIZE = 2**63 - 1
"""No tensor has an axis that is longer: sizes are of 64 bits."""


class RankMismatch(Exception):
    """The tensor cannot have the number of axes that the pattern names."""


class Matching:
    """One attempt to bind a call: names to values, facts as they grow, what was left open."""

    def __init__(self, env: Env, facts: Facts, origin: object = None) -> None:
        self.env = env
        self.facts = facts
        self.origin = origin
        self.sources: dict[str, str] = {}
        self.open = False
        self.unknown = False
        self.remarks: list[tuple[str, str]] = []
        """What runs, but surely not as meant: name of the finding, message."""

    def require(
        self, truth: Truth, message: str | Callable[[], str], finding: str | None = None
    ) -> None:
        """Ask; what cannot hold is Rejected, what may hold is a fact from here on."""
        if truth is True:
            return
        answer = ask(self.facts, truth)
        if isinstance(answer, Impossible):
            raise Rejected(message if isinstance(message, str) else message(), finding)
        if isinstance(answer, Open):
            self.open = True
            self.facts = self.facts.assume(truth, self.origin)

    def have_axes(self, needed: NeedsAxes) -> None:
        """The call needs axes, so that they are there. Raises Rejected, Undetermined where that tells nothing."""
        shape = self.facts.shape(needed.shape)
        if shape.rank is not None:
            raise Undetermined
        try:
            grown = self._with_axes(shape, max(needed.before, needed.after))
            if not (needed.before and needed.after):
                grown = self._grown(grown, needed.before, needed.after)
        except RankMismatch:
            most = self.facts.rank_bounds(shape)[1]
            said = f"{max(needed.before, needed.after)} axes are needed of {shape}, which has {most} at most"
            raise Rejected(said, "index-range") from None
        if grown == shape:
            raise Undetermined
        for name, value in self.env.items():
            if isinstance(value, Shape) and value.var is not None:
                now = self.facts.shape(value)
                self.env[name] = now if now.var is not None else now.sizes

    def _with_axes(self, shape: Shape, count: int) -> Shape:
        """The shape, which has at least so many axes. Raises RankMismatch."""
        facts = self.facts.with_axes(shape, count)
        if facts is not self.facts:
            if facts.contradictory:
                raise RankMismatch
            self.facts, self.open = facts, True
        return self.facts.shape(shape)

    def tensor(self, tokens: tuple[Token, ...], shape: Shape, label: str) -> None:
        """Bind a tensor's shape. Raises RankMismatch, Rejected, Undetermined."""
        shape = self.facts.shape(shape)
        at = next((i for i, t in enumerate(tokens) if t.kind == "at"), None)
        if at is not None:
            self._around(tokens, at, shape, label)
            return
        tokens = self._spread(tokens)
        stars = [i for i, t in enumerate(tokens) if t.kind in ("star", "shared", "optional")]
        if len(stars) > 1:
            raise Undetermined
        if not stars:
            self._fixed(tokens, shape, label)
            return
        star = stars[0]
        token = tokens[star]
        left, right = tokens[:star], tokens[star + 1 :]
        shape = self._with_axes(shape, len(left) + len(right))
        shape = self._grown(shape, len(left), len(right), token.kind == "optional")
        if shape.rank is not None:
            n = shape.rank - len(left) - len(right)
            if n < 0 or (token.kind == "optional" and n > 1):
                raise RankMismatch
            parts = shape.sizes
            middle = Shape(parts[len(left) : len(left) + n])
            head, tail = parts[: len(left)], parts[len(left) + n :]
        else:
            head = shape.prefix[: len(left)]
            tail = shape.suffix[len(shape.suffix) - len(right) :]
            middle = Shape(
                shape.prefix[len(left) :], shape.var, shape.suffix[: len(shape.suffix) - len(right)]
            )
        self._sizes(left, head, label, 0)
        self._segment(token, middle, label)
        self._sizes(right, tail, label, -len(right))

    def _spread(self, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
        """Stars already bound to a known run count as its sizes."""
        stars = [t for t in tokens if t.kind in ("star", "optional", "shared")]
        if len(stars) < 2:
            return tokens
        result: list[Token] = []
        for token in tokens:
            bound = self.env.get(token.name) if token.kind == "star" else None
            if isinstance(bound, Shape) and bound.rank is not None:
                bound = bound.sizes
            if isinstance(bound, tuple) and all(map(is_size, bound)):
                for i in range(len(bound)):
                    node = ast.parse(f"{token.name}[{i}]", mode="eval").body
                    result.append(Token("size", f"{token.name}[{i}]", node))
            elif token.kind == "star" and is_size(bound):
                result.append(Token("size", token.name, ast.Name(token.name)))
            else:
                result.append(token)
        return tuple(result)

    def _fixed(self, tokens: tuple[Token, ...], shape: Shape, label: str) -> None:
        if shape.rank is None:
            low, high = self.facts.rank_bounds(shape)
            if len(tokens) < low or (high is not None and len(tokens) > high):
                raise RankMismatch
            self.facts = self.facts.assume(eq(shape.rank_size, len(tokens)), self.origin)
            self.open = True
            shape = self.facts.shape(shape)
        if shape.rank != len(tokens):
            raise RankMismatch
        self._sizes(tokens, shape.sizes, label, 0)

    def _grown(self, shape: Shape, left: int, right: int, optional: bool = False) -> Shape:
        """The shape with at least so many known axes at both ends."""
        if shape.var is None:
            return shape
        more_left, more_right = max(0, left - len(shape.prefix)), max(0, right - len(shape.suffix))
        if more_right and len(shape.prefix) > left:
            raise Undetermined
        if more_left and len(shape.suffix) > right:
            raise Undetermined
        name, free = shape.var.name, shape.var.free
        if more_left or more_right:
            inner = Shape(
                tuple(
                    new_symbol(f"{name}{len(shape.prefix) + i}", free=free)
                    for i in range(more_left)
                ),
                new_shape_var(name, free),
                tuple(new_symbol(f"{name}_{more_right - i}", free=free) for i in range(more_right)),
            )
            self.facts = self.facts.refine(shape.var, inner, self.origin)
            if self.facts.contradictory:
                raise RankMismatch
            self.open = True
            shape = self.facts.shape(shape)
        if optional and shape.var is not None:
            extra = len(shape.prefix) + len(shape.suffix) - left - right
            if extra > 1:
                raise RankMismatch
            self.facts = self.facts.limit_rank(shape.var, 0, 1 - extra)
            if self.facts.contradictory:
                raise RankMismatch
            shape = self.facts.shape(shape)
        return shape

    def _around(self, tokens: tuple[Token, ...], at: int, shape: Shape, label: str) -> None:
        """`*pre n@dim *post`: the axis at `dim`, and the runs on both sides of it."""
        token = tokens[at]
        assert token.axis is not None
        index = evaluate(token.axis, self.env, self.facts)
        if not isinstance(index, int):
            raise Undetermined
        if shape.rank == 0 and index in (-1, 0):
            raise RankMismatch
        if shape.rank is not None:
            if not -shape.rank <= index < shape.rank:
                raise Rejected(
                    f"{ast.unparse(token.axis)} {index} is out of range for {label} {shape}",
                    "index-range",
                )
            place = index % shape.rank
            runs = Shape(shape.sizes[:place]), Shape(shape.sizes[place + 1 :])
            size = shape.sizes[place]
        elif index >= 0:
            shape = self._grown(self._with_axes(shape, index + 1), index + 1, 0)
            if shape.rank is not None:
                self._around(tokens, at, shape, label)
                return
            runs = (
                Shape(shape.prefix[:index]),
                Shape(shape.prefix[index + 1 :], shape.var, shape.suffix),
            )
            size = shape.prefix[index]
        else:
            shape = self._grown(self._with_axes(shape, -index), 0, -index)
            if shape.rank is not None:
                self._around(tokens, at, shape, label)
                return
            place = len(shape.suffix) + index
            runs = (
                Shape(shape.prefix, shape.var, shape.suffix[:place]),
                Shape(shape.suffix[place + 1 :]),
            )
            size = shape.suffix[place]
        for side, run, start in ((tokens[:at], runs[0], 0), (tokens[at + 1 :], runs[1], 1)):
            for other in side:
                self._segment(other, run, label, start)
        self._bind(token, size, f"axis {index} of {label}")

    def _sizes(
        self, tokens: tuple[Token, ...], parts: tuple[Size, ...], label: str, first: int
    ) -> None:
        for i, (token, size) in enumerate(zip(tokens, parts, strict=True)):
            if token.kind != "any":
                self._bind(token, size, f"axis {first + i} of {label}")

    def _bind(self, token: Token, size: Size, place: str) -> None:
        name = token.name
        if token.each:
            before = self.env.get(name, ())
            self.env[name] = UNKNOWN if before is UNKNOWN else (*before, size)
            return
        assert token.expression is not None
        if isinstance(token.expression, ast.Name) and name not in self.env:
            self.env[name] = size
            self.sources[name] = place
            return
        if self.env.get(name) is UNKNOWN:
            self.unknown = True
            self.env[name] = size
            self.sources[name] = place
            return
        try:
            wanted = evaluate(token.expression, self.env, self.facts)
        except Undetermined:
            self.unknown = True
            return
        if not is_size(wanted):
            self.unknown = True
            return
        source = self.sources.get(name)
        why = f"{name} is {wanted}" + (f" ({source})" if source else "")
        self.require(eq(size, wanted), f"{place} is {size}, but {why}")

    def _segment(self, token: Token, run: Shape, label: str, side: int = 0) -> None:
        """Bind a run of axes to a star."""
        if not token.name:
            return
        bound = self.env.get(token.name)
        if bound is None or bound is UNKNOWN:
            self.env[token.name] = run if run.var is not None else run.sizes
            self.sources[token.name] = label
            return
        other = self.facts.shape(as_shape(bound))
        run = self.facts.shape(run)
        if token.kind == "shared":
            self.require(
                compatible(other, run), f"{other} and {run} do not broadcast", "broadcast-sizes"
            )
            joined = broadcast(self.facts, other, run)
            self.env[token.name] = joined if joined.var is not None else joined.sizes
            return
        self._same(other, run, token.name, label)

    def _same(self, a: Shape, b: Shape, name: str, label: str) -> None:
        if a == b:
            return
        if a.var is not None and b.var is not None:
            self.unknown = True
            return
        for open_, closed in ((a, b), (b, a)):
            if open_.var is not None:
                rest = len(closed.prefix) - open_.min_rank
                if rest < 0:
                    raise RankMismatch
                head = closed.prefix[: len(open_.prefix)]
                middle = closed.prefix[len(open_.prefix) : len(open_.prefix) + rest]
                tail = closed.prefix[len(open_.prefix) + rest :]
                self.facts = self.facts.refine(open_.var, Shape(middle), self.origin)
                if self.facts.contradictory:
                    raise RankMismatch
                self.open = True
                a, b = Shape((*open_.prefix, *open_.suffix)), Shape((*head, *tail))
                break
        if len(a.prefix) != len(b.prefix):
            raise Rejected(f"{a} and {b} differ in rank ({name} of {label})")
        for i, (x, y) in enumerate(zip(a.prefix, b.prefix, strict=True)):
            self.require(
                eq(x, y), f"{label} has {y} where {x} is needed ({name} is {a} and {b}, axis {i})"
            )


def build(tokens: tuple[Token, ...], env: Env, facts: Facts, each: int | None = None) -> Shape:
    """The shape that a result pattern gives. Raises Undetermined."""
    prefix: list[Size] = []
    suffix: list[Size] = []
    var = None
    for token in tokens:
        if token.kind in ("star", "shared", "optional"):
            if token.name not in env or env[token.name] is UNKNOWN:
                raise Undetermined
            run = as_shape(env[token.name])
        elif token.kind == "any":
            run = Shape((new_symbol("n", lower=0),))
        elif token.each and each is not None:
            run = Shape((sizes(env[token.name])[each],))
        else:
            assert token.expression is not None
            size = evaluate(token.expression, env, facts)
            if not is_size(size):
                raise Undetermined
            run = Shape((size,))
        if run.var is not None:
            if var is not None:
                raise Undetermined
            prefix.extend(run.prefix)
            var = run.var
            suffix.extend(run.suffix)
        else:
            (prefix if var is None else suffix).extend(run.prefix)
    if any(isinstance(size, int) and size > MAX_SIZE for size in (*prefix, *suffix)):
        raise Undetermined
    return facts.shape(Shape(tuple(prefix), var, tuple(suffix)))
