"""Completion, in the shells themselves."""

from __future__ import annotations

import os
import pty
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from shapelint.cli import COMMANDS, main
from shapelint.names import NAMES
from shapelint.report import FORMATS

ENVIRONMENT = {
    **os.environ,
    "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
}
BASH = """
eval "$(shapelint completion bash)"
COMP_WORDS=({words})
COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
_shapelint_completion shapelint
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
needs = {
    shell: pytest.mark.skipif(shutil.which(shell) is None, reason=f"no {shell} here")
    for shell in ("bash", "zsh", "fish")
}


def bash(words: str) -> list[str]:
    done = subprocess.run(
        ["bash", "-c", BASH.format(words=words)],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()


@needs["bash"]
@pytest.mark.parametrize(
    ("words", "completed"),
    [
        ("shapelint ''", list(COMMANDS)),
        ("shapelint ex", ["explain"]),
        ("shapelint explain inner-", ["inner-size"]),
        ("shapelint check --select inner-", ["inner-size"]),
        ("shapelint --ignore index-range,inner-", ["index-range,inner-size"]),
        ("shapelint check --format ''", list(FORMATS)),
        ("shapelint --form", ["--format"]),
        ("shapelint check a.py --add", ["--add-ignores"]),
        ("shapelint completion z", ["zsh"]),
        ("shapelint shapes --format j", ["json"]),
    ],
)
def test_in_bash(words: str, completed: list[str]) -> None:
    assert bash(words) == completed


@needs["fish"]
def test_in_fish() -> None:
    script = 'shapelint completion fish | source; complete -C "shapelint explain concat"'
    done = subprocess.run(["fish", "-c", script], env=ENVIRONMENT, capture_output=True, text=True)
    assert done.stdout == f"concat-sizes\t{NAMES['concat-sizes'].summary}\n"


@needs["zsh"]
def test_in_zsh(tmp_path: Path) -> None:
    shell, terminal = pty.fork()
    if shell == 0:
        os.execvpe("zsh", ["zsh", "-f", "-i"], {**ENVIRONMENT, "TERM": "dumb"})
    try:
        setup = f'autoload -Uz compinit; compinit -u -d {tmp_path}/dump; eval "$(shapelint completion zsh)"'
        os.write(terminal, f'{setup}; echo rea""dy\n'.encode())
        assert "ready" in _said(terminal, "ready")
        os.write(terminal, b"shapelint explain inner-\t")
        assert "inner-size" in _said(terminal, "inner-size")
    finally:
        os.kill(shell, 9)
        os.waitpid(shell, 0)
        os.close(terminal)


def _said(terminal: int, word: str) -> str:
    said, end = b"", time.monotonic() + 20
    while word.encode() not in said and time.monotonic() < end:
        if select.select([terminal], [], [], 0.1)[0]:
            said += os.read(terminal, 4096)
    return said.decode(errors="replace")


def test_a_shell_that_is_not_known() -> None:
    result = CliRunner().invoke(main, ["completion", "tcsh"])
    assert result.exit_code == 2 and "'bash', 'zsh', 'fish'" in result.stderr
