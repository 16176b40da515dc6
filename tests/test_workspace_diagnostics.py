"""Diagnostics of files that are not open, in real sessions."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import psutil
import pytest
import pytest_asyncio
import pytest_lsp
from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcMethodNotFound
from pytest_lsp import ClientServerConfig, LanguageClient

from tests.editor import COMMAND, Editor, capabilities, message

pytestmark = pytest.mark.asyncio(loop_scope="function")

if sys.platform == "win32":
    pytest.skip("processes are ended as POSIX has it", allow_module_level=True)

BAD = "import torch\n\ntorch.zeros(2, 3) @ torch.zeros(4, 3)\n"
GOOD = "import torch\n\ntorch.zeros(2, 3) @ torch.zeros(3, 4)\n"
OFF = {"workspaceDiagnostics": {"enable": False}}
ON = {"workspaceDiagnostics": {"enable": True}}
TOKEN = "parts"
Report = (
    types.WorkspaceFullDocumentDiagnosticReport | types.WorkspaceUnchangedDocumentDiagnosticReport
)


class Workspace(Editor):
    """An editor that asks about the whole workspace, and tells of files that change."""

    parts: list[Any]
    is_offered: bool

    async def start(
        self, told: types.ClientCapabilities, settings: Any = None, folders: Sequence[str] = (".",)
    ) -> types.ServerCapabilities:
        features = self.client.protocol.fm.features
        features.pop(types.PROGRESS, None)
        self.parts = []

        @self.client.feature(types.CLIENT_REGISTER_CAPABILITY)
        def registered(params: types.RegistrationParams) -> None:
            pass

        @self.client.feature(types.PROGRESS)
        def part(params: types.ProgressParams) -> None:
            assert params.token == TOKEN
            self.parts.append(params.value)

        offered = await super().start(told, settings, folders)
        assert isinstance(offered.diagnostic_provider, types.DiagnosticOptions)
        self.is_offered = offered.diagnostic_provider.workspace_diagnostics
        return offered

    def asked(
        self, known: Mapping[str, str] | None = None, in_parts: bool = False
    ) -> asyncio.Future[types.WorkspaceDiagnosticReport]:
        """The answer to come. `known` has the ids of earlier results, by name."""
        ids = [types.PreviousResultId(self.uri(name), v) for name, v in (known or {}).items()]
        token = TOKEN if in_parts else None
        return asyncio.ensure_future(
            self.client.workspace_diagnostic_async(
                types.WorkspaceDiagnosticParams(ids, partial_result_token=token)
            )
        )

    async def told(self, known: Mapping[str, str] | None = None) -> dict[str, Report]:
        answer = await asyncio.wait_for(self.asked(known), 60)
        return self.by_name(answer.items)

    def by_name(self, reports: Sequence[Report]) -> dict[str, Report]:
        root = self.folder.as_uri() + "/"
        return {report.uri.removeprefix(root): report for report in reports}

    def save(self, name: str, text: str | None) -> None:
        """Change a file on the disk, or delete it; the editor notices."""
        path = self.folder / name
        kind = types.FileChangeType.Changed
        if text is None:
            path.unlink()
            kind = types.FileChangeType.Deleted
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        if self.client.capabilities is not None:
            event = types.FileEvent(self.uri(name), kind)
            self.client.workspace_did_change_watched_files(
                types.DidChangeWatchedFilesParams([event])
            )


@pytest_lsp.fixture(config=ClientServerConfig(server_command=COMMAND))
async def client(lsp_client: LanguageClient) -> Any:
    yield
    await lsp_client.shutdown_session()


@pytest_asyncio.fixture
async def editor(
    client: LanguageClient, tmp_path: Path, request: pytest.FixtureRequest
) -> Workspace:
    given = getattr(request, "param", {})
    it = Workspace(client, tmp_path)
    for name, text in {
        "net.py": BAD,
        "pkg/__init__.py": "",
        "pkg/bad.py": BAD,
        "pkg/good.py": GOOD,
        "pkg/broken.py": "import torch\nx = (\n",
        "ignored/bad.py": BAD,
        "third_party/bad.py": BAD,
        ".venv/bad.py": BAD,
        ".gitignore": "ignored/\n",
        "shapelint.toml": 'exclude = ["third_party/"]\n',
    }.items():
        it.save(name, text)
    told = capabilities(watches=given.get("watches", True))
    await it.start(told, given.get("settings", ON), given.get("folders", (".",)))
    return it


def found(report: Report) -> list[tuple[object, int]]:
    assert isinstance(report, types.WorkspaceFullDocumentDiagnosticReport)
    return [(d.code, d.range.start.line) for d in report.items]


def ids(reports: Mapping[str, Report]) -> dict[str, str]:
    return {name: r.result_id for name, r in reports.items() if r.result_id is not None}


MISTAKE = [("inner-size", 2)]


async def test_files_that_are_not_open_are_checked_as_the_command_line_does(
    editor: Workspace,
) -> None:
    told = await editor.told()
    assert {name: found(r) for name, r in told.items()} == {
        "net.py": MISTAKE,
        "pkg/bad.py": MISTAKE,
        "pkg/broken.py": [(None, 1)],
    }
    assert {r.version for r in told.values()} == {None}


async def test_a_finding_stands_where_the_mistake_is_whoever_leads_there(editor: Workspace) -> None:
    editor.save(
        "pkg/parts.py", "from torch import nn\n\n\ndef head(x):\n    return nn.Linear(16, 1)(x)\n"
    )
    editor.save("main.py", "import torch\nfrom pkg.parts import head\n\nhead(torch.zeros(2, 8))\n")
    told = await editor.told()
    assert found(told["pkg/parts.py"]) == [("linear-in-features", 4)]
    assert "main.py" not in told


async def test_what_is_open_comes_as_it_is_written(editor: Workspace) -> None:
    editor.open("net.py", GOOD)
    editor.open("pkg/good.py", BAD)
    told = await editor.told()
    assert list(told)[:2] == ["net.py", "pkg/good.py"]
    assert {name: (found(r), r.version) for name, r in told.items()} == {
        "net.py": ([], 1),
        "pkg/good.py": (MISTAKE, 1),
        "pkg/bad.py": (MISTAKE, None),
        "pkg/broken.py": ([(None, 1)], None),
    }
    alone = await editor.report("pkg/good.py", told["pkg/good.py"].result_id)
    assert isinstance(alone, types.RelatedUnchangedDocumentDiagnosticReport)


async def test_what_is_closed_is_what_is_on_the_disk(editor: Workspace) -> None:
    known = ids(await editor.told())
    editor.open("net.py", GOOD)
    told = await editor.told(known)
    assert found(told["net.py"]) == []
    editor.close("net.py")
    last = await editor.report("net.py", told["net.py"].result_id)
    assert isinstance(last, types.RelatedFullDocumentDiagnosticReport)
    assert [(d.code, d.range.start.line) for d in last.items] == MISTAKE
    again = (await editor.told({**known, **ids(told)}))["net.py"]
    assert (found(again), again.version, again.result_id) == (MISTAKE, None, last.result_id)
    assert await editor.diagnostics("pkg/good.py") == []


async def test_what_is_written_counts_for_others(editor: Workspace) -> None:
    editor.save("pkg/sizes.py", "WIDTH = 8\n")
    editor.save(
        "main.py",
        "import torch\nfrom pkg.sizes import WIDTH\n\ntorch.nn.Linear(WIDTH, 1)(torch.zeros(2, 8))\n",
    )
    assert "main.py" not in await editor.told()
    editor.open("pkg/sizes.py", "WIDTH = 9\n")
    assert found((await editor.told())["main.py"]) == [("linear-in-features", 3)]


async def test_a_request_is_held_until_there_is_news(editor: Workspace) -> None:
    known = ids(await editor.told())
    waiting = editor.asked(known)
    done, _ = await asyncio.wait([waiting], timeout=3)
    assert not done
    editor.save("pkg/good.py", GOOD + "\n")  # changes nothing
    editor.save("pkg/bad.py", GOOD)
    told = editor.by_name((await asyncio.wait_for(waiting, 60)).items)
    assert isinstance(told["net.py"], types.WorkspaceUnchangedDocumentDiagnosticReport)
    assert told["net.py"].result_id == known["net.py"]
    assert found(told["pkg/bad.py"]) == [] and "pkg/good.py" not in told
    known = ids(told)
    assert set(known) == {"net.py", "pkg/broken.py"}
    waiting = editor.asked(known)
    editor.save("net.py", None)
    assert found(editor.by_name((await asyncio.wait_for(waiting, 60)).items)["net.py"]) == []


async def test_who_asks_again_is_told_once(editor: Workspace) -> None:
    known = ids(await editor.told())
    waiting = [editor.asked(known), editor.asked(known)]
    done, _ = await asyncio.wait(waiting, timeout=3)
    assert not done
    editor.save("pkg/good.py", GOOD + "\n")  # changes nothing
    assert not (await asyncio.wait_for(waiting[0], 60)).items
    assert not waiting[1].done()
    editor.save("net.py", GOOD)
    assert "net.py" in editor.by_name((await asyncio.wait_for(waiting[1], 60)).items)


async def test_what_is_excluded_now_is_taken_back(editor: Workspace) -> None:
    known = ids(await editor.told())
    editor.save(".gitignore", "pkg/\n")
    told = await editor.told(known)
    assert found(told["pkg/bad.py"]) == found(told["pkg/broken.py"]) == []
    assert found(told["ignored/bad.py"]) == MISTAKE


async def test_settings_that_cannot_be_used_leave_what_was_known(editor: Workspace) -> None:
    known = ids(await editor.told())
    waiting = editor.asked(known)
    editor.save("shapelint.toml", 'excude = ["pkg"]\n')
    done, _ = await asyncio.wait([waiting], timeout=5)
    assert not done
    (told,) = [m.message for m in editor.client.log_messages if "cannot be checked" in m.message]
    assert "excude" in told
    editor.save("shapelint.toml", 'exclude = ["pkg"]\n')
    told_now = editor.by_name((await asyncio.wait_for(waiting, 60)).items)
    assert found(told_now["pkg/bad.py"]) == []


async def test_an_editor_that_takes_parts_gets_what_is_open_first(editor: Workspace) -> None:
    editor.open("pkg/good.py", BAD)
    answer = await asyncio.wait_for(editor.asked(in_parts=True), 60)
    assert not answer.items
    names = [
        [item["uri"].rpartition("/")[2] for item in part["items"]]
        for part in map(plain, editor.parts)
    ]
    assert names == [["good.py"], ["net.py", "bad.py", "broken.py"]]


def plain(part: Any) -> Any:
    """A part as it was sent, whatever the client makes of it."""
    if isinstance(part, Mapping):
        return {key: plain(value) for key, value in part.items()}
    if isinstance(part, list | tuple):
        fields = getattr(part, "_asdict", None)
        return plain(fields()) if fields else [plain(value) for value in part]
    return part


@pytest.mark.parametrize("editor", [{"settings": None}], indirect=True)
async def test_nothing_is_offered_unless_it_is_wanted(editor: Workspace) -> None:
    assert not editor.is_offered
    with pytest.raises(JsonRpcMethodNotFound):
        await editor.told()
    assert await editor.diagnostics("net.py") == []
    assert not surveys()


async def test_nothing_is_checked_while_it_is_not_wanted(editor: Workspace) -> None:
    assert editor.is_offered
    editor.client.workspace_did_change_configuration(
        types.DidChangeConfigurationParams({"shapelint": OFF})
    )
    waiting = editor.asked()
    done, _ = await asyncio.wait([waiting], timeout=3)
    assert not done and not surveys()
    editor.client.workspace_did_change_configuration(
        types.DidChangeConfigurationParams({"shapelint": ON})
    )
    told = editor.by_name((await asyncio.wait_for(waiting, 60)).items)
    assert found(told["net.py"]) == MISTAKE
    editor.client.workspace_did_change_configuration(
        types.DidChangeConfigurationParams({"shapelint": OFF})
    )
    told = await editor.told(ids(told))
    assert [found(r) for r in told.values()] == [[]] * 3


@pytest.mark.parametrize("editor", [{"folders": ["pkg"]}], indirect=True)
async def test_only_folders_of_the_workspace_are_checked(editor: Workspace) -> None:
    editor.open("net.py", BAD)
    assert set(await editor.told()) == {"pkg/bad.py", "pkg/broken.py"}


@pytest.mark.parametrize("editor", [{"watches": False}], indirect=True)
async def test_an_editor_that_tells_of_no_changes_is_answered_at_once(editor: Workspace) -> None:
    known = ids(await editor.told())
    told = await editor.told(known)
    assert {type(r) for r in told.values()} == {types.WorkspaceUnchangedDocumentDiagnosticReport}
    (editor.folder / "net.py").write_text(GOOD)
    assert found((await editor.told(known))["net.py"]) == []


def surveys() -> list[psutil.Process]:
    """The processes that check folders."""
    there = []
    for process in psutil.Process().children(recursive=True):
        try:
            if "shapelint.lsp.surveys" in process.cmdline():
                there.append(process)
        except psutil.Error:
            continue
    return there


def large(models: int) -> str:
    block = (
        "class Net{i}(nn.Module):\n    def __init__(self):\n        super().__init__()\n"
        "        self.head = nn.Linear(16, 10)\n\n    def forward(self, x):\n        return self.head(x)\n\n\n"
    )
    return "from torch import nn\n\n\n" + "".join(block.format(i=i) for i in range(models))


async def begun(waiting: asyncio.Future[Any]) -> list[psutil.Process]:
    for _ in range(100):
        running = surveys()
        if running or waiting.done():
            return running
        await asyncio.sleep(0.05)
    return []


async def test_a_request_that_is_cancelled_ends_its_check(editor: Workspace) -> None:
    editor.save("large.py", large(3_000))
    number = "to-be-cancelled"
    waiting = asyncio.ensure_future(
        editor.client.protocol.send_request_async(
            types.WORKSPACE_DIAGNOSTIC, types.WorkspaceDiagnosticParams([]), number
        )
    )
    running = await begun(waiting)
    assert running
    editor.client.cancel_request(types.CancelParams(number))
    with pytest.raises(JsonRpcException) as said:
        await asyncio.wait_for(waiting, 5)
    assert said.value.code == types.LSPErrorCodes.RequestCancelled
    _, alive = await asyncio.to_thread(psutil.wait_procs, running, 5)
    assert not alive


async def test_what_is_open_does_not_wait_for_the_rest(editor: Workspace) -> None:
    editor.save("large.py", large(3_000))
    editor.open("net.py", GOOD)
    await editor.diagnostics("net.py")
    waiting = editor.asked(in_parts=True)
    assert await begun(waiting)
    began = time.perf_counter()
    editor.write("net.py", BAD)
    assert [d.code for d in await editor.diagnostics("net.py")] == ["inner-size"]
    assert time.perf_counter() - began < 5
    assert not waiting.done()
    waiting.cancel()


async def test_a_check_that_is_killed_is_tried_again_when_there_is_news(editor: Workspace) -> None:
    editor.save("large.py", large(3_000))
    waiting = editor.asked()
    for process in await begun(waiting):
        process.kill()
    await asyncio.sleep(1)
    assert not waiting.done()
    editor.save("large.py", None)
    told = editor.by_name((await asyncio.wait_for(waiting, 60)).items)
    assert found(told["net.py"]) == MISTAKE


async def test_a_file_that_kills_what_checks_it_is_the_only_one_not_checked(
    editor: Workspace,
) -> None:
    editor.save("large.py", large(3_000))
    waiting = editor.asked()
    worker = None
    for _ in range(200):
        worker = next((p for p in surveys() if p.ppid() in {s.pid for s in surveys()}), None)
        if worker is not None:
            break
        await asyncio.sleep(0.05)
    assert worker is not None
    worker.kill()  # with all that it was given: they are tried one by one, in another
    again = await another(worker)
    again.kill()
    told = editor.by_name((await asyncio.wait_for(waiting, 100)).items)
    assert [name for name, r in told.items() if "died" in repr(r)] == ["large.py"]
    assert found(told["net.py"]) == found(told["pkg/bad.py"]) == MISTAKE


async def another(worker: psutil.Process) -> psutil.Process:
    for _ in range(200):
        running = surveys()
        found = [p for p in running if p.ppid() in {s.pid for s in running} and p.pid != worker.pid]
        if found:
            return found[0]
        await asyncio.sleep(0.02)
    raise TimeoutError


@pytest.mark.parametrize("end", ["closed", "killed"])
async def test_a_check_ends_with_the_editor(tmp_path: Path, end: str) -> None:
    (tmp_path / "large.py").write_text(large(3_000))
    server = await asyncio.create_subprocess_exec(
        *COMMAND,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    assert server.stdin is not None
    root = tmp_path.as_uri()
    start = {"processId": None, "rootUri": root, "capabilities": {}, "initializationOptions": ON}
    server.stdin.write(message({"id": 1, "method": "initialize", "params": start}))
    server.stdin.write(message({"method": "initialized", "params": {}}))
    pull: dict[str, Any] = {"previousResultIds": []}
    server.stdin.write(message({"id": 2, "method": "workspace/diagnostic", "params": pull}))
    running: list[psutil.Process] = []
    for _ in range(200):
        running = surveys()
        if len(running) == 2:
            break
        await asyncio.sleep(0.05)
    assert len(running) == 2
    if end == "killed":
        server.kill()
    server.stdin.close()
    said = await asyncio.wait_for(server.communicate(), 60)
    assert said[1] == b""
    _, alive = await asyncio.to_thread(psutil.wait_procs, running, 60)
    assert not alive
