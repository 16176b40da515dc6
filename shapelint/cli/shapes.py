"""`shapelint shapes`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from shapelint.cli.options import python_option


def _shown(shape: tuple[int | str, ...] | None) -> str:
    if shape is None:
        return "(?)"
    return f"({shape[0]},)" if len(shape) == 1 else f"({', '.join(map(str, shape))})"


@click.command("shapes")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text")
@click.option(
    "--reached", is_flag=True, help="List the lines that running FILE as a script reaches."
)
@python_option
@click.pass_context
def command(
    ctx: click.Context, file: Path, format_: str, reached: bool, python: Path | None
) -> None:
    """Show the source with inferred shapes beside each line, and each model's contract."""
    from shapelint.interpreter import Analyser
    from shapelint.project import ConfigError, EnvironmentNotFound, config_for
    from shapelint.project.task import internal_error
    from shapelint.project.texts import Texts
    from shapelint.rulebook import RuleError
    from shapelint.source import SourceError

    try:
        config = config_for([file], python)
        analyser = Analyser(config.roots, config.extra_rules, config.packages)
        analysis = analyser.analyse(file, shapes=True, reached=reached)
    except (ConfigError, EnvironmentNotFound, RuleError) as error:
        click.echo(f"{file}: cannot check: {error}", err=True)
        ctx.exit(2)
    except SourceError as error:
        click.echo(f"{file}:{error.line}:{error.column}: cannot check: {error.message}", err=True)
        ctx.exit(2)
    except OSError as error:
        click.echo(f"{file}: cannot check: {error.strerror}", err=True)
        ctx.exit(2)
    except Exception as error:
        click.echo(f"{file}: cannot check: {internal_error(error)}", err=True)
        ctx.exit(2)
    if reached:
        if format_ == "json":
            click.echo(json.dumps({"version": 1, "reached": analysis.reached}, indent=2))
        else:
            for name, lines in sorted(analysis.reached.items()):
                click.echo(f"{name}: {', '.join(map(str, lines))}")
        return
    texts = Texts()
    if format_ == "json":
        shapes = [
            {
                "file": r.file,
                **dict(zip(("cell", "line"), texts.place(r.file, r.line))),
                "column": r.column,
                "name": r.name,
                "shape": None if r.shape is None else list(r.shape),
                "dtype": r.dtype,
                "entry": r.entry,
            }
            for r in analysis.shapes
        ]
        click.echo(json.dumps({"version": 1, "shapes": shapes}, indent=2))
        return
    beside: dict[int, list[str]] = {}
    for r in analysis.shapes:
        if r.file == str(file):
            text = f"{r.name}: {_shown(r.shape)}"
            if text not in beside.setdefault(r.line, []):
                beside[r.line].append(text)
    cell = None
    source = texts.lines(str(file))
    count = len(source) - (source[-1:] == [""])
    for number in range(1, count + 1):
        before, (cell, inside) = cell, texts.place(str(file), number)
        if cell != before:
            click.echo(f"# %% cell {cell}")
        line = texts.lines(str(file), cell)[inside - 1]
        shown = "  ".join(beside.get(number, ()))
        click.echo(f"{line:<72}  # {shown}" if shown else line)
    for contract in analysis.contracts:
        click.echo(f"# contract: {contract.text}")
