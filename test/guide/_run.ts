import type { Io } from "../../src/cli/command.ts";
import { guideCommand } from "../../src/cli/guide.ts";

/** `jochi guide` in this process: its exit code, and what it printed. */
export async function runGuide(argv: string[], lang: Io["lang"], cwd = process.cwd()) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await guideCommand.run(argv, {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    lang,
    env: {},
    cwd,
    signal: new AbortController().signal,
  });
  return { code, out: out.join(""), err: err.join("") };
}
