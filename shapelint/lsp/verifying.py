"""`workspace/executeCommand` of `shapelint.verify`: a finding is run in a sandbox, and the verdict shown."""

from __future__ import annotations

import asyncio
import json
import os
import sys
import uuid
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from shapelint.finding import Finding, Verdict
from shapelint.lsp.diagnostics import verdict_key
from shapelint.lsp.drafts import Draft
from shapelint.lsp.server import ShapelintServer
from shapelint.project.texts import Texts

VERIFY = "shapelint.verify"


class CannotRun(Exception):
    """The command line could not verify."""


def register(server: ShapelintServer) -> None:
    """Carry out the command."""

    @server.command(VERIFY)
    async def verify(uri: str, name: str, line: int) -> dict[str, str] | None:
        found = server.draft_of(uri)
        if found is None:
            return None
        draft, cell = found
        await draft.looked.wait()
        about = next(
            (f for f in draft.findings() if (f.cell, f.name, f.span.line) == (cell, name, line)),
            None,
        )
        if about is None:
            _tell(server, types.MessageType.Info, "this finding is no longer there")
            return None
        token = await _begin(server, f"Verifying {name}")
        try:
            verdict = await _verdict(server, draft, about)
        except CannotRun as error:
            _tell(server, types.MessageType.Error, str(error))
            return None
        finally:
            if token is not None:
                server.work_done_progress.end(token, types.WorkDoneProgressEnd())
        server.verdicts[verdict_key(draft, about)] = verdict
        server.show(draft)
        return {"kind": verdict.kind, "text": verdict.text}


def _tell(server: ShapelintServer, kind: types.MessageType, message: str) -> None:
    server.window_show_message(types.ShowMessageParams(kind, f"shapelint: {message}"))


async def _begin(server: ShapelintServer, title: str) -> str | None:
    """Show that something goes on, if the editor can."""
    window = server.client_capabilities.window
    if window is None or not window.work_done_progress:
        return None
    token = str(uuid.uuid4())
    try:
        await server.work_done_progress.create_async(token)
    except JsonRpcException:
        return None
    server.work_done_progress.begin(token, types.WorkDoneProgressBegin(title, cancellable=False))
    return token


async def _verdict(server: ShapelintServer, draft: Draft, about: Finding) -> Verdict:
    """What a run of the file shows. Raises CannotRun."""
    if not _is_saved(draft):
        raise CannotRun("save the file first: what is run is the file")
    folder, settings = server.folder_of(draft.path), server.settings_for(draft)
    command = [sys.executable, "-m", "shapelint", "check", draft.path, "--verify", "--no-cache"]
    command += ["--format", "json", "--device", settings["device"]]
    for option, name in (("--python", "python"), ("--config", "configuration")):
        path = settings.path(name, folder)
        command += [] if path is None else [option, str(path)]
    process = await asyncio.create_subprocess_exec(
        *command,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        cwd=folder or Path(draft.path).parent,
    )
    try:
        said, errors = await process.communicate()
    finally:
        if process.returncode is None:  # the server is ending
            process.kill()
    try:
        answer: dict[str, Any] = json.loads(said)
    except ValueError:
        last = errors.decode(errors="replace").strip().splitlines()
        raise CannotRun(last[-1] if last else "the verifier gave no answer") from None
    return _matching(answer, draft, about)


def _is_saved(draft: Draft) -> bool:
    """Whether the file holds what the editor shows."""
    texts = Texts()
    return all(texts.lines(draft.path, cell) == list(t.lines) for cell, t in draft.texts.items())


def _matching(answer: dict[str, Any], draft: Draft, about: Finding) -> Verdict:
    for told in [*answer["findings"], *answer.get("refuted", ())]:
        place = (told["cell"], told["name"], told["line"])
        if place == (about.cell, about.name, about.span.line) and told.get("verdict"):
            if os.path.realpath(told["file"]) == os.path.realpath(draft.path):
                verdict = told["verdict"]
                return Verdict(verdict["kind"], verdict["text"])
    return Verdict("unverified", "the verifier did not come to this finding")
