"""The language server, in real sessions."""

from __future__ import annotations

import asyncio
import json
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

import psutil
import pytest
import pytest_asyncio
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient

from shapelint.names import NAMES
from tests.editor import COMMAND, Editor, capabilities, message

pytestmark = pytest.mark.asyncio(loop_scope="function")

NET = """\
import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 16, 3, padding=1)
        self.head = nn.Linear(400, 10)

    def forward(self, x):
        y = self.conv(x)
        y = y.mean(dim=(2, 3))
        return self.head(y)


net = Net()
out = net(torch.zeros(2, 3, 8, 8))
"""
GOOD = NET.replace("400", "16")
HEAD = NET.splitlines().index("        return self.head(y)")
CONV = NET.splitlines().index("        y = self.conv(x)")


@pytest_lsp.fixture(config=ClientServerConfig(server_command=COMMAND))
async def client(lsp_client: LanguageClient) -> Any:
    yield
    await lsp_client.shutdown_session()


@pytest_asyncio.fixture
async def editor(client: LanguageClient, tmp_path: Path, request: pytest.FixtureRequest) -> Editor:
    given = getattr(request, "param", {})
    it = Editor(client, tmp_path)
    told = capabilities(
        given.get("pulls", True), given.get("encodings"), describes=given.get("describes", True)
    )
    await it.start(told, given.get("settings"))
    return it


def codes(found: list[types.Diagnostic]) -> list[tuple[object, int]]:
    return [(d.code, d.range.start.line) for d in found]


async def test_an_editor_that_asks_gets_diagnostics_and_is_told_when_nothing_changed(
    editor: Editor,
) -> None:
    editor.open("net.py", NET)
    report = await editor.report("net.py")
    assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
    (found,) = report.items
    assert found.code == "linear-in-features"
    assert found.severity == types.DiagnosticSeverity.Error
    assert found.source == "shapelint"
    assert "400" in found.message
    assert [(r.location.range.start.line, r.message) for r in found.related_information or ()][
        0
    ] == (
        NET.splitlines().index("out = net(torch.zeros(2, 3, 8, 8))"),
        "torch.zeros(2, 3, 8, 8) is (2, 3, 8, 8)",
    )
    again = await editor.report("net.py", report.result_id)
    assert isinstance(again, types.RelatedUnchangedDocumentDiagnosticReport)
    editor.write("net.py", GOOD)
    mended = await editor.report("net.py", report.result_id)
    assert isinstance(mended, types.RelatedFullDocumentDiagnosticReport)
    assert list(mended.items) == []


def page_of(found: types.Diagnostic) -> Path:
    assert found.code_description is not None
    return Path(url2pathname(urlsplit(found.code_description.href).path))


async def test_the_code_of_a_diagnostic_leads_to_its_explanation(
    editor: Editor, _own_cache: Path
) -> None:
    page = _own_cache / "explanations" / "linear-in-features.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text("what an earlier version said")
    editor.open("net.py", NET)
    (found,) = await editor.diagnostics("net.py")
    assert page_of(found) == page
    info = NAMES["linear-in-features"]
    for part in (info.summary, info.explanation, info.bad, info.good):
        assert part in page.read_text()
    assert {p.suffix for p in page.parent.iterdir()} == {".md"}
    cleaned = subprocess.run([sys.executable, "-m", "shapelint", "clean"], capture_output=True)
    assert cleaned.stdout.startswith(b"removed ") and not page.exists()
    editor.open("other.py", NET)
    assert page_of((await editor.diagnostics("other.py"))[0]).exists()


async def test_where_no_explanation_can_be_kept_there_is_none(
    editor: Editor, _own_cache: Path
) -> None:
    aside = _own_cache.rename(_own_cache.with_name("aside"))
    _own_cache.write_text("no folder")
    try:
        editor.open("net.py", NET)
        (found,) = await editor.diagnostics("net.py")
        assert (found.code, found.code_description) == ("linear-in-features", None)
    finally:
        _own_cache.unlink()
        aside.rename(_own_cache)


@pytest.mark.parametrize("editor", [{"describes": False}], indirect=True)
async def test_an_editor_that_cannot_lead_there_is_told_of_no_explanation(editor: Editor) -> None:
    editor.open("net.py", NET)
    (found,) = await editor.diagnostics("net.py")
    assert found.code_description is None


@pytest.mark.parametrize("editor", [{"pulls": False}], indirect=True)
async def test_an_editor_that_does_not_ask_has_them_pushed(editor: Editor) -> None:
    editor.open("net.py", NET)
    uri = editor.uri("net.py")
    await editor.client.wait_for_notification("textDocument/publishDiagnostics")
    assert codes(list(editor.client.diagnostics[uri])) == [("linear-in-features", HEAD)]
    editor.write("net.py", GOOD)
    await editor.client.wait_for_notification("textDocument/publishDiagnostics")
    assert list(editor.client.diagnostics[uri]) == []
    editor.write("net.py", NET)
    await editor.client.wait_for_notification("textDocument/publishDiagnostics")
    editor.close("net.py")
    await editor.client.wait_for_notification("textDocument/publishDiagnostics")
    assert list(editor.client.diagnostics[uri]) == []


async def test_unsaved_buffers_are_seen_together(editor: Editor) -> None:
    parts = "from torch import nn\n\n\ndef head(width):\n    return nn.Linear(16, width)\n"
    model = "import torch\nfrom parts import head\n\n\ndef run():\n    return head(10)(torch.zeros(2, 16))\n\n\nrun()\n"
    (editor.folder / "parts.py").write_text("def head(width):\n    return None\n")
    editor.open("parts.py", parts)
    editor.open("model.py", model)
    assert await editor.diagnostics("model.py") == []
    editor.write("parts.py", parts.replace("16", "32"))
    await editor.diagnostics("parts.py")
    found: list[types.Diagnostic] = []
    for _ in range(100):  # what reads a file is looked at after it
        found = await editor.diagnostics("model.py")
        if found:
            break
        await asyncio.sleep(0.1)
    assert codes(found) == [("linear-in-features", 5)]


async def test_a_hover_tells_the_shape_and_where_it_came_from(editor: Editor) -> None:
    editor.open("net.py", GOOD)
    await editor.diagnostics("net.py")
    told = await editor.hover("net.py", CONV, 8)
    assert told is not None
    assert "(2, 16, 8, 8) float32" in told
    assert "line 18: `torch.zeros(2, 3, 8, 8)` is `(2, 3, 8, 8)`" in told


async def test_a_hover_on_a_layer_tells_its_parameters(editor: Editor) -> None:
    editor.open("net.py", GOOD)
    await editor.diagnostics("net.py")
    told = await editor.hover("net.py", CONV, 18)
    assert told is not None
    assert "Conv2d" in told and "`weight`: `(16, 3, 3, 3)`" in told and "448 parameters" in told


async def test_a_hover_on_a_model_tells_its_contract(editor: Editor) -> None:
    editor.open("net.py", GOOD)
    await editor.diagnostics("net.py")
    on_class = await editor.hover("net.py", GOOD.splitlines().index("class Net(nn.Module):"), 7)
    assert on_class is not None
    assert (
        "Net.forward(x: " in on_class and "-> (x0, 10)" in on_class and "618 parameters" in on_class
    )
    assert (
        await editor.hover("net.py", GOOD.splitlines().index("    def forward(self, x):"), 9)
        == on_class
    )


async def test_a_hover_tells_contexts_apart(editor: Editor) -> None:
    editor.open("net.py", GOOD + "more = net(torch.zeros(7, 3, 4, 4))\n")
    await editor.diagnostics("net.py")
    told = await editor.hover("net.py", CONV, 8)
    assert told is not None
    assert "(2, 16, 8, 8)" in told and "called from line 18" in told
    assert "(7, 16, 4, 4)" in told and "called from line 19" in told


async def test_what_the_program_leads_to_comes_before_what_is_run_alone(editor: Editor) -> None:
    called = GOOD.replace("net = Net()\nout = net(", "def run():\n    return Net()(")
    editor.open("net.py", called)
    await editor.diagnostics("net.py")
    told = await editor.hover("net.py", CONV, 8)
    assert told is not None
    first, alone = told.index("(2, 16, 8, 8)"), told.index("(*x, 16, ")
    assert told.index("called from line 18") < alone < told.index("if Net is run alone")
    assert first < alone


async def test_a_hover_on_what_is_no_tensor_tells_nothing(editor: Editor) -> None:
    editor.open("net.py", GOOD)
    await editor.diagnostics("net.py")
    assert await editor.hover("net.py", 0, 2) is None
    assert await editor.hover("net.py", 3, 0) is None
    assert await editor.hover("never-opened.py", 0, 0) is None


async def test_the_fix_mends_the_program(editor: Editor) -> None:
    editor.open("net.py", NET)
    action = (await editor.actions("net.py", HEAD))["Replace `400` by `16`"]
    assert isinstance(action, types.CodeAction)
    assert action.is_preferred and action.kind == types.CodeActionKind.QuickFix
    assert action.edit is not None and action.edit.changes is not None
    editor.edit("net.py", list(action.edit.changes[editor.uri("net.py")]))
    assert await editor.diagnostics("net.py") == []


async def test_all_fixes_of_a_file_are_one_action_on_save(editor: Editor) -> None:
    editor.open("net.py", NET)
    offered = await editor.actions("net.py", 0, ["source.fixAll"])
    (action,) = offered.values()
    assert isinstance(action, types.CodeAction) and action.kind == "source.fixAll.shapelint"
    assert action.edit is not None and action.edit.changes is not None
    editor.edit("net.py", list(action.edit.changes[editor.uri("net.py")]))
    assert await editor.diagnostics("net.py") == []
    assert await editor.actions("net.py", 0, ["source.fixAll"]) == {}


async def test_a_finding_is_ignored_where_it_stands(editor: Editor) -> None:
    editor.open("net.py", NET)
    action = (await editor.actions("net.py", HEAD))["Ignore linear-in-features here"]
    assert isinstance(action, types.CodeAction)
    assert action.edit is not None and action.edit.changes is not None
    (edit,) = action.edit.changes[editor.uri("net.py")]
    assert edit.new_text.endswith("# shapelint: ignore[linear-in-features]")
    editor.edit("net.py", [edit])
    assert await editor.diagnostics("net.py") == []


async def test_a_comment_that_hides_nothing_goes_with_its_line(editor: Editor) -> None:
    comment = "        # shapelint: ignore[inner-size]"
    editor.open(
        "net.py", GOOD.replace("        y = self.conv(x)", f"{comment}\n        y = self.conv(x)")
    )
    (found,) = await editor.diagnostics("net.py")
    assert found.code == "unused-ignore"
    action = (await editor.actions("net.py", CONV))["Remove `# shapelint: ignore[inner-size]`"]
    assert isinstance(action, types.CodeAction)
    assert action.edit is not None and action.edit.changes is not None
    (edit,) = action.edit.changes[editor.uri("net.py")]
    assert (edit.range.start, edit.range.end, edit.new_text) == (
        types.Position(CONV, 0), types.Position(CONV + 1, 0), "",
    )  # fmt: skip
    editor.edit("net.py", [edit])
    assert await editor.diagnostics("net.py") == []


@pytest.mark.parametrize(
    ("name", "text", "after"),
    [
        ("shapelint.toml", None, 'ignore = ["linear-in-features"]\n'),
        (
            "shapelint.toml",
            'ignore = ["inner-size"]\n',
            'ignore = ["linear-in-features", "inner-size"]\n',
        ),
        (
            "pyproject.toml",
            '[project]\nname = "x"\n\n[tool.shapelint]\nselect = ["multiplying"]\n',
            '[project]\nname = "x"\n\n[tool.shapelint]\nignore = ["linear-in-features"]\nselect = ["multiplying"]\n',
        ),
    ],
)
async def test_a_name_is_ignored_in_the_settings(
    editor: Editor, name: str, text: str | None, after: str
) -> None:
    settings = editor.folder / name
    if text is not None:
        settings.write_text(text)
    editor.open("net.py", NET)
    action = (await editor.actions("net.py", HEAD))[f"Ignore linear-in-features in {name}"]
    assert isinstance(action, types.CodeAction) and action.edit is not None
    settings.write_text(applied(text or "", action.edit, settings.as_uri()))
    assert settings.read_text() == after
    event = types.FileEvent(settings.as_uri(), types.FileChangeType.Changed)
    editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
    assert await editor.diagnostics("net.py") == []


def applied(text: str, edit: types.WorkspaceEdit, uri: str) -> str:
    """A text with the edits of its URI."""
    edits = list((edit.changes or {}).get(uri, ()))
    for change in edit.document_changes or ():
        if isinstance(change, types.TextDocumentEdit) and change.text_document.uri == uri:
            edits += [e for e in change.edits if isinstance(e, types.TextEdit)]
    lines = text.splitlines(keepends=True)
    for each in edits:
        at = each.range.start
        if at.line == len(lines):
            lines.append("")
        line = lines[at.line]
        lines[at.line] = line[: at.character] + each.new_text + line[at.character :]
    return "".join(lines)


async def test_a_finding_is_verified_and_the_verdict_shown(editor: Editor) -> None:
    (editor.folder / "net.py").write_text(NET)
    editor.open("net.py", NET)
    assert "Verify this finding: run the code in a sandbox" in await editor.actions("net.py", HEAD)
    verdict = await editor.client.workspace_execute_command_async(
        types.ExecuteCommandParams(
            "shapelint.verify", arguments=[editor.uri("net.py"), "linear-in-features", HEAD + 1]
        )
    )
    assert isinstance(verdict, dict) and verdict["kind"] == "confirmed"
    (found,) = await editor.diagnostics("net.py")
    assert "confirmed: " in found.message and "mat1 and mat2" in found.message
    (shown,) = editor.client.progress_reports.values()
    assert [type(step) for step in shown] == [
        types.WorkDoneProgressBegin,
        types.WorkDoneProgressEnd,
    ]


async def test_a_shape_is_written_beside_the_code(editor: Editor) -> None:
    editor.open("net.py", GOOD)
    offered = await editor.actions("net.py", CONV)
    comment = offered["Write the shape (2, 16, 8, 8) as a comment"]
    assert isinstance(comment, types.CodeAction) and comment.edit and comment.edit.changes
    editor.edit("net.py", list(comment.edit.changes[editor.uri("net.py")]))
    assert await editor.diagnostics("net.py") == []
    editor.write("net.py", GOOD)
    annotation = (await editor.actions("net.py", CONV))["Annotate y as Float[Tensor, …]"]
    assert isinstance(annotation, types.CodeAction) and annotation.edit and annotation.edit.changes
    edits = list(annotation.edit.changes[editor.uri("net.py")])
    assert [e.new_text for e in edits] == [
        "from jaxtyping import Float\nfrom torch import Tensor\n",
        ': Float[Tensor, "2 16 8 8"]',
    ]
    editor.edit("net.py", edits)
    assert await editor.diagnostics("net.py") == []


async def test_a_lens_shows_the_contract(editor: Editor) -> None:
    editor.open("net.py", GOOD)
    await editor.diagnostics("net.py")
    (lens,) = (
        await editor.client.text_document_code_lens_async(
            types.CodeLensParams(types.TextDocumentIdentifier(editor.uri("net.py")))
        )
        or ()
    )
    assert lens.range.start.line == GOOD.splitlines().index("    def forward(self, x):")
    assert lens.command is not None
    assert lens.command.title.startswith("Net.forward(x: ")
    assert lens.command.title.endswith(", 618 parameters")


HINTS = {"settings": {"inlayHints": {"enable": True, "maxLength": 14}}}


@pytest.mark.parametrize("editor", [HINTS], indirect=True)
async def test_hints_stand_behind_assignments_where_the_settings_want_them(editor: Editor) -> None:
    editor.open(
        "net.py", GOOD + "a, b = out.split(5, dim=1)\nscore = torch.zeros(100, 200, 300, 400)\n"
    )
    await editor.diagnostics("net.py")
    told = {h.position.line: h.label for h in await editor.hints("net.py")}
    lines = GOOD.splitlines()
    assert told[CONV] == ": (2, 16, 8, 8)"
    assert told[lines.index("        y = y.mean(dim=(2, 3))")] == ": (2, 16)"
    assert told[len(lines)] == ": a: (2, 5), b:…"
    assert told[len(lines) + 1] == ": (100, 200, 30…"


async def test_there_are_no_hints_unasked(editor: Editor) -> None:
    editor.open("net.py", GOOD)
    await editor.diagnostics("net.py")
    assert await editor.hints("net.py") == []
    editor.client.workspace_did_change_configuration(
        types.DidChangeConfigurationParams({"shapelint": {"inlayHints": {"enable": True}}})
    )
    await editor.diagnostics("net.py")
    assert len(await editor.hints("net.py")) == 3


async def test_folders_of_a_workspace_have_settings_of_their_own(
    client: LanguageClient, tmp_path: Path
) -> None:
    editor = Editor(client, tmp_path)
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    client.set_configuration({"shapelint": {"inlayHints": {"enable": False}}})
    client.set_configuration(
        {"shapelint": {"inlayHints": {"enable": True}, "configuration": "other.toml"}},
        scope_uri=editor.uri("two"),
    )
    (tmp_path / "two" / "other.toml").write_text('ignore = ["linear-in-features"]\n')
    await editor.start(capabilities(asked=True), folders=["one", "two"])
    for name in ("one/net.py", "two/net.py"):
        editor.open(name, NET)
    assert codes(await editor.diagnostics("one/net.py")) == [("linear-in-features", HEAD)]
    assert await editor.hints("one/net.py") == []
    assert await editor.diagnostics("two/net.py") == []
    assert len(await editor.hints("two/net.py")) == 2


UNITS = {"utf-8": 4 + 2 + 3, "utf-16": 2 + 1 + 1, "utf-32": 1 + 1 + 1}


@pytest.mark.parametrize(
    ("editor", "unit"), [({"encodings": [u]}, u) for u in UNITS], indirect=["editor"]
)
async def test_columns_are_counted_as_the_editor_counts_them(editor: Editor, unit: str) -> None:
    text = 'import torch\n\n"😀é…"; torch.zeros(2, 3) @ torch.zeros(4, 5)\n'
    editor.open("net.py", text)
    (found,) = await editor.diagnostics("net.py")
    start = UNITS[unit] + len('""; ')
    assert found.range.start == types.Position(2, start)
    assert found.range.end == types.Position(
        2, start + len("torch.zeros(2, 3) @ torch.zeros(4, 5)")
    )
    told = await editor.hover("net.py", 2, start + 2)
    assert told is not None and "(2, 3)" in told
    assert await editor.hover("net.py", 2, 1) is None


async def test_an_edit_goes_where_the_editor_has_it(editor: Editor) -> None:
    """A form feed ends no line, and a cookie for an encoding moves no column."""
    head = "# -*- coding: latin-1 -*-\nimport torch\n\f\nname = 'a\u2028b'\r\n"
    editor.open("net.py", head + "'é'; torch.zeros(2, 3) @ torch.zeros(4, 5)\n")
    (found,) = await editor.diagnostics("net.py")
    assert found.range.start == types.Position(4, 5)
    four = types.Range(types.Position(4, 37), types.Position(4, 38))
    editor.edit("net.py", [types.TextEdit(four, "3")])
    assert await editor.diagnostics("net.py") == []


async def test_a_syntax_error_leaves_what_was_known(editor: Editor) -> None:
    editor.open("net.py", NET)
    assert codes(await editor.diagnostics("net.py")) == [("linear-in-features", HEAD)]
    editor.write("net.py", NET.replace("net = Net()", "net = Net(") + "\n")
    found = await editor.diagnostics("net.py")
    assert [d.message.splitlines()[0] for d in found if d.code is None][0].startswith(
        "cannot check: "
    )
    (kept,) = [d for d in found if d.code is not None]
    assert kept.range.start.line == HEAD and kept.message.endswith(
        "(found before the last syntax error)"
    )
    told = await editor.hover("net.py", CONV, 8)
    assert told is not None and "(2, 16, 8, 8)" in told and "before the last syntax error" in told
    editor.write("net.py", GOOD)
    assert await editor.diagnostics("net.py") == []


async def test_only_the_last_of_a_hundred_edits_counts(editor: Editor) -> None:
    editor.open("net.py", GOOD)
    for width in range(17, 117):
        editor.write("net.py", NET.replace("400", str(width)))
    (found,) = await editor.diagnostics("net.py")
    assert "in_features=116" in found.message


async def test_what_stands_below_an_edit_moves_with_it(editor: Editor) -> None:
    editor.open("net.py", GOOD)
    await editor.diagnostics("net.py")
    editor.write("net.py", "# one\n# more\n" + GOOD)
    told = await editor.hover("net.py", CONV + 2, 8)
    assert told is not None and "(2, 16, 8, 8)" in told


def large(models: int) -> str:
    """A program of so many models, of twelve lines each."""
    block = "class Net{i}(nn.Module):\n" + "\n".join(GOOD.splitlines()[5:14]) + "\n\n\n"
    return "import torch\nfrom torch import nn\n\n\n" + "".join(
        block.format(i=i) for i in range(models)
    )


async def test_the_server_answers_while_it_looks_at_a_large_file(editor: Editor) -> None:
    editor.open("net.py", GOOD)
    await editor.diagnostics("net.py")
    text = large(1_700)
    assert text.count("\n") > 20_000
    editor.open("large.py", text)
    await asyncio.sleep(0.5)
    began = time.perf_counter()
    told = await editor.hover("net.py", CONV, 8)
    assert told is not None and "(2, 16, 8, 8)" in told
    assert time.perf_counter() - began < 5
    editor.write("net.py", NET)
    assert codes(await editor.diagnostics("net.py")) == [("linear-in-features", HEAD)]


async def test_a_crash_of_the_analysis_costs_one_file(editor: Editor) -> None:
    editor.open("net.py", GOOD)
    await editor.diagnostics("net.py")
    editor.open("large.py", large(200))
    await asyncio.sleep(0.5)  # it is being looked at
    waiting = asyncio.ensure_future(editor.diagnostics("large.py"))
    (analyst,) = (
        p for p in psutil.Process().children(recursive=True) if "spawn_main" in str(p.cmdline())
    )
    analyst.kill()
    (told,) = await waiting
    assert "crashed" in told.message
    editor.write("net.py", NET)
    assert codes(await editor.diagnostics("net.py")) == [("linear-in-features", HEAD)]
    editor.write("large.py", GOOD)
    assert await editor.diagnostics("large.py") == []


async def test_a_file_may_vanish(editor: Editor) -> None:
    (editor.folder / "parts.py").write_text("from torch import nn\nhead = nn.Linear(4, 2)\n")
    text = "import torch\nfrom parts import head\n\nhead(torch.zeros(1, 3))\n"
    editor.open("model.py", text)
    assert codes(await editor.diagnostics("model.py")) == [("linear-in-features", 3)]
    (editor.folder / "parts.py").unlink()
    event = types.FileEvent(editor.uri("parts.py"), types.FileChangeType.Deleted)
    editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
    assert await editor.diagnostics("model.py") == []


async def test_a_broken_file_of_settings_is_told(editor: Editor) -> None:
    (editor.folder / "shapelint.toml").write_text('slect = ["all"]\n')
    editor.open("net.py", NET)
    (found,) = await editor.diagnostics("net.py")
    assert "slect" in found.message and "select" in found.message


CELLS = [
    "import torch\nfrom torch import nn",
    "head = nn.Linear(400, 10)",
    "%time head(torch.zeros(2, 16))",
]


def notebook(folder: Path) -> types.DidOpenNotebookDocumentParams:
    uris = [f"vscode-notebook-cell://{folder}/book.ipynb#{i}" for i in range(len(CELLS))]
    code = types.NotebookCellKind.Code
    note = f"vscode-notebook-cell://{folder}/book.ipynb#note"
    cells = [types.NotebookCell(types.NotebookCellKind.Markup, note)]
    cells += [types.NotebookCell(code, uri) for uri in uris]
    texts = [
        types.TextDocumentItem(uri, types.LanguageKind.Python, 1, text)
        for uri, text in zip(uris, CELLS, strict=True)
    ]
    texts.insert(0, types.TextDocumentItem(note, types.LanguageKind.Markdown, 1, "# A note"))
    book = types.NotebookDocument((folder / "book.ipynb").as_uri(), "jupyter-notebook", 1, cells)
    return types.DidOpenNotebookDocumentParams(book, texts)


async def test_the_cells_of_a_notebook_are_one_program(editor: Editor) -> None:
    params = notebook(editor.folder)
    last = params.cell_text_documents[-1].uri
    editor.client.notebook_document_did_open(params)
    (found,) = await editor.diagnostics(last)
    assert found.code == "linear-in-features"
    assert found.range.start == types.Position(0, len("%time "))
    assert await editor.diagnostics(params.cell_text_documents[1].uri) == []
    told = await editor.hover(params.cell_text_documents[2].uri, 0, 1)
    assert told is not None and "Linear" in told and "4,010 parameters" in told
    changed = types.TextDocumentContentChangeWholeDocument("head = nn.Linear(16, 10)")
    second = params.cell_text_documents[2].uri
    editor.client.notebook_document_did_change(
        types.DidChangeNotebookDocumentParams(
            types.VersionedNotebookDocumentIdentifier(2, params.notebook_document.uri),
            types.NotebookDocumentChangeEvent(
                cells=types.NotebookDocumentCellChanges(
                    text_content=[
                        types.NotebookDocumentCellContentChanges(
                            types.VersionedTextDocumentIdentifier(2, second), [changed]
                        )
                    ]
                )
            ),
        )
    )
    assert await editor.diagnostics(last) == []
    identifier = types.NotebookDocumentIdentifier(params.notebook_document.uri)
    editor.client.notebook_document_did_close(
        types.DidCloseNotebookDocumentParams(
            identifier, [types.TextDocumentIdentifier(d.uri) for d in params.cell_text_documents]
        )
    )
    assert await editor.diagnostics(last) == []


def started() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )


INITIALIZE = message(
    {
        "id": 1,
        "method": "initialize",
        "params": {"processId": None, "rootUri": None, "capabilities": {}},
    }
)


def read(stream: IO[bytes]) -> dict[str, Any]:
    length = 0
    while line := stream.readline().strip():
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    answer: dict[str, Any] = json.loads(stream.read(length))
    return answer


def answer_to(process: subprocess.Popen[bytes], number: int) -> dict[str, Any]:
    assert process.stdout is not None
    while True:
        told = read(process.stdout)
        if told.get("id") == number and "method" not in told:
            return told


async def test_malformed_messages_do_not_end_it() -> None:
    process = started()
    assert process.stdin is not None
    process.stdin.write(INITIALIZE)
    process.stdin.flush()
    assert "capabilities" in answer_to(process, 1)["result"]
    process.stdin.write(b"Content-Length: 9\r\n\r\nnot json!")
    process.stdin.write(b"Content-Length: 2\r\n\r\n[]")
    process.stdin.write(
        message({"id": 2, "method": "textDocument/hover", "params": {"no": "sense"}})
    )
    process.stdin.write(message({"method": "textDocument/didChange", "params": 7}))
    process.stdin.write(message({"id": 3, "method": "no/suchMethod", "params": {}}))
    process.stdin.write(message({"id": 4, "method": "shutdown"}))
    process.stdin.flush()
    assert answer_to(process, 3)["error"]["code"] == -32601
    assert answer_to(process, 4)["result"] is None
    process.stdin.write(message({"method": "exit"}))
    process.stdin.flush()
    assert process.wait(30) == 0


async def test_it_ends_with_the_editor() -> None:
    process = started()
    assert process.stdin is not None and process.stdout is not None
    process.stdin.write(INITIALIZE)
    process.stdin.write(message({"method": "initialized", "params": {}}))
    opened = {"uri": "file:///x.py", "languageId": "python", "version": 1, "text": NET}
    process.stdin.write(
        message({"method": "textDocument/didOpen", "params": {"textDocument": opened}})
    )
    process.stdin.flush()
    while read(process.stdout).get("method") != "textDocument/publishDiagnostics":
        pass
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    there = children.read_text().split() if children.is_file() else []
    process.stdin.close()
    process.wait(30)
    for _ in range(100):
        if not any(map(_runs, there)):
            break
        time.sleep(0.1)
    assert [pid for pid in there if _runs(pid)] == []


def _runs(pid: str) -> bool:
    status = Path(f"/proc/{pid}/stat")
    return status.is_file() and status.read_text().rpartition(")")[2].split()[0] != "Z"


async def test_who_leaves_without_a_word_is_told_by_the_exit_code() -> None:
    process = started()
    process.communicate(message({"method": "exit"}), timeout=10)
    assert process.returncode == 1


async def test_an_editor_may_come_to_a_port() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        refused = subprocess.run([*COMMAND, "--tcp", f"{port}"], capture_output=True, text=True)
    assert (refused.returncode, refused.stderr) == (
        1,
        f"Error: cannot listen at 127.0.0.1:{port}: Address already in use\n",
    )
    server = subprocess.Popen([*COMMAND, "--tcp", f"{port}"], stderr=subprocess.PIPE)
    connection = connected(port)
    with connection, connection.makefile("rb") as answers:
        connection.sendall(INITIALIZE + message({"id": 2, "method": "shutdown"}))
        assert "capabilities" in read(answers)["result"]
        assert read(answers)["id"] == 2
        connection.sendall(message({"method": "exit"}))
        assert server.communicate(timeout=10)[1] == b""
    assert server.returncode == 0


def connected(port: int) -> socket.socket:
    for _ in range(100):
        try:
            return socket.create_connection(("127.0.0.1", port))
        except ConnectionRefusedError:
            time.sleep(0.1)
    raise TimeoutError


async def test_only_this_machine_is_served() -> None:
    told = subprocess.run([*COMMAND, "--tcp", "0.0.0.0:4000"], capture_output=True, text=True)
    assert told.returncode == 2
    assert "only this machine" in told.stderr


async def test_without_its_library_it_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "pygls.py").write_text("raise ImportError('no')\n")
    told = subprocess.run(
        COMMAND, capture_output=True, text=True, env={"PYTHONPATH": str(tmp_path), "PATH": ""}
    )
    assert told.returncode == 1
    assert (
        told.stderr == "Error: the language server needs pygls: pip install 'shapelint[server]'\n"
    )


if sys.platform == "win32":
    pytest.skip("the tests read /proc", allow_module_level=True)
