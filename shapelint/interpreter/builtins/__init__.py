"""Builtins by topic; importing this package registers them."""

from shapelint.interpreter.builtins import (
    classes,
    core,
    einx,
    files,
    functional,
    inspecting,
    keras,
    keras_graph,
    keras_rerun,
    lists,
    mappings,
    mathematics,
    numpy_natives,
    packages,
    patterns,
    prelude,
    sets,
    tensorflow_natives,
    text,
    torch_data,
    torch_environment,
    torch_modules,
    torch_natives,
    transforms,
    versions,
)

__all__ = [
    "classes", "core", "einx", "files", "functional", "inspecting", "keras", "keras_graph", "keras_rerun", "lists", "mappings", "mathematics", "numpy_natives", "patterns", "packages", "prelude", "sets", "tensorflow_natives", "text",
    "torch_data", "torch_environment", "torch_modules", "torch_natives", "transforms", "versions",
]  # fmt: skip
