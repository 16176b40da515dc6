"""Where reports go: formats and their files, colours, what is said beside them."""

from __future__ import annotations

import difflib
import functools
import os
import stat
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from shapelint.report import FORMATS, is_for_terminals, render, statistics, summary

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from shapelint.project import CheckResult


class CannotWrite(click.ClickException):
    """A file that a report cannot be written to, and why; ends the command."""

    exit_code = 2

    def __init__(self, file: Path, why: str) -> None:
        super().__init__(f"cannot write the report: {file}: {why}")


@dataclass(frozen=True, slots=True)
class Report:
    """A format, and the file that it goes to; None is the standard output."""

    format: str
    file: Path | None = None


class ReportType(click.ParamType):
    """`NAME` or `NAME:FILE`."""

    name = "format"

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        return f"[{'|'.join(FORMATS)}][:FILE]"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Report:
        if isinstance(value, Report):
            return value
        name, colon, file = value.partition(":")
        if name not in FORMATS:
            near = difflib.get_close_matches(name, FORMATS, 1)
            hint = f"; did you mean {near[0]}?" if near else f" (known: {', '.join(FORMATS)})"
            self.fail(f"no format is called {name!r}{hint}", param, ctx)
        if colon and not file:
            self.fail(f"{value!r} names no file", param, ctx)
        return Report(name, Path(file) if file else None)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        return [CompletionItem(name) for name in FORMATS if name.startswith(incomplete)]


@dataclass(frozen=True, slots=True)
class Output:
    """What is to be written of a check."""

    reports: tuple[Report, ...]
    statistics: bool = False
    quiet: bool = False
    exit_zero: bool = False

    def check(self) -> None:
        """Raises CannotWrite for a file that could not be written later, when the work is done."""
        for report in self.reports:
            if report.file is None:
                continue
            if report.file.is_dir():
                raise CannotWrite(report.file, "is a directory")
            if not report.file.parent.is_dir():
                raise CannotWrite(report.file, f"there is no directory {report.file.parent}")

    def write(self, result: CheckResult, verbose: bool, err: bool = False) -> None:
        """All reports; what has no file goes to the standard output, or to the standard error. Raises
        CannotWrite."""
        shown = None
        for report in self.reports:
            text = render(result, report.format, verbose, self.quiet)
            if report.file is not None:
                write_file(report.file, text)
            else:
                shown = report
                if text:
                    click.echo(_for_stdout(text, report.format), err=err)
        if shown is None and not self.quiet:
            click.echo(summary(result), err=True)
        if self.statistics:
            # a document for a machine takes no lines after it
            aside = err or shown is None or not is_for_terminals(shown.format)
            for line in statistics(result):
                click.echo(line, err=aside)

    def status(self, result: CheckResult) -> int:
        """The exit code."""
        if result.problems:
            return 2
        return 1 if result.findings and not self.exit_zero else 0


def output_options(command: Callable[..., None]) -> Callable[..., None]:
    """Gives a command an `output`."""
    options = [
        click.option(
            "--format",
            "formats",
            type=ReportType(),
            multiple=True,
            help="How to report (default: full), and the file to write it to. May be given several times.",
        ),
        click.option(
            "--output-file",
            type=click.Path(path_type=Path),
            metavar="FILE",
            help="Write the report to this file instead of the standard output.",
        ),
        click.option("--statistics", is_flag=True, help="Count the findings of each name."),
        click.option("--quiet", "-q", is_flag=True, help="Show findings only, no closing line."),
        click.option("--exit-zero", is_flag=True, help="Exit with 0 even if something is found."),
    ]

    @functools.wraps(command)
    def with_output(
        *args: Any,
        formats: tuple[Report, ...],
        output_file: Path | None,
        statistics: bool,
        quiet: bool,
        exit_zero: bool,
        **kwargs: Any,
    ) -> None:
        output = Output(_reports(formats, output_file), statistics, quiet, exit_zero)
        command(*args, output=output, **kwargs)

    for option in reversed(options):
        option(with_output)
    return with_output


def _reports(given: tuple[Report, ...], output_file: Path | None) -> tuple[Report, ...]:
    """The reports that the options ask for. Raises UsageError."""
    reports = list(given) or [Report("full")]
    open_ = [i for i, report in enumerate(reports) if report.file is None]
    if len(open_) > 1:
        raise click.UsageError(
            "only one format goes to the standard output: name a file for the others, --format NAME:FILE"
        )
    if output_file is not None:
        if not open_:
            raise click.UsageError("--output-file needs a format that has no file of its own")
        reports[open_[0]] = Report(reports[open_[0]].format, output_file)
    files = [os.path.abspath(report.file) for report in reports if report.file is not None]
    if len(set(files)) < len(files):
        raise click.UsageError("two formats are to be written to the same file")
    return tuple(reports)


def write_file(file: Path, text: str) -> None:
    """A whole file or none: what was there stays if it cannot be written. Raises CannotWrite."""
    from shapelint.project.writing import replace_file

    content = _encodable(click.unstyle(text) if "\x1b" in text else text)
    if content and not content.endswith("\n"):
        content += "\n"
    try:
        if file.exists() and not stat.S_ISREG(file.stat().st_mode):
            file.write_text(content, encoding="utf-8")  # a pipe or a device is not replaced
            return
        replace_file(file, content.encode())
    except OSError as error:
        raise CannotWrite(file, error.strerror or str(error)) from None


def _for_stdout(text: str, format_: str) -> str | bytes:
    """A document is UTF-8, as it says itself, whatever the terminal takes."""
    if not is_for_terminals(format_):
        return _encodable(text).encode()
    return _encodable(text, getattr(sys.stdout, "encoding", None) or "utf-8")


def _encodable(text: str, encoding: str = "utf-8") -> str:
    """Names of files that are no UTF-8 reach us as lone surrogates, which no stream takes."""
    return text.encode(encoding, "backslashreplace").decode(encoding)
