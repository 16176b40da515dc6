"""The set-ups of examples/editors: they start the server that there is, and set what it reads."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from shapelint.cli import main
from shapelint.lsp.settings import SECTION, SETTINGS
from tests.expectations import ROOT

EDITORS = ROOT / "examples" / "editors"
VSCODE = EDITORS / "vscode"
JSON_TYPES = {bool: "boolean", int: "integer", str: "string"}
CLIENTS_OWN = {"path", "trace.server"}  # what VS Code's side reads itself
SERVER = ["shapelint", "server"]


def read(*parts: str) -> Any:
    path = EDITORS.joinpath(*parts)
    text = path.read_text()
    return tomllib.loads(text) if path.suffix == ".toml" else json.loads(text)


def text(*parts: str) -> str:
    return EDITORS.joinpath(*parts).read_text()


def dotted(settings: dict[str, Any], before: str = "") -> dict[str, Any]:
    """`{"a": {"b": 1}}` as `{"a.b": 1}`."""
    found: dict[str, Any] = {}
    for key, value in settings.items():
        name = f"{before}{key}"
        found |= dotted(value, f"{name}.") if isinstance(value, dict) else {name: value}
    return found


def in_a_program(source: str) -> dict[str, Any]:
    """The hints' settings of Lua (`{ enable = true }`) or Lisp (`(:enable t)`)."""
    (inner,) = re.findall(r"settings.*inlayHints(?: =)? [({](.*?)[)}]", source)
    values = re.findall(r"(\w+)(?: =)? (true|t|\d+)", inner)
    return {
        f"{SECTION}.inlayHints.{name}": int(value) if value.isdigit() else True
        for name, value in values
    }


def vscode_settings() -> dict[str, Any]:
    properties = read("vscode", "package.json")["contributes"]["configuration"]["properties"]
    return {name.removeprefix(f"{SECTION}."): value for name, value in properties.items()}


def helix_server() -> dict[str, Any]:
    return dict(read("helix", "languages.toml")["language-server"]["shapelint"])


def sublime_client() -> dict[str, Any]:
    return dict(read("sublime", "LSP.sublime-settings")["clients"]["shapelint"])


def zed_settings() -> dict[str, Any]:
    return {SECTION: read("zed", "settings.json")["lsp"]["shapelint"]["settings"]}


COMMANDS = {
    "helix": lambda: [helix_server()["command"], *helix_server()["args"]],
    "sublime": lambda: sublime_client()["command"],
    "pycharm": lambda: read("pycharm", "shapelint", "template.json")["programArgs"][
        "default"
    ].split(),
    "neovim": lambda: re.findall(r'cmd = { "(\w+)", "(\w+)" }', text("neovim", "shapelint.lua"))[
        -1
    ],
    "emacs": lambda: re.findall(r"'\(\"(\w+)\" \"(\w+)\"\)", text("emacs", "shapelint.el"))[0],
    "zed": lambda: re.findall(
        r'which\("(\w+)"\).*vec!\["(\w+)"', text("zed", "src", "lib.rs"), re.DOTALL
    )[0],
}
SAID = {
    "helix": lambda: dotted(helix_server()["config"]),
    "sublime": lambda: dotted(sublime_client()["settings"]),
    "pycharm": lambda: dotted(read("pycharm", "shapelint", "settings.json")),
    "zed": lambda: dotted(zed_settings()),
    "neovim": lambda: in_a_program(text("neovim", "shapelint.lua")),
    "emacs": lambda: in_a_program(text("emacs", "shapelint.el")),
}


def test_the_command_is_there() -> None:
    assert CliRunner().invoke(main, [SERVER[1], "--help"]).exit_code == 0


@pytest.mark.parametrize("editor", COMMANDS)
def test_an_editor_starts_the_server(editor: str) -> None:
    assert list(COMMANDS[editor]()) == SERVER


@pytest.mark.parametrize("editor", SAID)
def test_an_editor_sets_what_the_server_reads(editor: str) -> None:
    said = {name.removeprefix(f"{SECTION}."): value for name, value in SAID[editor]().items()}
    assert said["inlayHints.enable"] is True
    assert {name: type(value) for name, value in said.items()} == {
        name: SETTINGS[name].kind for name in said
    }


def test_the_settings_of_the_server_are_listed() -> None:
    listed = re.findall(r"^\| `([\w.]+)` \| `(.*?)` \|", text("README.md"), re.MULTILINE)
    assert {name: json.loads(default) for name, default in listed} == {
        name: s.default for name, s in SETTINGS.items()
    }


def test_vscode_offers_every_setting_of_the_server() -> None:
    offered = {n: s["type"] for n, s in vscode_settings().items() if n not in CLIENTS_OWN}
    assert offered == {name: JSON_TYPES[s.kind] for name, s in SETTINGS.items()}


def test_vscode_has_the_defaults_of_the_server_but_for_the_hints() -> None:
    # VS Code has a switch of its own for all inlay hints.
    defaults = {n: s["default"] for n, s in vscode_settings().items() if n not in CLIENTS_OWN}
    assert defaults == {n: s.default for n, s in SETTINGS.items()} | {"inlayHints.enable": True}


def test_vscode_declares_the_commands_that_it_registers() -> None:
    declared = {c["command"] for c in read("vscode", "package.json")["contributes"]["commands"]}
    registered = re.findall(
        r"registerCommand\(`\$\{ID\}\.(\w+)`", text("vscode", "src", "extension.ts")
    )
    assert declared == {f"{SECTION}.{name}" for name in registered}


def test_vscode_loads_what_is_built() -> None:
    package = read("vscode", "package.json")
    assert f"--outfile={package['main'].removeprefix('./')}" in package["scripts"]["build"].split()
    assert f"!{package['main'].removeprefix('./')}" in text("vscode", ".vscodeignore").splitlines()


@pytest.mark.skipif(not (VSCODE / "node_modules").exists(), reason="npm ci has not run here")
@pytest.mark.parametrize("script", ["check", "test"])
def test_vscode_side_holds(script: str) -> None:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        [shutil.which("npm") or "npm", "run", script],
        cwd=VSCODE,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stdout + done.stderr
