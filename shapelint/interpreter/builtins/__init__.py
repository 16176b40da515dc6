"""Builtins by topic; importing this package registers them."""

from shapelint.interpreter.builtins import (
    classes,
    core,
    functional,
    lists,
    mappings,
    mathematics,
    prelude,
    text,
    torch_natives,
)

__all__ = [
    "classes", "core", "functional", "lists", "mappings", "mathematics", "prelude", "text",
    "torch_natives",
]  # fmt: skip
