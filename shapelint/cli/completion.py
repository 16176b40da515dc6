"""`shapelint completion`, and what is completed where click does not know it."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem, get_completion_class

from shapelint.names import NAMES

PROGRAM = "shapelint"
VARIABLE = "_SHAPELINT_COMPLETE"


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the script that makes a shell complete shapelint's commands, options and finding names.

    \b
    bash, in ~/.bashrc:  eval "$(shapelint completion bash)"
    zsh, in ~/.zshrc:    eval "$(shapelint completion zsh)"
    fish:                shapelint completion fish > ~/.config/fish/completions/shapelint.fish
    """
    found = get_completion_class(shell)
    assert found is not None
    click.echo(found(ctx.find_root().command, {}, PROGRAM, VARIABLE).source())


def finding_names(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Names of findings."""
    return [
        CompletionItem(name, help=info.summary)
        for name, info in NAMES.items()
        if name.startswith(incomplete)
    ]


def listed_names(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Names of findings, and what stands for several, the last of a list."""
    before, comma, last = incomplete.rpartition(",")
    families = dict.fromkeys(info.family for info in NAMES.values())
    many = [CompletionItem(word) for word in (*families, "ALL") if word.startswith(last)]
    items = [*finding_names(ctx, param, last), *many]
    return [CompletionItem(f"{before}{comma}{i.value}", help=i.help) for i in items]
