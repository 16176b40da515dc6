"""`--watch`, as a process that runs while files change."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from shapelint.cli import main

BAD = "import torch\n\ntorch.zeros(2, 3) @ torch.zeros(4, 5)\n"
GOOD = "import torch\n\ntorch.zeros(2, 3) @ torch.zeros(3, 5)\n"
RULE = '@op("own.turned")\ndef turned(x: Tensor["a b"]) -> Tensor["a b"]: ...\n'
PATIENCE = 30.0


def _heeds_interrupts() -> None:
    """What is started in the background by a shell without job control ignores Ctrl-C, and so do its children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Watching:
    """`shapelint check --watch` in a folder, and what it says."""

    def __init__(self, folder: Path, *args: str) -> None:
        command = [
            sys.executable,
            "-m",
            "shapelint",
            "check",
            "--watch",
            "--format",
            "concise",
            *args,
        ]
        self.process = subprocess.Popen(
            command,
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            preexec_fn=_heeds_interrupts,
        )
        self.lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line)
        self.lines.put("")

    def until(self, word: str) -> str:
        """What is said until a closing line has the word."""
        said = ""
        while True:
            line = self.lines.get(timeout=PATIENCE)
            assert line, f"it ended: {said}"
            said += line
            if "waiting for changes" in line:
                if word in line:
                    return said

    def end(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[Watching]:
    (tmp_path / "main.py").write_text(BAD)
    process = Watching(tmp_path, ".")
    try:
        yield process
    finally:
        process.process.kill()
        process.process.wait()


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent in another way there")
def test_it_checks_again_whatever_happens_until_ctrl_c(tmp_path: Path, watching: Watching) -> None:
    said = watching.until("1 finding;")
    assert said.startswith("main.py:3:1: error: [inner-size]")
    (tmp_path / "main.py").write_text(GOOD)
    watching.until(" 0 findings;")
    (tmp_path / "half.py").write_text("import torch\nx = (")
    assert "half.py:2:1: cannot check" in watching.until("1 could not be checked;")
    (tmp_path / "half.py").unlink()
    watching.until(" 0 findings;")
    (tmp_path / "main.py").write_text(BAD)
    watching.until("1 finding;")
    settings = tmp_path / "shapelint.toml"
    settings.write_text('ignore = ["multip')
    assert "cannot check: shapelint.toml" in watching.until("could not check;")
    settings.write_text('ignore = ["multiplying"]\n')
    watching.until(" 0 findings;")
    rule = tmp_path / "rules" / "own.pyi"
    rule.parent.mkdir()
    rule.write_text(RULE)
    settings.write_text('extra-rules = ["rules"]\n')
    watching.until("1 finding;")
    (tmp_path / "main.py").write_text(
        "import own, torch\n\nown.turned(torch.zeros(2, 3)) @ torch.zeros(3, 5)\n"
    )
    watching.until(" 0 findings;")
    rule.write_text(RULE.replace("a b", "b a", 1))
    assert "[inner-size]" in watching.until("1 finding;")
    assert watching.end() == 0
    rest = "".join(iter(lambda: watching.lines.get(timeout=PATIENCE), ""))
    assert "Traceback" not in rest


@pytest.mark.parametrize("option", ["--fix", "--diff", "--add-ignores", "--show-files"])
def test_what_is_done_once_is_not_watched(tmp_path: Path, option: str) -> None:
    result = CliRunner().invoke(main, ["check", "--watch", option, str(tmp_path)])
    assert result.exit_code == 2 and f"{option} is done once" in result.stderr


def test_without_the_package_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    result = CliRunner().invoke(main, ["check", "--watch", str(tmp_path)])
    assert result.exit_code == 2 and "pip install 'shapelint[watch]'" in result.stderr
