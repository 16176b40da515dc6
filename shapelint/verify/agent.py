"""Run by the user's Python, in the sandbox: imports the frameworks once and forks for each snippet.

    python agent.py REQUESTS REPLIES

Two pipes, a line of JSON each way; standard output and error mean nothing. The first request says what
to import, the reply what was found; each later request is a snippet, the reply how it ended.
`child` is what happens in the snippet's process, this is who watches it: the clock, the flood of output,
whatever it leaves behind. Where there is no fork (Windows), and for MPS, which does not survive one, a
fresh process is started for each snippet instead, which imports the frameworks anew.

No import but the standard library's of Python 3.8, and the files beside this one.
"""

from __future__ import annotations

import contextlib
import gc
import json
import mmap
import os
import platform
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import IO, TYPE_CHECKING, Any

_HERE = os.path.dirname(os.path.abspath(__file__))
if TYPE_CHECKING:
    from shapelint.verify import child, ending, frameworks, scratch, seccomp
else:
    sys.path.insert(0, _HERE)
    import child
    import ending
    import frameworks
    import scratch
    import seccomp


class Stop(Exception):
    """The worker is gone."""


class Agent:
    def __init__(self, requests: int, replies: int) -> None:
        self.requests = requests
        self.replies = replies
        self.lines = self._read_lines()
        self.settings: dict[str, Any] = {}
        self.warmed: set[str] = set()

    def serve(self) -> None:
        start = next(self.lines)
        self.settings = start
        self._reply(self._start(start))
        for request in self.lines:
            self._reply(self._answer(request))

    def _read_lines(self) -> Iterator[dict[str, Any]]:
        with open(self.requests, "rb", closefd=False) as stream:
            for line in stream:
                yield json.loads(line)

    def _reply(self, message: dict[str, Any]) -> None:
        data = json.dumps(message).encode() + b"\n"
        while data:
            data = data[os.write(self.replies, data) :]

    def _start(self, start: dict[str, Any]) -> dict[str, Any]:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # a child may send it to process 1
        known = set(sys.path)
        sys.path.extend(entry for entry in start["path"] if entry not in known)
        self.home = os.path.join(start["scratch"], "home")
        self._make_home()
        self.forks = hasattr(os, "fork") and start["fork"]
        versions, missing = frameworks.load(start["frameworks"])
        frameworks.quieten()
        start["seccomp"] = "seccomp" not in start["without"] and seccomp.supported()
        if self.forks:
            _adopt_orphans()
            found = self._ask_a_child()
        else:
            found = {"devices": frameworks.devices(), "seccomp": ""}
        not_enforced = []
        if found["seccomp"] or not start["seccomp"]:
            start["seccomp"] = False
            not_enforced.append(
                f"no seccomp filter ({found['seccomp'] or platform.machine()}): native code may start "
                "processes and send signals, as far as the rest allows"
            )
        start["found"] = found["devices"]
        self._warm("cpu")
        return {
            "python": platform.python_version(),
            "frameworks": versions,
            "missing": missing,
            "devices": found["devices"],
            "not_enforced": not_enforced,
        }

    def _warm(self, device: str) -> None:
        """Before the fork, so that what the first use of a device loads is loaded once."""
        if self.forks and device not in self.warmed:
            self.warmed.add(device)
            frameworks.warm(device)
            gc.collect()
            gc.freeze()
        self.settings["address_space"] = _address_space()

    def _ask_a_child(self) -> dict[str, Any]:
        """What would spoil this process: CUDA must not be initialised before a fork, a seccomp filter
        cannot be taken off."""
        reading, writing = os.pipe()
        pid = os.fork()
        if pid == 0:
            answer = {"devices": ["cpu"], "seccomp": "the probe failed"}
            try:
                answer["devices"] = frameworks.devices()
                if self.settings["seccomp"]:
                    seccomp.install()
                answer["seccomp"] = ""
            except BaseException as error:
                answer["seccomp"] = str(error)
            os.write(writing, json.dumps(answer).encode())
            os._exit(0)
        os.close(writing)
        with open(reading, "rb") as stream:
            data = stream.read()
        os.waitpid(pid, 0)
        answer = json.loads(data) if data else {"devices": ["cpu"], "seccomp": "the probe crashed"}
        return answer

    def _answer(self, request: dict[str, Any]) -> dict[str, Any]:
        folder = os.path.join(self.settings["scratch"], f"run-{request['id']}")
        os.mkdir(folder, 0o700)
        self._warm(request["device"])
        token = os.urandom(16).hex()
        run = self._fork if self.forks else self._spawn
        marks, ended = run(child.Snippet(request, self.settings, folder), request, token)
        reply = ending.verdict_of(ended, token, request)
        seen = [line for (_, line), mark in zip(request["watch"], marks[:]) if mark]
        reply["reached"] = seen or reply["reached"]
        reply["id"] = request["id"]
        reply["seconds"] = ended.seconds
        reply["clean"] = _end_all(self.settings["process_namespace"]) if self.forks else True
        try:
            scratch.remove(folder)
            scratch.remove(self.home)
            self._make_home()
        except (OSError, RecursionError):
            reply["clean"] = False
        return reply

    def _make_home(self) -> None:
        """What one snippet left there is none of the next one's."""
        os.makedirs(os.path.join(self.home, "tmp"), exist_ok=True)

    def _fork(
        self, snippet: child.Snippet, request: dict[str, Any], token: str
    ) -> tuple[Any, ending.Ended]:
        result_in, result_out = os.pipe()
        output_in, output_out = os.pipe()
        marks = mmap.mmap(-1, max(1, len(snippet.watch)))  # shared: outlives a crash
        begun = time.monotonic()
        pid = os.fork()
        if pid == 0:
            try:
                os.close(result_in)
                child.run(snippet, token, result_out, output_out, marks, frameworks.begin)
            finally:
                os._exit(1)
        os.close(result_out)
        os.close(output_out)
        try:
            ended = self._attend(
                pid, result_in, output_in, begun + snippet.seconds, request["output"]
            )
        finally:
            os.close(result_in)
            os.close(output_in)
        ended.seconds = time.monotonic() - begun
        return marks, ended

    def _attend(
        self, pid: int, result: int, output: int, deadline: float, most: int
    ) -> ending.Ended:
        ended = ending.Ended()
        open_ends = {result, output}
        poller = select.poll()
        poller.register(self.requests, 0)  # hang-up is reported unasked
        for end in open_ends:
            os.set_blocking(end, False)
            poller.register(end, select.POLLIN)
        while True:
            # With both pipes at their end the process is about to be gone, or pretends to be.
            wait = 0.05 if open_ends else 0.002
            for end, _ in poller.poll(max(0.0, min(wait, deadline - time.monotonic())) * 1000):
                if end == self.requests:
                    _kill(pid)
                    raise Stop
                if not _drain(end, ended.verdict.extend if end == result else ended.read):
                    open_ends.discard(end)
                    poller.unregister(end)
            done, status = os.waitpid(pid, os.WNOHANG)
            if done:
                break
            if time.monotonic() > deadline:
                ended.why = "timeout"
            elif ended.floods(most):
                ended.why = "output"
            if ended.why:
                _kill(pid)
                status = os.waitpid(pid, 0)[1]
                break
        _drain(result, ended.verdict.extend)
        _drain(output, ended.read)
        ended.status = -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)
        return ended

    def _spawn(
        self, snippet: child.Snippet, request: dict[str, Any], token: str
    ) -> tuple[Any, ending.Ended]:
        whole = {
            "settings": self.settings,
            "request": request,
            "folder": snippet.folder,
            "token": token,
        }
        ended = ending.Ended()
        process = subprocess.Popen(
            [sys.executable, os.path.join(_HERE, "agent.py"), "--snippet"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        flood = threading.Event()

        def read(stream: IO[bytes], keep: Callable[[bytes], None]) -> None:
            for data in iter(lambda: os.read(stream.fileno(), 1 << 16), b""):
                keep(data)
                if ended.floods(request["output"]):
                    flood.set()
                    process.kill()

        assert process.stdin and process.stdout and process.stderr
        readers = [
            threading.Thread(target=read, args=pair, daemon=True)
            for pair in ((process.stdout, ended.verdict.extend), (process.stderr, ended.read))
        ]
        for reader in readers:
            reader.start()
        with contextlib.suppress(OSError):
            process.stdin.write(json.dumps(whole).encode())
            process.stdin.close()
        begun = time.monotonic()
        # It has the frameworks to import first; the clock is set anew when the snippet begins.
        deadline = begun + request["start_seconds"]
        running = False
        while process.poll() is None:
            if time.monotonic() > deadline:
                ended.why = "timeout"
                process.kill()
            elif not running and ended.verdict:
                running, begun = True, time.monotonic()
                deadline = begun + snippet.seconds
            time.sleep(0.01)
        ended.status = process.wait()
        for reader in readers:
            reader.join(1)
        if flood.is_set():
            ended.why = "output"
        ended.seconds = time.monotonic() - begun
        return (), ended


def _drain(end: int, keep: Any) -> bool:
    """False at the end of the pipe. Not endless: a flood waits for the next round."""
    for _ in range(16):
        try:
            data = os.read(end, 1 << 16)
        except BlockingIOError:
            return True
        if not data:
            return False
        keep(data)
    return True


def _kill(pid: int) -> None:
    with contextlib.suppress(OSError):
        os.kill(pid, signal.SIGKILL)


def _adopt_orphans() -> None:
    """Grandchildren whose parent ends become this process's, as they are process 1's anyway."""
    if sys.platform == "linux":
        child.prctl(36, 1)  # PR_SET_CHILD_SUBREAPER


def _end_all(process_namespace: bool) -> bool:
    """Nothing of a snippet survives it. False when something may."""
    for _ in range(200):
        if process_namespace and os.getpid() == 1:
            with contextlib.suppress(OSError):
                os.kill(-1, signal.SIGKILL)  # all of this namespace but process 1
        else:
            for pid in _children():
                _kill(pid)
        try:
            while os.waitpid(-1, os.WNOHANG) != (0, 0):
                pass
        except ChildProcessError:
            return True
        time.sleep(0.005)
    return False


def _children() -> list[int]:
    try:
        with open(f"/proc/self/task/{os.getpid()}/children") as file:
            return [int(pid) for pid in file.read().split()]
    except OSError:
        return []


def _address_space() -> int:
    """Bytes, or 0 where that is not known."""
    try:
        with open("/proc/self/statm") as file:
            return int(file.read().split()[0]) * mmap.PAGESIZE
    except OSError:
        return 0


def _run_one() -> None:
    """The fresh process of one snippet: standard output is the verdict's pipe, error the output's."""
    whole = json.loads(sys.stdin.buffer.read())
    result = os.dup(1)
    os.dup2(2, 1)
    settings, request = whole["settings"], whole["request"]
    known = set(sys.path)
    sys.path.extend(entry for entry in settings["path"] if entry not in known)
    frameworks.load(settings["frameworks"])
    frameworks.quieten()
    settings["address_space"] = _address_space()
    marks = bytearray(max(1, len(request["watch"])))
    snippet = child.Snippet(request, settings, whole["folder"])
    child.run(snippet, whole["token"], result, 2, marks, frameworks.begin)


def main() -> None:
    # A snippet's own `import audit` must not find this folder's.
    while _HERE in sys.path:
        sys.path.remove(_HERE)
    for name in ("audit", "child", "ending", "frameworks", "landlock", "scratch", "seccomp"):
        sys.modules.pop(name, None)
    if sys.argv[1] == "--snippet":
        _run_one()
    else:
        requests, replies = map(int, sys.argv[1:])
        if sys.platform == "win32":  # these are handles there
            import msvcrt

            requests = msvcrt.open_osfhandle(requests, os.O_RDONLY)
            replies = msvcrt.open_osfhandle(replies, 0)
        agent = Agent(requests, replies)
        with contextlib.suppress(Stop):
            agent.serve()
        with contextlib.suppress(OSError):
            scratch.empty(agent.settings["scratch"])  # the folder itself is not its to remove


if __name__ == "__main__":
    main()
