"""The process between the linter and the user's Python: it gives up what a snippet must not have and
then becomes that Python, running the agent.

It is a fresh process with one thread, because new user namespaces ask for that, and because a linter
with threads must not fork by itself. The first line it writes says what holds and what does not.

    worker ── launcher (waits) ── agent, process 1 of its namespace ── one child a snippet
    worker ── launcher = agent ── one child a snippet                       (no namespaces)
"""

from __future__ import annotations

import json
import os
import select
import signal
import sys
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING or __package__:
    from shapelint.verify import landlock, namespaces, scratch
else:  # run as a script, without the linter's dependencies
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
    import landlock
    import namespaces
    import scratch

SCRATCH_FILES = 20_000


@dataclass(frozen=True, slots=True)
class Plan:
    """What the launcher is told, as JSON on its command line."""

    command: list[str]
    environment: dict[str, str]
    requests: int
    replies: int
    scratch: str
    scratch_size: int
    read: list[str]
    execute: list[str]
    devices: list[str]
    open_files: int
    file_size: int
    without: list[str] = field(default_factory=list)

    def encode(self) -> str:
        return json.dumps(asdict(self))


def main() -> NoReturn:
    plan = Plan(**json.loads(sys.argv[1]))
    missing: list[str] = []
    entered = namespaces.Entered(False, False, False)
    if "namespaces" not in plan.without:
        entered = namespaces.enter()
    if entered.processes:
        _wait_as_parent(plan)
    own_proc = own_scratch = False
    if entered.mounts:
        own_proc = namespaces.mount_proc()
        own_scratch = namespaces.mount_scratch(plan.scratch, plan.scratch_size, SCRATCH_FILES)
    if not entered.processes:
        missing.append(
            "no namespaces here (a container, or an AppArmor or sysctl rule): "
            "processes are told apart by their ancestry only"
        )
    if not own_scratch:
        missing.append("files in the scratch folder are bounded each, their sum is not")
    namespaces.drop_capabilities()
    if "rlimits" not in plan.without:
        _limit(plan)
    version = 0 if "landlock" in plan.without else landlock.abi()
    missing.extend(landlock.gaps(version))
    if version:
        try:
            _confine(plan, version, own_proc)
        except OSError as error:
            missing.append(f"{error}: reading and writing files is refused to Python code only")
            version = 0
    first = {
        "landlock": version,
        "process_namespace": entered.processes,
        "network_namespace": entered.network,
        "not_enforced": missing,
    }
    _say(plan, first)
    os.chdir(plan.scratch)
    try:
        os.execve(plan.command[0], plan.command, plan.environment)
    except OSError as error:
        _say(plan, {"failed": f"{plan.command[0]}: {error.strerror}"})
        os._exit(127)


def _wait_as_parent(plan: Plan) -> None:
    """Returns in the child, process 1 of the namespace. The parent waits for it, and takes it along
    when the linter is gone; it is still free to tidy up."""
    child = os.fork()
    if child == 0:
        namespaces.die_with_parent(signal.SIGKILL)
        return
    os.close(plan.replies)
    poller = select.poll()
    poller.register(plan.requests, 0)  # hang-up is reported unasked
    while os.waitpid(child, os.WNOHANG) == (0, 0):
        if poller.poll(250):
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            namespaces.unmount(plan.scratch)
            scratch.remove(plan.scratch)  # nobody else will
            break
    os._exit(0)


def _limit(plan: Plan) -> None:
    import resource  # not on Windows, where this module is imported for `Plan` alone

    for which, value in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, plan.file_size),
        (resource.RLIMIT_NOFILE, plan.open_files),
    ):
        hard = resource.getrlimit(which)[1]
        if hard != resource.RLIM_INFINITY:
            value = min(value, hard)
        resource.setrlimit(which, (value, value))


def _confine(plan: Plan, version: int, own_proc: bool) -> None:
    """/proc is shown whole only where it shows nothing but this sandbox; else what frameworks read
    of it. `/proc/self` is followed here and now: it is the agent's, exec keeps the pid."""
    proc = ["/proc"] if own_proc else ["/proc/self", "/proc/meminfo", "/proc/cpuinfo", "/proc/stat"]
    read, devices = landlock.READ, landlock.DEVICE
    rules = [(path, read) for path in [*plan.read, *proc]]
    rules += [(path, landlock.EXECUTE | read) for path in plan.execute]
    rules += [(path, devices) for path in plan.devices]
    rules += [
        (path, landlock.READ_FILE | landlock.WRITE_FILE) for path in ("/dev/null", "/dev/zero")
    ]
    rules += [(path, landlock.READ_FILE) for path in ("/dev/urandom", "/dev/random")]
    rules += [(plan.scratch, read | landlock.CHANGE)]
    handled = landlock.EXECUTE | read | landlock.CHANGE | landlock.NEVER | landlock.IOCTL_DEV
    landlock.restrict(version, handled, rules)


def _say(plan: Plan, message: dict[str, object]) -> None:
    os.write(plan.replies, json.dumps(message).encode() + b"\n")


if __name__ == "__main__":
    main()
