"""A package that loads its parts when they are asked for, as large libraries do."""

import importlib
import sys
from types import ModuleType
from typing import TYPE_CHECKING

_PARTS = {"Widened": "widening"}


class _Lazy(ModuleType):
    def __getattr__(self, name):
        if name not in _PARTS:
            raise AttributeError(name)
        return getattr(importlib.import_module(f"{__name__}.{_PARTS[name]}"), name)


if TYPE_CHECKING:
    from .widening import Widened as Widened
else:
    _lazy = _Lazy(__name__)
    _lazy.__path__ = __path__
    _lazy.__spec__ = __spec__
    sys.modules[__name__] = _lazy
