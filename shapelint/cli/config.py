"""`shapelint config`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from shapelint.cli.options import python_option, settings_options

if TYPE_CHECKING:
    from shapelint.project import Options
    from shapelint.project.config import Effective


@click.command("config")
@click.argument("path", type=click.Path(exists=True, path_type=Path), default=Path())
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text")
@click.option("--schema", "schema_", is_flag=True, help="Print the JSON Schema of the settings.")
@python_option
@settings_options
@click.pass_context
def command(
    ctx: click.Context,
    path: Path,
    format_: str,
    schema_: bool,
    python: Path | None,
    options: Options,
) -> None:
    """Show the settings that hold for PATH (default: the current directory), and where each comes from.

    The text can be written to a shapelint.toml.
    """
    from shapelint.project import ConfigError, EnvironmentNotFound, config_for
    from shapelint.project.config import effective
    from shapelint.project.settings import schema

    if schema_:
        click.echo(json.dumps(schema(), indent=2))
        return
    try:
        given = effective((path,), python, options)
        config_for((path,), python, options)  # answers what cannot be used, too
    except (ConfigError, EnvironmentNotFound) as error:
        click.echo(f"cannot read the settings: {error}", err=True)
        ctx.exit(2)
    if format_ == "json":
        click.echo(json.dumps({"version": 1, "settings": _plain(given)}, indent=2))
    else:
        click.echo("\n".join(_lines(given)))


def _plain(given: Effective) -> dict[str, Any]:
    """Every setting's parts, each with its origin and the folder that its paths start from."""
    return {
        name: [{"value": g.value, "from": g.origin, "root": str(g.root)} for g in parts]
        for name, parts in given.items()
    }


def _lines(given: Effective) -> list[str]:
    """TOML, with the origins as comments."""
    from shapelint.project.settings import SETTINGS

    rows: list[tuple[str, str]] = []
    for name, setting in SETTINGS.items():
        parts = given[name]
        if setting.joined:
            entries = [(k, v, g.origin) for g in parts for k, v in g.value.items()]
            rows += [(f"{name}.{_key(k)} = {_toml(v)}", origin) for k, v, origin in entries]
            if not entries:
                rows.append((f"{name} = {{}}", "default"))
        elif parts[0].value is None:
            rows.append((f"# {name} is not set", "default"))
        else:
            value = parts[0].value if len(parts) == 1 else [w for g in parts for w in g.value]
            rows.append((f"{name} = {_toml(value)}", ", ".join(g.origin for g in parts)))
    width = min(48, max(len(said) for said, _ in rows))
    return [f"{said:<{width}}  # {origin}" for said, origin in rows]


def _key(key: str) -> str:
    return key if key.replace("-", "").replace("_", "").isalnum() and key.isascii() else _toml(key)


def _toml(value: Any) -> str:
    """JSON's strings, lists and truth values are TOML's; what JSON escapes above U+FFFF is not."""
    return json.dumps(value, ensure_ascii=False)
