"""Formats: one module each, with `render(result) -> str`."""

from __future__ import annotations

from importlib import import_module

from shapelint.project import CheckResult

FORMATS = ("full", "concise", "json")


def render(result: CheckResult, format_: str, verbose: bool = False) -> str:
    """The report in a format of FORMATS."""
    module = import_module(f"shapelint.report.{format_}")
    text: str = module.render(result, verbose)
    return text


def summary(result: CheckResult) -> str:
    """The closing line."""
    n = len(result.findings)
    found = "no findings" if n == 0 else f"{n} finding" + ("s" if n > 1 else "")
    files = f"{result.files} file" + ("s" if result.files != 1 else "")
    return (
        f"{found} in {files}; operations: {result.proved} proved, {result.open} open, "
        f"{result.unknown} unknown"
    )


def causes(result: CheckResult, limit: int = 20) -> list[str]:
    """The most frequent causes of unknowns."""
    return [f"{count:6}  {why}" for why, count in list(result.unknown_causes.items())[:limit]]
