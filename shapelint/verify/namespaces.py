"""Linux namespaces and capabilities: a process that sees no network, no other process and no shared
memory but its own, and that root's powers have left.

Sources: user_namespaces(7), pid_namespaces(7), capabilities(7). User namespaces need no privilege,
but containers, AppArmor (Ubuntu 24.04) and sysctls may forbid them; unshare(2) then changes nothing.
"""

from __future__ import annotations

import ctypes
import os
import struct
from dataclasses import dataclass
from pathlib import Path

_NEWNS, _NEWIPC, _NEWUSER, _NEWPID, _NEWNET = 0x20000, 0x8000000, 0x10000000, 0x20000000, 0x40000000
_MS_NOSUID, _MS_NODEV, _MS_NOEXEC, _MS_REC, _MS_PRIVATE = 0x2, 0x4, 0x8, 0x4000, 0x40000
_PR_SET_PDEATHSIG, _PR_CAPBSET_DROP, _PR_SET_SECUREBITS, _PR_CAP_AMBIENT = 1, 24, 28, 47
_NO_ROOT_LOCKED = 0b1111  # being uid 0 gives nothing at exec, nor at setuid; and stays so
_CAPABILITY_VERSION_3 = 0x20080522


@dataclass(frozen=True, slots=True)
class Entered:
    """Which namespaces this process is in now; `mounts` lets it mount over its own view."""

    network: bool
    processes: bool
    mounts: bool


def enter() -> Entered:
    """New user, network, IPC, process and mount namespaces, or as many as may be had. The process
    has one thread. The next fork is process 1 of the new process namespace."""
    for mounts in (_NEWNS, 0):
        flags = _NEWUSER | _NEWNET | _NEWIPC | _NEWPID | mounts
        if _tried(flags) and _unshare_mapped(flags):
            return Entered(True, True, bool(mounts))
    return Entered(False, False, False)


def mount_proc() -> bool:
    """A /proc that shows this process namespace alone; called by its process 1. Refused where parts
    of /proc are masked, as containers do."""
    _mount("none", "/", "", _MS_REC | _MS_PRIVATE, "")
    return _mount("proc", "/proc", "proc", _MS_NOSUID | _MS_NODEV | _MS_NOEXEC, "")


def mount_scratch(folder: str, size: int, files: int) -> bool:
    """Memory of a bounded size as the scratch folder: it is gone with the namespace."""
    options = f"size={size},nr_inodes={files},mode=700"
    return _mount("tmpfs", folder, "tmpfs", _MS_NOSUID | _MS_NODEV | _MS_NOEXEC, options)


def unmount(folder: str) -> None:
    _libc().umount2(ctypes.c_char_p(os.fsencode(folder)), ctypes.c_int(2))  # MNT_DETACH


def drop_capabilities() -> None:
    """Root is left with a user's rights, in a new user namespace or without one."""
    capability = 0
    while _prctl(_PR_CAPBSET_DROP, capability) == 0:
        capability += 1
    _prctl(_PR_SET_SECUREBITS, _NO_ROOT_LOCKED)
    _prctl(_PR_CAP_AMBIENT, 4)  # PR_CAP_AMBIENT_CLEAR_ALL
    _libc().capset(struct.pack("=Ii", _CAPABILITY_VERSION_3, 0), bytes(24))


def die_with_parent(signal: int) -> None:
    _prctl(_PR_SET_PDEATHSIG, signal)


def _tried(flags: int) -> bool:
    """In a process that ends at once: there is no way back from a namespace that lacks half."""
    pid = os.fork()
    if pid == 0:
        os._exit(0 if _unshare_mapped(flags) else 1)
    return os.waitpid(pid, 0)[1] == 0


def _unshare_mapped(flags: int) -> bool:
    """The user stays the same user inside."""
    uid, gid, own = os.getuid(), os.getgid(), Path("/proc/self")
    if _libc().unshare(ctypes.c_int(flags)) != 0:
        return False
    try:
        (own / "setgroups").write_text("deny")
        (own / "uid_map").write_text(f"{uid} {uid} 1")
        (own / "gid_map").write_text(f"{gid} {gid} 1")
    except OSError:
        return False
    return True


def _mount(source: str, target: str, kind: str, flags: int, options: str) -> bool:
    texts = [ctypes.c_char_p(os.fsencode(text)) for text in (source, target, kind)]
    done = _libc().mount(*texts, ctypes.c_ulong(flags), ctypes.c_char_p(options.encode()))
    return bool(done == 0)


def _prctl(option: int, value: int) -> int:
    word = ctypes.c_ulong
    return int(_libc().prctl(ctypes.c_int(option), word(value), word(0), word(0), word(0)))


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
