import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Lab } from "../../../src/lab/real/lab.ts";
import type { WinePc } from "./wine-pc.ts";

export interface SaidInLab {
  code: number;
  stdout: string;
  stderr: string;
}

const limitMs = 110_000;
/** Input and output are files: what Wine leaves running in the background would hold a pipe open. */
const toFiles = 'exec "$@" </dev/null >"$JOCHI_TEST_OUT/out" 2>"$JOCHI_TEST_OUT/err"';

/** Runs the program on the client of the lab, as Windows would be there. */
export function runInLab(
  lab: Lab,
  pc: WinePc,
  args: string[],
  more: Record<string, string> = {},
): Promise<SaidInLab> {
  const { argv, env } = pc.command(args);
  return start(lab, pc, argv, { ...env, ...more });
}

/** The same for one of Windows' own programs. */
export function toolInLab(lab: Lab, pc: WinePc, words: string[]): Promise<SaidInLab> {
  const { argv, env } = pc.command([]);
  return start(lab, pc, [...argv.slice(0, 1), ...words], env);
}

async function start(
  lab: Lab,
  pc: WinePc,
  argv: string[],
  env: Record<string, string>,
): Promise<SaidInLab> {
  const folder = mkdtempSync(join(pc.folder, "lab-"));
  try {
    const { code } = await lab.run(["sh", "-c", toFiles, "sh", ...argv], {
      // What this Node keeps on its disk is nothing of that PC.
      env: { ...env, JOCHI_TEST_OUT: folder, NODE_DISABLE_COMPILE_CACHE: "1" },
      timeoutMs: limitMs,
    });
    const text = (name: string) => readFileSync(join(folder, name), "utf8");
    return { code, stdout: text("out"), stderr: text("err") };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
