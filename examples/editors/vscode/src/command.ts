import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The program that serves: as set, else beside the Python that was chosen, else the one on the PATH. */
export function serverProgram(path: string, chosenPython: string | undefined): string {
  if (path) {
    return path;
  }
  const name = process.platform === "win32" ? "shapelint.exe" : "shapelint";
  const beside = chosenPython ? join(dirname(chosenPython), name) : "";
  return existsSync(beside) ? beside : name;
}
