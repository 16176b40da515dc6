"""Starting the user's Python so that what runs in it can do no harm, as far as the platform goes.

Linux: the launcher (see there) sets namespaces, Landlock and limits before that Python starts; the
agent adds, for each snippet, limits, a narrower Landlock domain, a seccomp filter and the audit hook.
macOS: `sandbox-exec`, where it still is, and limits. Windows: the audit hook and the clock. What does
not hold is said in plain sentences, `Started.not_enforced`.

`without` leaves a layer out, so that tests can show each of the others to hold alone.
"""

from __future__ import annotations

import contextlib
import glob
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from shapelint.verify.channel import Channel, ChannelClosed
from shapelint.verify.environment import PythonFound, module_search_path, scrubbed
from shapelint.verify.launcher import Plan
from shapelint.verify.outcome import WorkerError

LAYERS = ("namespaces", "landlock", "seccomp", "rlimits", "audit")

_HERE = Path(__file__).resolve().parent
_AGENT = _HERE / "agent.py"
# What dynamic linking, BLAS and the frameworks read of a Linux system.
_SYSTEM = (
    "/usr",
    "/lib",
    "/lib64",
    "/lib32",
    "/nix/store",
    "/gnu/store",
    "/etc/ld.so.cache",
    "/etc/ld.so.preload",
    "/etc/localtime",
    "/sys/devices/system/cpu",
    "/sys/devices/system/node",
    "/sys/fs/cgroup",
    "/sys/kernel/mm",
)
_DRIVERS = ("/sys", "/opt/rocm", "/etc/nvidia", "/proc/driver", "/proc/devices", "/proc/modules")
_DEVICE_NODES = ("/dev/nvidia*", "/dev/nvidia-caps", "/dev/kfd", "/dev/dri")
_LOADERS = ("/lib*/ld-*.so*", "/lib/*/ld-*.so*", "/usr/lib*/ld-*.so*", "/usr/lib/*/ld-*.so*")
_BELOW_A_HOME = ("bin", "lib", "lib64", "include", "share")
_SCRATCH_SIZE = 256 << 20
_OPEN_FILES = 512


@dataclass(frozen=True, slots=True)
class Started:
    """A user's Python in its sandbox, running the agent, not yet told what to import."""

    process: subprocess.Popen[bytes]
    channel: Channel
    words: IO[bytes]
    """What it writes to standard output and error, for a message when it fails."""
    settings: dict[str, Any]
    """The part of the first request that follows from the sandbox."""
    not_enforced: tuple[str, ...]


def start(
    found: PythonFound,
    scratch: str,
    driver: bool,
    folders: Sequence[str],
    environment: Mapping[str, str],
    without: Collection[str],
    seconds: float,
) -> Started:
    """`driver`: let it reach graphics devices. `folders`: to be read too. Raises WorkerError."""
    path = module_search_path(found, os.environ)
    read = readable(found, [*path, *folders], Path(os.path.expanduser("~")), driver)
    devices = [node for pattern in _DEVICE_NODES for node in glob.glob(pattern)] if driver else []
    (requests, to_agent), (from_agent, replies) = os.pipe(), os.pipe()
    variables = scrubbed(found, scratch, os.environ, environment)
    command = [found.executable, str(_AGENT), str(requests), str(replies)]
    not_enforced: list[str] = []
    options: dict[str, Any] = {"pass_fds": (requests, replies), "start_new_session": True}
    if sys.platform == "linux":
        plan = Plan(
            command=command,
            environment=variables,
            requests=requests,
            replies=replies,
            scratch=scratch,
            scratch_size=_SCRATCH_SIZE,
            read=read,
            execute=[os.path.realpath(found.executable), *_loaders()],
            devices=devices,
            open_files=_OPEN_FILES,
            file_size=_SCRATCH_SIZE,
            without=list(without),
        )
        # Without site-packages, which take long to set up.
        command = [sys.executable, "-I", "-S", str(_HERE / "launcher.py"), plan.encode()]
    elif sys.platform == "darwin":
        command, not_enforced = _on_macos(command, read, scratch)
    else:
        command, options, not_enforced = _on_windows(command, requests, replies)
    words = tempfile.TemporaryFile()  # noqa: SIM115 (closed by `discard`)
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=words,
            stderr=words,
            env=variables,
            cwd=scratch,
            **options,
        )
    except OSError as error:
        os.close(to_agent)
        os.close(from_agent)
        words.close()
        raise WorkerError(f"{found.executable}: {error.strerror or error}") from error
    finally:
        os.close(requests)
        os.close(replies)
    settings: dict[str, Any] = {"landlock": 0, "process_namespace": False}
    started = Started(process, Channel(to_agent, from_agent), words, settings, ())
    if sys.platform == "linux":
        try:
            first = started.channel.receive(seconds)
        except ChannelClosed as error:
            first = None
            reason = f"the sandbox could not be set up: {last_words(words) or error}"
        else:
            reason = f"the sandbox was not set up within {seconds:g} s"
        if first is None:
            discard(started)
            raise WorkerError(f"{found.executable}: {reason}")
        settings.update(landlock=first["landlock"], process_namespace=first["process_namespace"])
        not_enforced = first["not_enforced"]
    settings.update(
        scratch=scratch,
        path=path,
        read=[*read, "/dev/urandom", "/dev/random", "/dev/zero", "/proc"],
        devices=devices,
        without=list(without),
        # MPS does not survive a fork.
        fork=not (sys.platform == "darwin" and driver),
        count_processes=settings["process_namespace"] and _counts_in_namespaces(),
    )
    return Started(process, started.channel, words, settings, tuple(not_enforced))


def discard(started: Started) -> None:
    """End it with all its descendants."""
    kill_tree(started.process)
    started.channel.close()
    started.words.close()


def readable(found: PythonFound, path: list[str], home: Path, driver: bool) -> list[str]:
    """What the user's Python must read. Never a whole home: where an interpreter is installed right
    into one, only the folders that an installation has."""
    wanted = [*found.prefixes, *path, *os.environ.get("LD_LIBRARY_PATH", "").split(os.pathsep)]
    # A virtual environment's interpreter is a link, maybe to another prefix's.
    wanted.append(os.path.dirname(os.path.dirname(os.path.realpath(found.executable))))
    places: dict[str, None] = {}
    for folder in map(os.path.realpath, filter(os.path.isabs, wanted)):
        if home == Path(folder) or Path(folder) in home.parents:
            places.update((os.path.join(folder, name), None) for name in _BELOW_A_HOME)
        else:
            places[folder] = None
    system = [*_SYSTEM, *(_DRIVERS if driver else ())] if os.name == "posix" else []
    return [place for place in (*places, *system, str(_HERE)) if os.path.exists(place)]


def kill_tree(process: subprocess.Popen[bytes]) -> None:
    """End a process and whatever came of it. In a process namespace, the kernel ends all with its
    process 1; elsewhere they are found by ancestry, for the agent adopts orphans."""
    for _ in range(50):
        found = descendants(process.pid)
        for pid in found:
            with contextlib.suppress(OSError):
                os.kill(pid, 9)
        if not found:
            break
        time.sleep(0.002)
    with contextlib.suppress(OSError):
        process.kill()
    process.wait()


def descendants(pid: int) -> list[int]:
    """Children first, then theirs. None where the system does not say."""
    found: list[int] = []
    for child in children(pid):
        found += [child, *descendants(child)]
    return found


def children(pid: int) -> list[int]:
    found: list[int] = []
    for task in glob.glob(f"/proc/{pid}/task/*/children"):
        with contextlib.suppress(OSError):
            found += map(int, Path(task).read_text().split())
    return found


def last_words(words: IO[bytes]) -> str:
    """The last line of what it wrote: mostly a Python error's."""
    words.seek(0, os.SEEK_END)
    words.seek(max(0, words.tell() - 4000))
    return words.read().decode("utf-8", "replace").strip().rpartition("\n")[2]


def _loaders() -> list[str]:
    """The kernel opens the dynamic loader as a program."""
    return list({os.path.realpath(name) for pattern in _LOADERS for name in glob.glob(pattern)})


def _counts_in_namespaces() -> bool:
    """RLIMIT_NPROC counts a user namespace's processes since Linux 5.14, all of the user's before; and
    root's never."""
    major, minor = (
        int("".join(filter(str.isdigit, part))) for part in os.uname().release.split(".")[:2]
    )
    return (major, minor) >= (5, 14)


def _on_macos(command: list[str], read: list[str], scratch: str) -> tuple[list[str], list[str]]:
    """Written from Apple's profiles in /System/Library/Sandbox, where (allow default) is followed by
    what is taken away. Not run by our tests."""
    missing = [
        "macOS: memory is not bounded, only time and output are",
        "macOS: native code may start processes and send signals",
    ]
    tool = shutil.which("sandbox-exec")
    if tool is None:
        return command, [
            *missing,
            "no sandbox-exec: files and network are refused to Python code only",
        ]
    allowed = " ".join(f'(subpath "{place}")' for place in read)
    real = os.path.realpath(scratch)
    profile = (
        "(version 1)(allow default)(deny network*)(deny file-write*)"
        f'(allow file-write* (subpath "{real}") (literal "/dev/null"))'
        f'(deny file-read-data (subpath "{os.path.expanduser("~")}"))'
        f'(allow file-read-data (subpath "{real}") {allowed})'
    )
    return [tool, "-p", profile, *command], missing


def _on_windows(
    command: list[str], requests: int, replies: int
) -> tuple[list[str], dict[str, Any], list[str]]:
    """Not run by our tests."""
    options: dict[str, Any] = {}
    if sys.platform == "win32":
        import msvcrt

        handles = [msvcrt.get_osfhandle(end) for end in (requests, replies)]
        for handle in handles:
            os.set_handle_inheritable(handle, True)
        command = [*command[:2], *map(str, handles)]
        info = subprocess.STARTUPINFO(lpAttributeList={"handle_list": handles})
        options = {"startupinfo": info, "creationflags": subprocess.CREATE_NO_WINDOW}
    return (
        command,
        options,
        [
            "Windows: files, network and processes are refused to Python code only",
            "Windows: memory is not bounded, only time and output are",
            "Windows: a process that a snippet starts all the same may survive it",
        ],
    )
