"""Builtins by topic; importing this package registers them."""

from shapelint.interpreter.builtins import (
    classes,
    core,
    functional,
    lists,
    mappings,
    mathematics,
    numpy_natives,
    prelude,
    text,
    torch_data,
    torch_environment,
    torch_modules,
    torch_natives,
    transforms,
)

__all__ = [
    "classes", "core", "functional", "lists", "mappings", "mathematics", "numpy_natives", "prelude", "text",
    "torch_data", "torch_environment", "torch_modules", "torch_natives", "transforms",
]  # fmt: skip
