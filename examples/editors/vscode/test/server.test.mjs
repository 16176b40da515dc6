// The protocol library that VS Code speaks with, against the `shapelint` on the PATH.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";

import * as protocol from "vscode-languageserver-protocol/node";

const FOLDER = new URL("../../../flatten/", import.meta.url);
const document = { uri: new URL("broken.py", FOLDER).href };

let server;
let connection;
let diagnostics;

before(async () => {
  server = spawn("shapelint", ["server"], { stdio: ["pipe", "pipe", "inherit"] });
  connection = protocol.createProtocolConnection(
    new protocol.StreamMessageReader(server.stdout),
    new protocol.StreamMessageWriter(server.stdin),
  );
  diagnostics = new Promise((resolve) =>
    connection.onNotification(protocol.PublishDiagnosticsNotification.type, (sent) => {
      if (sent.diagnostics.length) resolve(sent.diagnostics);
    }),
  );
  connection.onRequest(protocol.ConfigurationRequest.type, ({ items }) => items.map(() => null));
  connection.listen();
  await connection.sendRequest(protocol.InitializeRequest.type, {
    processId: process.pid,
    rootUri: FOLDER.href,
    workspaceFolders: [{ uri: FOLDER.href, name: "flatten" }],
    capabilities: { workspace: { configuration: true, workspaceFolders: true } },
  });
  await connection.sendNotification(protocol.InitializedNotification.type, {});
  const text = await readFile(new URL(document.uri), "utf8");
  await connection.sendNotification(protocol.DidOpenTextDocumentNotification.type, {
    textDocument: { ...document, languageId: "python", version: 1, text },
  });
});

after(async () => {
  await connection.sendRequest(protocol.ShutdownRequest.type);
  await connection.sendNotification(protocol.ExitNotification.type);
  const [code] = await once(server, "exit");
  assert.equal(code, 0);
});

test("the finding arrives", async () => {
  const [finding] = await diagnostics;
  assert.equal(finding.source, "shapelint");
  assert.equal(finding.code, "linear-in-features");
  assert.deepEqual(finding.range, { start: { line: 15, character: 15 }, end: { line: 15, character: 45 } });
});

test("hover tells the shape", async () => {
  await diagnostics;
  const position = { line: 15, character: 23 };
  const hover = await connection.sendRequest(protocol.HoverRequest.type, { textDocument: document, position });
  assert.match(hover.contents.value, /\(8, 16, 10, 10\)/);
});

test("a code action writes the fix", async () => {
  const [finding] = await diagnostics;
  const actions = await connection.sendRequest(protocol.CodeActionRequest.type, {
    textDocument: document,
    range: finding.range,
    context: { diagnostics: [finding], only: [protocol.CodeActionKind.QuickFix] },
  });
  const preferred = actions.find((action) => action.isPreferred);
  const { changes, documentChanges } = preferred.edit;
  const edits = changes ? changes[document.uri] : documentChanges[0].edits;
  assert.deepEqual(edits.map((edit) => edit.newText), ["1600"]);
});
