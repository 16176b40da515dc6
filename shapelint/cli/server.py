"""`shapelint server`."""

from __future__ import annotations

import os

import click

LOOPBACK = {"localhost", "127.0.0.1", "::1"}


def _address(
    ctx: click.Context, param: click.Parameter, given: str | None
) -> tuple[str, int] | None:
    if given is None:
        return None
    host, _, port = given.rpartition(":")
    host = (host or "127.0.0.1").strip("[]")
    if host not in LOOPBACK:
        raise click.BadParameter(f"only this machine is served: {', '.join(sorted(LOOPBACK))}")
    if not port.isdecimal() or not 0 < int(port) < 65536:
        raise click.BadParameter(f"{port!r} is no port")
    return host, int(port)


@click.command("server")
@click.option("--stdio", is_flag=True, help="Serve over the standard streams (the default).")
@click.option(
    "--tcp",
    metavar="[HOST:]PORT",
    callback=_address,
    help="Serve one editor at a port of this machine instead.",
)
def command(stdio: bool, tcp: tuple[str, int] | None) -> None:
    """Serve an editor, by the language server protocol: shapes as people type.

    Editors start this; see examples/editors for their settings.
    """
    if stdio and tcp is not None:
        raise click.UsageError("--stdio or --tcp: which?")
    try:
        import pygls  # noqa: F401
    except ImportError:
        raise click.ClickException(
            "the language server needs pygls: pip install 'shapelint[server]'"
        ) from None
    from shapelint.lsp.serving import serve

    try:
        took_leave = serve(tcp)
    except OSError as error:
        host, port = tcp or ("", 0)
        reason = os.strerror(error.errno) if error.errno else error
        raise click.ClickException(f"cannot listen at {host}:{port}: {reason}") from None
    if not took_leave:
        raise click.exceptions.Exit(1)
