"""How the process of a snippet ended: what was seen from outside, and what it said itself.

Runs in the user's Python, so it needs nothing newer than Python 3.8.
"""

from __future__ import annotations

import collections
import contextlib
import json
import signal
from typing import Any

LONGEST_VERDICT = 4 << 20
_TAIL = 2000  # of what a snippet wrote: a crash says its last words there
_MOST_FRAMES = 64


class Ended:
    """How a snippet's process ended, as seen from outside."""

    def __init__(self) -> None:
        self.why = ""  # "timeout" or "output" when the agent put an end to it
        self.status: int | None = None  # minus the signal, or the exit status
        self.verdict = bytearray()
        self.written = 0
        self.tail: collections.deque[bytes] = collections.deque(maxlen=4)
        self.seconds = 0.0

    def floods(self, most: int) -> bool:
        return self.written > most or len(self.verdict) > LONGEST_VERDICT

    def read(self, data: bytes) -> None:
        self.written += len(data)
        self.tail.append(data[-_TAIL:])

    def last_words(self) -> str:
        text = b"".join(self.tail).decode("utf-8", "replace")
        crash = text.find("Fatal Python error")
        return text[crash : crash + _TAIL] if crash >= 0 else text[-_TAIL:]


def verdict_of(ended: Ended, token: str, request: dict[str, Any]) -> dict[str, Any]:
    """What the child said, where it had the token, and what was seen of its end."""
    told: dict[str, Any] = {}
    refused = []
    for line in bytes(ended.verdict).split(b"\n"):
        mark, _, text = line.partition(b" ")
        if mark != token.encode():
            continue
        with contextlib.suppress(ValueError, RecursionError):
            message = json.loads(text)
            if isinstance(message, dict):
                refused.append(_text(message.get("refused")))
                told.update(message)
    verdict: dict[str, Any] = {
        key: _text(told.get(key)) for key in ("kind", "exception", "message", "detail")
    }
    verdict["frames"] = _frames(told.get("frames"))
    reached = told["reached"] if isinstance(told.get("reached"), list) else []
    verdict["reached"] = [line for _, line in request["watch"] if line in reached]
    verdict["refused"] = [text for text in refused if text]
    status = ended.status or 0
    if verdict["kind"] == "raised" and ended.why != "output":
        if status:
            verdict["detail"] = "its message could not be read"
    elif ended.why == "timeout":
        verdict.update(kind="timeout", detail=f"not done after {request['seconds']:g} s")
    elif ended.why:
        verdict.update(kind="output", detail=f"more than {request['output']} bytes of output")
    elif status < 0:
        verdict.update(_killed(-status, ended.last_words()))
    elif not verdict["kind"]:
        verdict.update(kind="exited", detail=f"status {status}, without a verdict")
    return verdict


def _killed(number: int, last_words: str) -> dict[str, str]:
    name = signal.Signals(number).name if number in set(signal.Signals) else f"signal {number}"
    kind = "killed"
    if name == "SIGXCPU":
        kind = "timeout"
    elif "bad_alloc" in last_words or "MemoryError" in last_words:
        kind = "memory"
    return {"kind": kind, "detail": f"{name}: {last_words}".rstrip(": \n")}


def _text(told: object) -> str:
    return told[:4000] if isinstance(told, str) else ""


def _frames(told: object) -> list[Any]:
    """Those that have the form; a child may say anything."""
    if not isinstance(told, list):
        return []
    return [
        frame
        for frame in told[:_MOST_FRAMES]
        if isinstance(frame, list)
        and len(frame) == 6
        and isinstance(frame[0], str)
        and isinstance(frame[5], str)
        and type(frame[1]) is int
        and all(place is None or type(place) is int for place in frame[2:5])
    ]
