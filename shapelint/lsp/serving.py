"""Starting the server, and ending it."""

from __future__ import annotations

import logging

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


def serve(tcp: tuple[str, int] | None = None) -> None:
    """Serve one editor over the standard streams, or over a socket, until it leaves."""
    # editors show what is written to the standard error as errors: it is to be none that is none
    logging.getLogger("pygls").setLevel(logging.CRITICAL)
    server = ShapelintServer()
    for method in METHODS:
        method.register(server)
    try:
        if tcp is None:
            server.start_io()
        else:
            server.start_tcp(*tcp)
    finally:
        server.stop()
