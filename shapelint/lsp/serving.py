"""Starting the server, and ending it."""

from __future__ import annotations

import logging
import socket
from typing import BinaryIO

from lsprotocol import types

from shapelint.lsp import (
    code_actions,
    code_lens,
    configuration,
    diagnostics,
    hover,
    inlay_hints,
    synchronization,
    verifying,
)
from shapelint.lsp.server import ShapelintServer

METHODS = (
    synchronization, configuration, diagnostics, hover, inlay_hints, code_actions, code_lens, verifying,
)  # fmt: skip


def serve(tcp: tuple[str, int] | None = None) -> bool:
    """Serve one editor over the standard streams, or over a socket, until it leaves: whether it took its leave
    as the protocol has it. Raises OSError where the address cannot be had."""
    # editors show what is written to the standard error as errors: it is to be none that is none
    logging.getLogger("pygls").setLevel(logging.CRITICAL)
    server = ShapelintServer()
    for method in METHODS:
        method.register(server)

    took_leave = False

    @server.feature(types.SHUTDOWN)
    def shutdown(params: None) -> None:
        nonlocal took_leave
        took_leave = True

    streams = (None, None) if tcp is None else _connected(*tcp)
    try:
        server.start_io(*streams)
    except OSError:
        pass  # the editor is gone
    finally:
        server.stop()
    return took_leave


def _connected(host: str, port: int) -> tuple[BinaryIO, BinaryIO]:
    """The streams to and from the first editor that comes. Raises OSError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.create_server((host, port), family=family) as listening:
        connection, _ = listening.accept()
    with connection:
        return connection.makefile("rb"), connection.makefile("wb")
