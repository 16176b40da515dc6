"""The second line: an audit hook that refuses what does harm, and keeps a record of it.

It sees what Python code asks of the standard library (docs.python.org/3/library/audit_events.html), not
what native code does, and code that knows how can get round it. The kernel is the first line. Where
the kernel cannot help (Windows, old Linux) this is all there is, and `Worker.not_enforced` says so.
What it adds everywhere: the names of what was tried.

Runs in the user's Python, so it needs nothing newer than Python 3.8.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Sequence

REFUSED = "refused by shapelint"
_AT_MOST = 20  # refusals told, of as many as there may be

_NEVER = frozenset(
    [
        "os.system",
        "os.exec",
        "os.posix_spawn",
        "os.spawn",
        "os.fork",
        "os.forkpty",
        "os.startfile",
        "os.startfile/2",
        "os.unshare",
        "os.setns",
        "pty.spawn",
        "subprocess.Popen",
        "_posixsubprocess.fork_exec",
        "_winapi.CreateProcess",
        "_winapi.OpenProcess",
        "_winapi.TerminateProcess",
        "os.killpg",
        "socket.__new__",
        "socket.bind",
        "socket.connect",
        "socket.sendto",
        "socket.sendmsg",
        "socket.getaddrinfo",
        "socket.gethostbyname",
        "socket.gethostbyaddr",
        "socket.sethostname",
        "urllib.Request",
        "webbrowser.open",
        "ftplib.connect",
        "smtplib.connect",
        "telnetlib.Telnet.open",
        "winreg.ConnectRegistry",
        "winreg.CreateKey",
        "winreg.DeleteKey",
        "winreg.DeleteValue",
        "winreg.LoadKey",
        "winreg.SaveKey",
        "winreg.SetValue",
        "syslog.openlog",
        "syslog.syslog",
        "syslog.setlogmask",
    ]
)
# Which of their arguments are paths to be written, and the folder descriptor that each is relative to.
_CHANGES = {
    "os.remove": ((0, 1),),
    "os.rename": ((0, 2), (1, 3)),
    "os.rmdir": ((0, 1),),
    "os.mkdir": ((0, 2),),
    "os.truncate": ((0, None),),
    "os.link": ((0, 2), (1, 3)),
    "os.symlink": ((1, 2),),
    "os.chmod": ((0, 2),),
    "os.chown": ((0, 3),),
    "os.utime": ((0, 3),),
    "os.setxattr": ((0, None),),
    "os.removexattr": ((0, None),),
    "os.chflags": ((0, None),),
    "os.lchflags": ((0, None),),
}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_PROC_OF_ITSELF = "/proc/self"
_name_of = type.__dict__["__name__"].__get__  # what a metaclass cannot falsify


def install(readable: Sequence[str], writable: Sequence[str], told: Callable[[str], None]) -> None:
    """From now on, in this process: no write outside `writable`, no read outside it and `readable`,
    no process, no network. `told` gets each refusal in words, once."""
    # All names are bound here, so that a snippet that replaces them elsewhere changes nothing.
    realpath, fsdecode, separator, own = os.path.realpath, os.fsdecode, os.sep, os.getpid()
    may_write = tuple(realpath(path) for path in writable)
    may_read = (*may_write, *(realpath(path) for path in readable), realpath(_PROC_OF_ITSELF))
    seen: set[str] = set()

    def refuse(event: str, arguments: tuple[object, ...]) -> None:
        text = f"{event} {_shown(arguments)}".rstrip()
        if text not in seen and len(seen) < _AT_MOST:
            seen.add(text)
            told(text)
        raise PermissionError(errno.EACCES, f"{REFUSED}: {text}")

    def within(path: object, roots: tuple[str, ...]) -> bool:
        if isinstance(path, int):
            return True  # a descriptor: what it may do was settled when it was opened
        if path is None:
            path = "."
        try:
            real = realpath(fsdecode(path))  # type: ignore[arg-type]
        except (TypeError, ValueError):
            return True  # no path at all: the call fails by itself
        return any(
            real == root or real.startswith(root.rstrip(separator) + separator) for root in roots
        )

    def opened(event: str, arguments: tuple[object, ...]) -> None:
        path, mode, flags = arguments
        writes = isinstance(flags, int) and bool(flags & _WRITING)
        if not within(path, may_write if writes else may_read):
            refuse("open for writing" if writes else "open", (path,))

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open":
            opened(event, arguments)
        elif event in _NEVER:
            refuse(event, arguments)
        elif event in _CHANGES:
            for index, folder in _CHANGES[event]:
                # Relative to an open folder: shutil.rmtree does that, and where it lies is not told.
                if folder is not None and arguments[folder] not in (-1, None):
                    continue
                if not within(arguments[index], may_write):
                    refuse(event, arguments)
        elif event == "os.kill" or event == "resource.prlimit":
            if arguments[0] not in (own, 0) or (event == "os.kill" and arguments[0] == 0):
                refuse(event, arguments)
        elif event == "sqlite3.connect" or event == "dbm.open":
            if arguments[0] not in (":memory:", b":memory:", "") and not within(
                arguments[0], may_write
            ):
                refuse(event, arguments)

    sys.addaudithook(hook)


def _shown(value: object, depth: int = 0) -> str:
    """In words, without asking a hostile object to describe itself."""
    if type(value) in (str, bytes):
        return repr(value[:200])  # type: ignore[index]
    if value is None or type(value) in (int, bool):
        return repr(value)
    if type(value) in (tuple, list) and depth < 2:
        shown = [_shown(item, depth + 1) for item in value[:4]]  # type: ignore[index]
        return ", ".join(shown) if depth == 0 else f"({', '.join(shown)})"
    return f"<{_name_of(type(value))}>"
