import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Lab } from "../../../src/lab/real/lab.ts";
import type { WinePc } from "./wine-pc.ts";

export interface SaidInLab {
  code: number;
  stdout: string;
  stderr: string;
}

const limitMs = 60_000;
/** Input and output are files: what Wine leaves running in the background would hold a pipe open. */
const toFiles = 'exec "$@" </dev/null >"$JOCHI_TEST_OUT/out" 2>"$JOCHI_TEST_OUT/err"';

/** Runs the program on the client of the lab, as Windows would be there. */
export async function runInLab(
  lab: Lab,
  pc: WinePc,
  args: string[],
  more: Record<string, string> = {},
): Promise<SaidInLab> {
  const { argv, env } = pc.command(args);
  const folder = mkdtempSync(join(pc.folder, "lab-"));
  try {
    const { code } = await lab.run(["sh", "-c", toFiles, "sh", ...argv], {
      env: { ...env, JOCHI_TEST_OUT: folder, ...more },
      timeoutMs: limitMs,
    });
    const text = (name: string) => readFileSync(join(folder, name), "utf8");
    return { code, stdout: text("out"), stderr: text("err") };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
