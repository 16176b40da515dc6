"""shapelint: finds tensor-shape bugs in PyTorch source before anyone runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from shapelint.project import CheckResult, check_paths, check_source

__all__ = ["CheckResult", "__version__", "check_paths", "check_source"]


def __getattr__(name: str) -> Any:
    if name in ("CheckResult", "check_paths", "check_source"):
        from shapelint import project

        return getattr(project, name)
    raise AttributeError(name)
