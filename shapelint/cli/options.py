"""Options that several subcommands take."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from shapelint.cli.completion import listed_names

python_option = click.option(
    "--python",
    type=click.Path(exists=True, path_type=Path),
    help="Interpreter or environment whose installed packages are followed (default: the one found).",
)


def running_options(command: Callable[..., None]) -> Callable[..., None]:
    """How to run what is found."""
    keep = click.option(
        "--keep-snippets",
        type=click.Path(file_okay=False, path_type=Path),
        help="Folder to write what was run to: scripts that run on their own.",
    )
    device = click.option(
        "--device",
        default="auto",
        show_default=True,
        help="Where snippets run: auto (cuda, mps, cpu), cuda, mps, cpu, or meta.",
    )
    return device(keep(command))


def settings_options(command: Callable[..., None]) -> Callable[..., None]:
    """Which settings hold; the command gets them as `options`."""

    @wraps(command)
    def packed(*args: Any, **given: Any) -> None:
        from shapelint.project import Options

        words = {
            name: tuple(w.strip() for text in given.pop(name) for w in text.split(",") if w.strip())
            for name in ("select", "ignore", "exclude")
        }
        command(
            *args, options=Options(given.pop("config"), given.pop("isolated"), **words), **given
        )

    config = click.option(
        "--config",
        metavar="FILE",
        type=click.Path(path_type=Path),
        help="The file of settings (default: the nearest shapelint.toml or pyproject.toml).",
    )
    isolated = click.option("--isolated", is_flag=True, help="Read no file of settings.")
    select = click.option(
        "--select",
        multiple=True,
        metavar="NAMES",
        shell_complete=listed_names,
        help="Report these findings or families only, whatever the files select and ignore.",
    )
    ignore = click.option(
        "--ignore",
        multiple=True,
        metavar="NAMES",
        shell_complete=listed_names,
        help="Do not report these, too.",
    )
    exclude = click.option(
        "--exclude", multiple=True, metavar="PATTERNS", help="Do not check these files, too."
    )
    return config(isolated(select(ignore(exclude(packed)))))


def baseline_options(command: Callable[..., None]) -> Callable[..., None]:
    """Which findings are known; the command gets `baseline`, and `strict_baseline`."""

    @wraps(command)
    def packed(*args: Any, **given: Any) -> None:
        from shapelint.project import Baseline

        path, update = given.pop("baseline"), given.pop("update_baseline")
        prune = given.pop("prune_baseline")
        if path is None and (update or prune or given["strict_baseline"]):
            raise click.UsageError("which baseline? name it with --baseline FILE")
        baseline = None if path is None else Baseline(path, update, prune)
        command(*args, baseline=baseline, **given)

    baseline = click.option(
        "--baseline",
        metavar="FILE",
        type=click.Path(dir_okay=False, path_type=Path),
        help="Report only what is not in this file.",
    )
    update = click.option(
        "--update-baseline", is_flag=True, help="Write what is found now into the baseline."
    )
    prune = click.option(
        "--prune-baseline", is_flag=True, help="Remove from the baseline what is no longer found."
    )
    strict = click.option(
        "--strict-baseline",
        is_flag=True,
        help="Exit with 1 if the baseline has what is no longer found.",
    )
    return baseline(update(prune(strict(packed))))


def counted(number: int, one: str, many: str = "") -> str:
    """A number of things, in words."""
    return f"{number} {one if number == 1 else many or one + 's'}"
