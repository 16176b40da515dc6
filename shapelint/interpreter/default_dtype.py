"""The dtype that tensors of floating point numbers have where a program names none."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter

FOLLOWING = {"torch.float32", "torch.complex64"}
"""What rules say of a result whose dtype may be the default one, or follow it."""


def open_default_dtype(m: Interpreter) -> None:
    """The program chooses another: from here on it is not followed which."""
    m.store.write(m.store.settings, "default_dtype", True)


def default_dtype(m: Interpreter) -> str | None:
    return told_dtype(m, "torch.float32")


def told_dtype(m: Interpreter, dtype: str | None) -> str | None:
    """A dtype that a rule gives, None where another default may have made it another."""
    return None if dtype in FOLLOWING and "default_dtype" in m.store.settings else dtype
