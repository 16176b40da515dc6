"""`shapelint rules`."""

from __future__ import annotations

import difflib
import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from shapelint.rulebook import Rulebook


@click.command("rules")
@click.option("--op", "op", metavar="NAME", help="Show the rule of one operation, whole.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text")
@click.pass_context
def command(ctx: click.Context, op: str | None, format_: str) -> None:
    """List the operations that have a rule, the project's own included.

    NAME is a dotted name, or the end of one: `torch.nn.Conv2d`, `Conv2d`, `Tensor.view`.
    """
    from shapelint.interpreter import rulebook
    from shapelint.project.config import ConfigError, config_for
    from shapelint.rulebook import RuleError

    try:
        book = rulebook(config_for([Path()]).extra_rules)
        if op is None:
            _list(book, format_)
            return
        found = [n for n in book.names() if n == op] or _ending_in(book, op)
        if not found:
            near = difflib.get_close_matches(op, book.names(), 3)
            hint = f"; did you mean {', '.join(near)}?" if near else ""
            click.echo(f"no rule for {op}{hint}", err=True)
            ctx.exit(2)
        _show(book, found, format_)
    except (ConfigError, RuleError, OSError) as error:
        click.echo(f"cannot read the rules: {error}", err=True)
        ctx.exit(2)


def _ending_in(book: Rulebook, op: str) -> list[str]:
    return [name for name in book.names() if name.endswith(f".{op}")]


def _place(path: str) -> str:
    """A rule file: shapelint's own as `rules/…`, a project's from the working directory."""
    from shapelint.interpreter import shipped_rules

    file = Path(path)
    if file.is_relative_to(shipped_rules()):
        return (Path("rules") / file.relative_to(shipped_rules())).as_posix()
    return str(file.relative_to(Path.cwd())) if file.is_relative_to(Path.cwd()) else path


def _list(book: Rulebook, format_: str) -> None:
    """Every name with the first line of its rule's docs, under the file it stands in."""
    rows = [(_place(c.path), name, book.summary(name)) for name, c in book.chunks.items()]
    if format_ == "json":
        listed = [{"name": n, "file": p, "summary": s} for p, n, s in rows]
        click.echo(json.dumps({"version": 1, "rules": listed}, indent=2))
        return
    width = max(len(name) for _, name, _ in rows)
    path = ""
    for file, name, summary in rows:
        if file != path:
            click.secho(f"{'' if not path else chr(10)}{file}", bold=True)
            path = file
        click.echo(f"  {name:<{min(width, 48)}}  {summary}")
    rules = len({id(chunk) for chunk in book.chunks.values()})
    click.echo(f"\n{len(rows)} operations, {rules} rules")


def _show(book: Rulebook, names: list[str], format_: str) -> None:
    chunks = {book.chunks[name]: None for name in names}
    if format_ == "json":
        shown = [
            {
                "names": list(rule.names),
                "file": _place(c.path),
                "line": c.line,
                "rule": c.text.strip(),
            }
            for c in chunks
            if (rule := book.parsed(c))
        ]
        click.echo(json.dumps({"version": 1, "rules": shown}, indent=2))
        return
    for number, chunk in enumerate(chunks):
        click.secho(f"{chr(10) if number else ''}{_place(chunk.path)}:{chunk.line}", bold=True)
        click.echo(chunk.text.strip())
