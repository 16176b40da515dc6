import * as vscode from "vscode";

/** What is used here of the API that the Python extension exports. */
interface PythonApi {
  environments: {
    getActiveEnvironmentPath(resource?: vscode.Uri): { path: string };
    onDidChangeActiveEnvironmentPath: vscode.Event<unknown>;
  };
}

async function api(): Promise<PythonApi | undefined> {
  const extension = vscode.extensions.getExtension<PythonApi>("ms-python.python");
  return Promise.resolve(extension?.activate()).catch(() => undefined);
}

/** The interpreter chosen in the Python extension, where that is installed. */
export async function chosenPython(resource: vscode.Uri | undefined): Promise<string | undefined> {
  return (await api())?.environments.getActiveEnvironmentPath(resource).path;
}

export async function onDidChooseAnother(then: () => unknown): Promise<vscode.Disposable | undefined> {
  return (await api())?.environments.onDidChangeActiveEnvironmentPath(then);
}
