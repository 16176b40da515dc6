"""Versions as packages write them, in an order that can be compared
(https://packaging.python.org/en/latest/specifications/version-specifiers/)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shapelint.interpreter.frames import Diverges
from shapelint.interpreter.registry import builtin
from shapelint.interpreter.values import TupleValue, Value

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

VERSION = re.compile(
    r"v?(?:(?P<epoch>\d+)!)?(?P<release>\d+(?:\.\d+)*)"
    r"(?:[-_.]?(?P<stage>alpha|beta|preview|pre|rc|a|b|c)[-_.]?(?P<pre>\d*))?"
    r"(?P<post>-\d+|[-_.]?(?:post|rev|r)[-_.]?\d*)?"
    r"(?P<dev>[-_.]?dev[-_.]?\d*)?(?:\+(?P<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?"
)
STAGES = {"a": 0, "alpha": 0, "b": 1, "beta": 1}
FINAL, LATE = 9, 10**9


@builtin("__release__")
def release(m: Interpreter, args: list[Value], kwargs: dict[str, Value]) -> Value:
    """The key that a version is ordered by, its release, its base and its public text."""
    text = m.decided(m.resolve(args[0]))
    if not isinstance(text, str):
        return m.unknown("the parts of a version")
    found = VERSION.fullmatch(text.strip().lower())
    if found is None:
        raise Diverges("InvalidVersion")
    numbers = tuple(map(int, found["release"].split(".")))
    base = ".".join(map(str, numbers))
    base = f"{int(found['epoch'])}!{base}" if found["epoch"] else base
    public = text.strip().lower().partition("+")[0]
    return TupleValue((TupleValue(_key(found, numbers)), TupleValue(numbers), base, public))


def _key(found: re.Match[str], numbers: tuple[int, ...]) -> tuple[Value, ...]:
    """Equal versions have equal keys; the local part, a matter of builds, comes last."""
    trimmed = numbers
    while len(trimmed) > 1 and trimmed[-1] == 0:
        trimmed = trimmed[:-1]
    post = -1 if found["post"] is None else _number(found["post"])
    dev = LATE if found["dev"] is None else _number(found["dev"])
    if found["stage"] is not None:
        stage = (STAGES.get(found["stage"], 2), _number(found["pre"]))
    else:
        stage = (-1 if found["dev"] is not None and post < 0 else FINAL, 0)
    return (
        int(found["epoch"] or 0), TupleValue(trimmed), *stage, post, dev, found["local"] or "",
    )  # fmt: skip


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text) or 0)
