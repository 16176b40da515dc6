"""Lines of JSON to and from an agent, each with a deadline: the other side may hang or be gone."""

from __future__ import annotations

import json
import os
import queue
import selectors
import threading
import time
from collections.abc import Callable
from typing import Any

_LONGEST = 16 << 20


class ChannelClosed(Exception):
    """The other side is gone, or says what is no JSON."""


class Channel:
    """Owns both descriptors."""

    def __init__(self, sending: int, receiving: int) -> None:
        self._sending = sending
        self._lines: queue.Queue[bytes] = queue.Queue(64)
        # A thread, because Windows can wait for no pipe.
        self._reader = threading.Thread(target=self._read, args=(receiving,), daemon=True)
        self._reader.start()

    def send(self, message: dict[str, Any], seconds: float) -> None:
        data = memoryview(json.dumps(message).encode() + b"\n")
        deadline = time.monotonic() + seconds
        try:
            if os.name == "nt":
                while data:
                    data = data[os.write(self._sending, data) :]
                return
            os.set_blocking(self._sending, False)
            with selectors.DefaultSelector() as selector:
                selector.register(self._sending, selectors.EVENT_WRITE)
                while data:
                    if not selector.select(max(0.0, deadline - time.monotonic())):
                        raise ChannelClosed("it takes no more requests")
                    data = data[os.write(self._sending, data) :]
        except OSError as error:
            raise ChannelClosed("it is gone") from error

    def receive(
        self, seconds: float, meanwhile: Callable[[], None] = lambda: None
    ) -> dict[str, Any] | None:
        """The next message, None when there is none in time; `meanwhile` is called now and then."""
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0:
            try:
                line = self._lines.get(timeout=min(left, 0.05))
            except queue.Empty:
                meanwhile()
                continue
            try:
                message = json.loads(line)
            except (ValueError, RecursionError):
                message = None
            if not isinstance(message, dict):
                raise ChannelClosed("it is gone" if not line else "it does not speak JSON")
            return message
        return None

    def close(self) -> None:
        """The other side is gone by now, so the reader ends by itself and closes its end."""
        os.close(self._sending)
        self._reader.join(1)

    def _read(self, receiving: int) -> None:
        with open(receiving, "rb") as stream:
            try:
                while line := stream.readline(_LONGEST):
                    self._lines.put(line)
            except OSError:
                pass
        self._lines.put(b"")
