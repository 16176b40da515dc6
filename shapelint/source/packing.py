"""Values as bytes and back. Only plain data comes back, whatever the bytes are: no code is run by reading it."""

from __future__ import annotations

import io
import pickle
import sys
import zlib
from dataclasses import is_dataclass
from typing import Any

from shapelint.source.garbage import uncollected

PROTOCOL = 5
DEEPEST = 4_000
"""Calls that nest while a value is packed: past it, the native stack would end."""
BUILTINS = {"Ellipsis", "complex"}
MAX_SIZE = 256 * 2**20
"""Bytes of what is unpacked."""


class Unpackable(Exception):
    """What is no packed value, or none that may be read."""


def packed(value: object) -> bytes | None:
    """A value of frozen dataclasses and plain data as bytes; None for what nests too deeply."""
    depth, frame = 0, sys._getframe()
    while frame.f_back is not None:
        depth, frame = depth + 1, frame.f_back
    old = sys.getrecursionlimit()
    sys.setrecursionlimit(depth + DEEPEST)
    try:
        return zlib.compress(pickle.dumps(value, PROTOCOL), 1)
    except RecursionError:
        return None
    finally:
        sys.setrecursionlimit(old)


def unpacked(content: bytes, *modules: str) -> Any:
    """The value of packed bytes; its classes are dataclasses of these modules. Raises Unpackable."""
    try:
        expander = zlib.decompressobj()
        plain = expander.decompress(content, MAX_SIZE)
        if not expander.eof:
            raise Unpackable("not a whole value")
        with uncollected():
            return _Reader(plain, modules).load()
    except Unpackable:
        raise
    except Exception as error:  # damaged bytes can raise anything
        raise Unpackable(f"{type(error).__name__}: {error}") from None


class _Reader(pickle.Unpickler):
    def __init__(self, content: bytes, modules: tuple[str, ...]) -> None:
        super().__init__(io.BytesIO(content))
        self._modules = modules

    def find_class(self, module: str, name: str) -> Any:
        if module in self._modules:
            found = super().find_class(module, name)
            if isinstance(found, type) and (is_dataclass(found) or issubclass(found, tuple)):
                return found
        elif module == "builtins" and name in BUILTINS:
            return super().find_class(module, name)
        raise Unpackable(f"{module}.{name} is no plain data")
