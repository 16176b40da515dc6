"""Which device a snippet runs on, of those an agent has."""

from __future__ import annotations

from collections.abc import Sequence

_PREFERRED = ("cuda", "mps", "cpu")


class DeviceNotFound(Exception):
    """A device was asked for by name and is not there."""

    def __init__(self, wanted: str, found: Sequence[str]) -> None:
        super().__init__(f"no device {wanted!r} here; there is {', '.join(found) or 'none'}")
        self.wanted = wanted
        self.found = tuple(found)


def choose(wanted: str, found: Sequence[str]) -> str:
    """`auto` takes the first kind of cuda, mps, cpu that is there; `meta`, which computes shapes alone,
    is taken only by name. A kind without a number means its first device.

    >>> choose("auto", ["cpu", "cuda:0", "cuda:1", "meta"])
    'cuda:0'
    """
    for kind in _PREFERRED if wanted == "auto" else (wanted,):
        for device in found:
            if device == kind or device.partition(":")[0] == kind:
                return device
    raise DeviceNotFound(wanted, found)


def needs_driver(device: str) -> bool:
    """Whether running there, or finding out, takes the device nodes of a driver."""
    return device == "auto" or device.partition(":")[0] not in ("cpu", "meta")
