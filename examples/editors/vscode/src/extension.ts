import * as vscode from "vscode";
import { LanguageClient, RevealOutputChannelOn, type LanguageClientOptions } from "vscode-languageclient/node";

import { serverProgram } from "./command";
import { chosenPython, onDidChooseAnother } from "./python";

const ID = "shapelint";
const WORKSPACE = "workspaceDiagnostics";

let client: LanguageClient | undefined;
// Starts and stops follow one another, however fast settings change.
let turn: Promise<void> = Promise.resolve();

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel(ID, { log: true });
  const restart = () => inTurn(() => start(output));
  context.subscriptions.push(
    output,
    vscode.commands.registerCommand(`${ID}.restart`, restart),
    vscode.commands.registerCommand(`${ID}.showOutput`, () => output.show()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      // What the server offers is settled when it starts.
      if ([`${ID}.path`, `${ID}.${WORKSPACE}`].some((name) => event.affectsConfiguration(name))) {
        void restart();
      }
    }),
  );
  await restart();
  const watch = await onDidChooseAnother(restart);
  if (watch) {
    context.subscriptions.push(watch);
  }
}

export function deactivate(): Promise<void> {
  return inTurn(stop);
}

function inTurn(step: () => Promise<void>): Promise<void> {
  turn = turn.then(step, step);
  return turn;
}

async function start(output: vscode.LogOutputChannel): Promise<void> {
  await stop();
  const path = vscode.workspace.getConfiguration(ID).get("path", "");
  const program = serverProgram(expanded(path), await chosenPython(folder()));
  const server = { command: program, args: ["server"], options: { cwd: folder()?.fsPath } };
  output.info(`${program} server`);
  client = new LanguageClient(ID, "shapelint", server, options(output));
  try {
    await client.start();
  } catch (error) {
    output.error(String(error));
    void explain(program);
  }
}

async function stop(): Promise<void> {
  const running = client;
  client = undefined;
  // A server that has died by itself cannot be asked to stop.
  await running?.dispose().catch(() => undefined);
}

function options(output: vscode.LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: ["file", "untitled", "vscode-notebook-cell"].map((scheme) => ({ scheme, language: "python" })),
    outputChannel: output,
    initializationOptions: { [WORKSPACE]: vscode.workspace.getConfiguration(ID).get(WORKSPACE) },
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    middleware: {
      workspace: {
        async configuration(params, token, next) {
          const answers = await next(params, token);
          return Array.isArray(answers) ? Promise.all(answers.map(completed)) : answers;
        },
      },
    },
  };
}

/** The settings for the server, with the chosen Python where none is set. */
async function completed(settings: unknown): Promise<unknown> {
  if (settings === null || typeof settings !== "object" || !("python" in settings)) {
    return settings;
  }
  const python = expanded(String(settings.python)) || (await chosenPython(folder())) || "";
  return { ...settings, python };
}

/** Without a server there is nothing to see: say what to do. */
async function explain(program: string): Promise<void> {
  const settings = "Open Settings";
  const text = `${program} does not start as a server. Install it with: pip install 'shapelint[server]'`;
  if ((await vscode.window.showErrorMessage(text, settings)) === settings) {
    await vscode.commands.executeCommand("workbench.action.openSettings", ID);
  }
}

function expanded(path: string): string {
  return path.replaceAll("${workspaceFolder}", folder()?.fsPath ?? "");
}

function folder(): vscode.Uri | undefined {
  return vscode.workspace.workspaceFolders?.[0]?.uri;
}
