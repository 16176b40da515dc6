"""A headless Neovim with the set-up of examples/editors/neovim, on a copy of a broken example."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest

from tests.expectations import ROOT

T = TypeVar("T")
SETUP = ROOT / "examples" / "editors" / "neovim"
BROKEN = ROOT / "examples" / "flatten" / "broken.py"
README = ROOT / "README.md"
NEOVIM = shutil.which("nvim")
SOCKET = "./nvim.sock"  # a whole path may be too long for one
PATIENCE = 30.0

pytestmark = pytest.mark.skipif(NEOVIM is None, reason="no nvim here")

# What a person picks from the menu, by a part of its text.
CHOOSER = """
function Choose(part)
  vim.ui.select = function(items, options, done)
    Offered = vim.tbl_map(options.format_item or tostring, items)
    for place, text in ipairs(Offered) do
      if text:find(part, 1, true) then return done(items[place], place) end
    end
  end
end
"""
FLOATING = """(function()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= "" then
      return table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, true), "\\n")
    end
  end
  return ""
end)()"""


class Neovim:
    """A running Neovim, reached over its socket as another Neovim does."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "model.py"
        shutil.copy(BROKEN, self.file)
        environment = {
            **os.environ,
            "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
            **{
                f"XDG_{kind}_HOME": str(folder / kind.lower())
                for kind in ("CONFIG", "DATA", "STATE", "CACHE")
            },
        }
        setup = [
            f"lua package.path = [[{SETUP}/?.lua;]] .. package.path",
            "lua require('shapelint').setup()",
            f"lua {' '.join(CHOOSER.splitlines())}",
        ]
        command = [str(NEOVIM), "--headless", "--clean", "--listen", SOCKET]
        for line in setup:
            command += ["-c", line]
        self.process = subprocess.Popen(
            [*command, "-c", f"edit {self.file}"],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.until((folder / SOCKET).exists)

    def lua(self, expression: str) -> Any:
        quoted = f"vim.fn.json_encode({expression})".replace("'", "''")
        done = subprocess.run(
            [str(NEOVIM), "--server", SOCKET, "--remote-expr", f"luaeval('{quoted}')"],
            cwd=self.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,  # where a Neovim without a screen prints
            text=True,
            timeout=PATIENCE,
        )
        assert done.returncode == 0, done.stdout
        return json.loads(done.stdout)

    def do(self, statements: str) -> None:
        self.lua(f"(function() {statements} return true end)()")

    def until(self, holds: Callable[[], T]) -> T:
        """What comes to hold within the time that a person would wait."""
        end = time.monotonic() + PATIENCE
        while not (value := holds()):
            assert time.monotonic() < end, "it does not come"
            assert self.process.poll() is None, "Neovim has ended"
            time.sleep(0.05)
        return value

    def findings(self) -> list[dict[str, Any]]:
        return list(self.lua("vim.diagnostic.get(0)"))

    def put_cursor_on(self, line: int, text: str) -> None:
        column = self.file.read_text().splitlines()[line - 1].index(text)
        self.do(f"vim.api.nvim_win_set_cursor(0, {{ {line}, {column} }})")

    def version(self) -> tuple[int, int]:
        first = subprocess.run([str(NEOVIM), "--version"], capture_output=True, text=True).stdout
        match = re.match(r"NVIM v(\d+)\.(\d+)", first)
        assert match is not None
        return int(match[1]), int(match[2])


def runs(process: str) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{process}/status").read_text()
    except OSError:
        return False


@pytest.fixture(scope="module")
def neovim(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neovim]:
    editor = Neovim(tmp_path_factory.mktemp("neovim"))
    yield editor
    editor.process.kill()
    editor.process.wait()


def test_the_finding_is_shown_where_it_is(neovim: Neovim) -> None:
    (finding,) = neovim.until(neovim.findings)
    assert (finding["lnum"], finding["col"], finding["source"]) == (15, 15, "shapelint")
    assert "axis -1 of `input` is 1600, but in_features is 400" in finding["message"]


def test_hover_tells_the_shape_as_the_readme_says(neovim: Neovim) -> None:
    neovim.until(neovim.findings)
    neovim.put_cursor_on(16, "x.view")
    neovim.do("vim.lsp.buf.hover()")
    told = neovim.until(lambda: neovim.lua(FLOATING)).splitlines()
    (promised,) = re.findall(r"```text\n(\(8, 16.*?)```", README.read_text(), re.DOTALL)
    assert set(promised.splitlines()) <= set(told)


def test_inlay_hints_stand_behind_assignments(neovim: Neovim) -> None:
    if neovim.version() < (0, 10):
        pytest.skip("Neovim has inlay hints since 0.10")
    hints = neovim.until(lambda: neovim.lua("vim.lsp.inlay_hint.get({ bufnr = 0 })"))
    texts = {h["inlay_hint"]["position"]["line"]: str(h["inlay_hint"]) for h in hints}
    assert "(8, 16, 10, 10)" in texts[14]


def test_the_fix_is_applied_and_the_finding_vanishes(neovim: Neovim) -> None:
    neovim.until(neovim.findings)
    neovim.put_cursor_on(16, "self.fc")
    neovim.do("Choose('1600') vim.lsp.buf.code_action()")
    neovim.until(
        lambda: (
            "nn.Linear(1600, 10)" in neovim.lua("vim.api.nvim_buf_get_lines(0, 0, -1, true)")[10]
        )
    )
    neovim.until(lambda: not neovim.findings())
    neovim.do("vim.cmd('write')")
    assert neovim.file.read_text() == BROKEN.read_text().replace("400, 10", "1600, 10")


def test_leaving_neovim_ends_the_server(neovim: Neovim) -> None:
    children = Path(f"/proc/{neovim.process.pid}/task/{neovim.process.pid}/children")
    if not children.exists():
        pytest.skip("processes are listed on Linux only")
    servers = neovim.until(lambda: children.read_text().split())
    neovim.do("vim.defer_fn(function() vim.cmd('quitall!') end, 50)")
    assert neovim.process.wait(PATIENCE) == 0
    end = time.monotonic() + PATIENCE
    while any(runs(server) for server in servers):
        assert time.monotonic() < end, "the server is left behind"
        time.sleep(0.05)
