import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ownPath } from "../../src/own/files.ts";
import { folder } from "../cli/_evidence.ts";

/** `jochi guide render` in a folder of the test's own, as a person calls it: in a process of its own. */
export function rendering(name: string) {
  const where = folder();
  const fileOf = (format: string, more = "") => join(where, `guide${more}.${format}`);

  const jochi = (...args: string[]) => jochiWith([], ...args);

  /** The same where something is otherwise in that process, by a module that is loaded first. */
  const jochiWith = (first: string[], ...args: string[]) => {
    const main = ownPath("src/cli/main.ts");
    const env = { ...process.env, JOCHI_NETWORK: "none", LC_ALL: "ko_KR.UTF-8" };
    const url = "data:text/javascript,";
    const imports = first.map((code) => `--import=${url}${encodeURIComponent(code)}`);
    const call = [...imports, main, "guide", "render", ...args];
    return spawnSync(process.execPath, call, { encoding: "utf8", env, cwd: where });
  };

  const written = (format: string, more: string, ...args: string[]): Buffer => {
    const file = fileOf(format, more);
    const { status, stderr } = jochi(name, "--format", format, "--output", file, ...args);
    assert.equal(status, 0, stderr);
    return readFileSync(file);
  };
  return { where, fileOf, jochi, jochiWith, written };
}
