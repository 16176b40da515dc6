"""Landlock: what a process may still do with files, sockets and signals, by the kernel's word.

Source: Documentation/userspace-api/landlock.rst and include/uapi/linux/landlock.h. Each ABI adds to the
one before: 1 files (Linux 5.13), 2 REFER (5.19), 3 TRUNCATE (6.2), 4 TCP (6.7), 5 IOCTL_DEV (6.10),
6 scopes for abstract unix sockets and signals (6.12), 7 logging flags only (6.15).
Landlock does not cover chmod, chown, utime, xattr, flock nor connecting to a unix socket by path;
`seccomp` refuses those.

Runs in the linter's Python (the launcher) and in the user's (a second, narrower domain for each
snippet), so it needs nothing newer than Python 3.8.
"""

from __future__ import annotations

import ctypes
import errno
import os
import stat
import struct
from collections.abc import Iterable

EXECUTE = 1 << 0
WRITE_FILE = 1 << 1
READ_FILE = 1 << 2
READ_DIR = 1 << 3
REMOVE_DIR = 1 << 4
REMOVE_FILE = 1 << 5
MAKE_CHAR = 1 << 6
MAKE_DIR = 1 << 7
MAKE_REG = 1 << 8
MAKE_SOCK = 1 << 9
MAKE_FIFO = 1 << 10
MAKE_BLOCK = 1 << 11
MAKE_SYM = 1 << 12
REFER = 1 << 13
TRUNCATE = 1 << 14
IOCTL_DEV = 1 << 15

READ = READ_FILE | READ_DIR
CHANGE = WRITE_FILE | REMOVE_DIR | REMOVE_FILE | MAKE_DIR | MAKE_REG | MAKE_SYM | REFER | TRUNCATE
NEVER = MAKE_CHAR | MAKE_BLOCK | MAKE_SOCK | MAKE_FIFO
DEVICE = READ_FILE | WRITE_FILE | IOCTL_DEV

_OF_A_FILE = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL_DEV
_ADDED = {2: REFER, 3: TRUNCATE, 5: IOCTL_DEV}
_TCP = 0b11  # bind, connect
_SCOPES = 0b11  # abstract unix sockets, signals

# The same numbers on every architecture that torch has wheels for (asm-generic/unistd.h).
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_PR_SET_NO_NEW_PRIVS = 38
_LOG_SAME_EXEC_OFF = 1 << 0


class LandlockError(OSError):
    """The kernel has Landlock but would not take a ruleset."""


def abi() -> int:
    """The kernel's Landlock ABI; 0 where there is none, or where it is switched off."""
    try:
        return max(0, _syscall(_CREATE_RULESET, None, 0, 1))
    except (OSError, AttributeError):
        return 0


def gaps(version: int) -> list[str]:
    """What a kernel of this ABI leaves open, in sentences for the user."""
    if version == 0:
        return [
            "this kernel has no Landlock: reading and writing files is refused to Python code only"
        ]
    found = []
    if version < 4:
        found.append(f"Landlock ABI {version} does not know TCP")
    if version < 6:
        found.append(f"Landlock ABI {version} does not scope signals nor abstract unix sockets")
    return found


def restrict(
    version: int,
    handled: int,
    rules: Iterable[tuple[str, int]],
    tcp: bool = True,
    quiet: bool = False,
) -> None:
    """Leave this process, for ever, only what `rules` allow of the `handled` rights. Paths that do
    not exist are passed over. `quiet`: no denial goes to the system's log, as is asked of those who
    run unknown code without an exec."""
    for since, right in _ADDED.items():
        # Below ABI 2 the kernel refuses to move a file to another folder, whatever is asked.
        if version < since:
            handled &= ~right
    ruleset = _ruleset(handled, _TCP if tcp and version >= 4 else 0, _SCOPES if version >= 6 else 0)
    try:
        for path, rights in rules:
            _allow(ruleset, path, rights & handled)
        word = ctypes.c_ulong
        _libc().prctl(_PR_SET_NO_NEW_PRIVS, word(1), word(0), word(0), word(0))
        _syscall(_RESTRICT_SELF, ruleset, _LOG_SAME_EXEC_OFF if quiet and version >= 7 else 0)
    finally:
        os.close(ruleset)


def _ruleset(files: int, tcp: int, scopes: int) -> int:
    # Older kernels take the longer struct as long as what they do not know is zero.
    attributes = struct.pack("=QQQ", files, tcp, scopes)
    try:
        return _syscall(_CREATE_RULESET, attributes, len(attributes), 0)
    except OSError as error:
        # Red Hat's 5.14 says ABI 6 and has no scopes.
        if not scopes or error.errno not in (errno.EINVAL, errno.E2BIG):
            raise
        return _ruleset(files, tcp, 0)


def _allow(ruleset: int, path: str, rights: int) -> None:
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        if not stat.S_ISDIR(os.fstat(place).st_mode):
            rights &= _OF_A_FILE
        if rights:
            _syscall(_ADD_RULE, ruleset, 1, struct.pack("=Qi", rights, place), 0)
    finally:
        os.close(place)


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _syscall(number: int, *arguments: int | bytes | None) -> int:
    result = _libc().syscall(
        ctypes.c_long(number),
        *(ctypes.c_long(a) if isinstance(a, int) else ctypes.c_char_p(a) for a in arguments),
    )
    if result < 0:
        code = ctypes.get_errno()
        raise LandlockError(code, f"Landlock: {os.strerror(code)}")
    return int(result)
