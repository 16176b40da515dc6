"""What happens in the process of one snippet: it gives up more rights, runs the source as `__main__`
and tells the agent how that ended.

**What cannot be held.** The snippet and this module share a process, so code that sets out to (through
frames, `gc` or `ctypes`) can find the token and forge its own verdict, or lose the record of its
refusals. It is kept from doing so by accident or by cheap tricks: replaced functions of `os` and
`json`, writing to every descriptor, closing them all. A forged verdict is a wrong sentence about
hostile code; it does no harm to the host, for that does not rest on anything in this process.

Runs in the user's Python, so it needs nothing newer than Python 3.8 and nothing but its own library.
"""

from __future__ import annotations

import builtins
import ctypes
import faulthandler
import itertools
import linecache
import os
import signal
import sys
import tempfile
import types
from collections.abc import Callable, Mapping
from json.encoder import encode_basestring_ascii
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from shapelint.verify import audit, landlock, seccomp

    Tell = Callable[[dict[str, Any]], None]
    Frame = list[str | int | None]  # file, line, end line, column, end column, function
else:  # beside this file; the agent has put the folder on sys.path
    import audit
    import landlock
    import seccomp

# The functions below keep a copy of the built-ins: what a snippet does to its own does not reach them.
globals()["__builtins__"] = dict(vars(builtins))

FRAMES = 60
_LONGEST_MESSAGE = 4000
_NO_VERDICT = 66  # the status of a child that could not even begin
_TOOL = 3  # sys.monitoring's ids 3 and 4 belong to nobody
_name_of = type.__dict__["__name__"].__get__  # what a metaclass cannot falsify
_qualname_of = type.__dict__["__qualname__"].__get__
_module_of = type.__dict__["__module__"].__get__

_DENIALS = ("Permission denied", "Operation not permitted")


class Snippet:
    """A request, as the agent hands it to the process that will run it."""

    def __init__(
        self, request: Mapping[str, Any], settings: Mapping[str, Any], folder: str
    ) -> None:
        self.source: str = request["source"]
        self.filename: str = request["filename"]
        self.watch: list[tuple[str, int]] = [(file, line) for file, line in request["watch"]]
        self.seconds: float = request["seconds"]
        self.memory: int = request["memory"]
        self.device: str = request["device"]
        self.modules: dict[str, str] = request.get("modules") or {}
        self.settings = settings
        self.folder = folder


def run(
    snippet: Snippet,
    token: str,
    result: int,
    output: int,
    marks: Any,
    begin: Callable[[str, list[str]], None],
) -> NoReturn:
    """Never returns. `marks` has a byte for each watched line, which the agent may see too; `begin`
    puts the frameworks on a device. Standard output and error go to `output`, the verdict to `result`."""
    leave, tell = os._exit, _teller(token, result)
    try:
        try:
            _settle(snippet, result, output)
            begin(snippet.device, snippet.settings["found"])
            _restrict(snippet, tell)
            tell({"begun": True})
        except BaseException as error:
            tell({"kind": "died", "detail": f"before the snippet began: {_first_line(error)}"})
            leave(_NO_VERDICT)
        verdict = _execute(snippet, marks, tell)
        verdict["reached"] = [line for (_, line), mark in zip(snippet.watch, marks[:]) if mark]
        tell(verdict)
        leave(0)
    finally:
        leave(_NO_VERDICT)  # whatever happened above: this process never runs the agent's code


def _execute(snippet: Snippet, marks: Any, tell: Tell) -> dict[str, Any]:
    settrace = sys.settrace
    try:
        code = _prepare(snippet)
        _watch(code, snippet.watch, marks)
        exec(code, sys.modules["__main__"].__dict__)
    except SystemExit as error:
        settrace(None)
        status = error.code
        shown = status if type(status) in (int, str) else _name_of(type(status))
        return {"kind": "exited", "detail": f"sys.exit({shown!s:.200})"}
    except BaseException as error:
        settrace(None)
        # Told before the message is asked for: that runs the snippet's code again.
        verdict: dict[str, Any] = {
            "kind": "raised",
            "exception": _exception_name(type(error)),
            "message": "",
        }
        tell(verdict)
        verdict["frames"] = _frames(error)
        tell(verdict)
        verdict["message"] = message = _first_line(error)
        if _is_of_memory(error, message):
            verdict["kind"] = "memory"
        if any(sign in message for sign in _DENIALS) and audit.REFUSED not in message:
            tell({"refused": f"by the system: {message}"})  # the hook has told its own
        return verdict
    settrace(None)
    return {"kind": "finished"}


def prctl(option: int, value: int) -> None:
    word = ctypes.c_ulong
    ctypes.CDLL(None).prctl(ctypes.c_int(option), word(value), word(0), word(0), word(0))


def _teller(token: str, result: int) -> Tell:
    write, text = os.write, encode_basestring_ascii

    def encode(value: object) -> str:
        if value is None:
            return "null"
        if isinstance(value, str):
            return text(value)
        if isinstance(value, int):
            return f"{value:d}"
        if isinstance(value, dict):
            return "{" + ",".join(f"{text(k)}:{encode(v)}" for k, v in value.items()) + "}"
        assert isinstance(value, (list, tuple))
        return "[" + ",".join(map(encode, value)) + "]"

    def tell(message: dict[str, Any]) -> None:
        # A line of its own, whatever else was written to this pipe.
        data = f"\n{token} {encode(message)}\n".encode("ascii")
        try:
            while data:
                data = data[write(result, data) :]
        except OSError:
            pass  # the snippet closed it: the agent sees an end without a verdict

    return tell


def _settle(snippet: Snippet, result: int, output: int) -> None:
    if hasattr(os, "setsid") and os.getpid() != os.getsid(0):
        os.setsid()
    if output not in (1, 2):
        os.dup2(output, 1)
        os.dup2(output, 2)
    if sys.platform == "linux":
        prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG: it does not outlive the agent
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    # The agent's own pipes above all.
    os.closerange(3, result)
    os.closerange(result + 1, 4096)
    for name in ("SIGINT", "SIGTERM", "SIGPIPE", "SIGCHLD"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for name in ("home", "tmp", "cwd"):
        os.mkdir(os.path.join(snippet.folder, name))
    home, tmp, cwd = (os.path.join(snippet.folder, name) for name in ("home", "tmp", "cwd"))
    os.environ.update(HOME=home, TMPDIR=tmp, TEMP=tmp, TMP=tmp)
    tempfile.tempdir = None
    for name, source in snippet.modules.items():
        path = os.path.join(cwd, *name.split("/"))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(source)
    os.chdir(cwd)
    sys.path.insert(0, cwd)
    faulthandler.enable(2)


def _restrict(snippet: Snippet, tell: Tell) -> None:
    """The order matters: each step must still be allowed by those before it."""
    settings = snippet.settings
    without = settings["without"]
    if "rlimits" not in without:
        _limit(snippet)
    version = settings["landlock"]
    # What libraries took for the home when they were imported: Keras keeps its settings there.
    home = os.path.join(settings["scratch"], "home")
    writable = [snippet.folder, home, os.devnull, *settings["devices"]]
    if version:
        # A domain below the agent's: its signals and its memory are out of reach, and so is what
        # other snippets left.
        changes = landlock.CHANGE | landlock.NEVER
        rules = [(path, landlock.CHANGE) for path in writable]
        landlock.restrict(version, changes, rules, tcp=False, quiet=True)
    if "audit" not in without:
        audit.install(settings["read"], writable, lambda text: tell({"refused": text}))
    if settings["seccomp"]:
        seccomp.install()


def _limit(snippet: Snippet) -> None:
    try:
        import resource
    except ImportError:
        return
    seconds = int(snippet.seconds) + 2  # the agent's clock comes first; this is for its failing
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    room = snippet.settings["address_space"]
    if room and snippet.device.partition(":")[0] in ("cpu", "meta"):
        most = room + snippet.memory
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        if hard != resource.RLIM_INFINITY:
            most = min(most, hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    if snippet.settings["count_processes"]:
        resource.setrlimit(resource.RLIMIT_NPROC, (256, 256))


def _prepare(snippet: Snippet) -> types.CodeType:
    main = types.ModuleType("__main__")
    main.__file__ = snippet.filename
    main.__dict__["__builtins__"] = builtins
    sys.modules["__main__"] = main
    sys.argv = [snippet.filename]
    lines = snippet.source.splitlines(keepends=True)
    # No modification time: linecache then keeps it though there is no such file.
    linecache.cache[snippet.filename] = (len(snippet.source), None, lines, snippet.filename)
    return compile(snippet.source, snippet.filename, "exec", dont_inherit=True)


def _watch(code: types.CodeType, places: list[tuple[str, int]], marks: Any) -> None:
    """Mark the lines that run, at next to no cost for code in other files."""
    if not places:
        return
    index = {place: at for at, place in enumerate(places)}
    files = {file for file, _ in places}
    monitoring = getattr(sys, "monitoring", None)
    if monitoring is not None:  # 3.12
        lines, starts = monitoring.events.LINE, monitoring.events.PY_START
        monitoring.use_tool_id(_TOOL, "shapelint")

        def started(code: types.CodeType, offset: int) -> object:
            if code.co_filename in files:
                monitoring.set_local_events(_TOOL, code, lines)
            return monitoring.DISABLE  # once for each function is enough

        def ran(code: types.CodeType, line: int) -> object:
            at = index.get((code.co_filename, line))
            if at is not None:
                marks[at] = 1
            return monitoring.DISABLE

        monitoring.register_callback(_TOOL, starts, started)
        monitoring.register_callback(_TOOL, lines, ran)
        monitoring.set_local_events(_TOOL, code, lines)
        monitoring.set_events(_TOOL, starts)
        return
    left = set(index)

    def in_function(frame: types.FrameType, event: str, argument: object) -> Any:
        place = frame.f_code.co_filename, frame.f_lineno
        if event == "line" and place in left:
            marks[index[place]] = 1
            left.discard(place)
            if not left:
                sys.settrace(None)
        return in_function

    def called(frame: types.FrameType, event: str, argument: object) -> Any:
        return in_function if frame.f_code.co_filename in files else None

    sys.settrace(called)


def _exception_name(kind: type) -> str:
    name, module = _qualname_of(kind), _module_of(kind)
    if (
        type(module) is not str
        or module in ("builtins", "__main__")
        or module.split(".")[0] == "torch"
    ):
        return str(name)
    return f"{module}.{name}"


def _first_line(error: BaseException) -> str:
    try:
        text = str(error)
    except Exception:
        return "(its message cannot be read)"
    return str.strip(text).split("\n", 1)[0][:_LONGEST_MESSAGE]


def _frames(error: BaseException) -> list[Frame]:
    """Outermost first; of a long one, both ends."""
    steps, traceback = [], error.__traceback__
    while traceback is not None:
        steps.append(traceback)
        traceback = traceback.tb_next
    # Not this module's at the start, nor the hook's at the end.
    ours = (globals(), vars(audit))
    steps = [step for step in steps if not any(step.tb_frame.f_globals is own for own in ours)]
    if len(steps) > FRAMES:
        steps = steps[: FRAMES // 2] + steps[-(FRAMES // 2) :]
    frames = [_frame(step) for step in steps]
    if isinstance(error, SyntaxError) and type(error.lineno) is int and type(error.filename) is str:
        frames.append([error.filename, error.lineno, None, None, None, "<module>"])
    return frames


def _frame(step: types.TracebackType) -> Frame:
    code = step.tb_frame.f_code
    file, line = code.co_filename, step.tb_lineno
    function = getattr(code, "co_qualname", code.co_name)
    positions = getattr(code, "co_positions", None)
    if positions is None:
        return [file, line, None, None, None, function]
    at = next(itertools.islice(positions(), step.tb_lasti // 2, None), (None,) * 4)
    end_line, first, last = at[1], at[2], at[3]
    return [
        file,
        line,
        end_line,
        _column(file, at[0], first),
        _column(file, end_line, last),
        function,
    ]


def _column(file: str, line: int | None, offset: int | None) -> int | None:
    """From bytes of UTF-8 counted from 0 to characters counted from 1."""
    if line is None or offset is None:
        return None
    if file not in linecache.cache and not file.endswith(".py"):
        return None  # who knows what reading it would do
    text = linecache.getline(file, line)
    return len(text.encode("utf-8", "replace")[:offset].decode("utf-8", "replace")) + 1


def _is_of_memory(error: BaseException, message: str) -> bool:
    if isinstance(error, MemoryError) or _name_of(type(error)) == "OutOfMemoryError":
        return True
    signs = (
        "can't allocate memory",  # torch on the CPU
        "not enough memory: you tried to allocate",  # torch on Windows
        "MPS backend out of memory",
        "OOM when allocating tensor",  # TensorFlow
        "RESOURCE_EXHAUSTED",  # JAX
        "std::bad_alloc",
    )
    return any(sign in message for sign in signs)
