import { spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface Ended {
  /** Null where it was killed. A crashed program under Wine may say 0: look at the output too. */
  code: number | null;
  stdout: string;
  stderr: string;
  /** The same, as it was written. */
  bytes: { stdout: Buffer; stderr: Buffer };
}

export interface How {
  env?: NodeJS.ProcessEnv;
  /** What it reads from standard input; nothing by default. */
  stdin?: string | Uint8Array;
  /** A folder of this machine to run in. */
  cwd?: string;
  /** Kills it (SIGKILL) after so long, if it still runs; that is then no error. */
  killAfterMs?: number;
  /** Called once it runs, with what kills it at once. */
  meanwhile?(kill: () => void): void;
  /** Longer than that is an error. */
  limitMs?: number;
}

const usualLimitMs = 60_000;

/**
 * Runs a program to its end. Standard input and output are files: a pipe of this system is nothing
 * that Windows programs can be sure to understand.
 */
export async function runToEnd(argv: string[], folder: string, how: How): Promise<Ended> {
  const own = mkdtempSync(join(folder, "run-"));
  const paths = { in: join(own, "in"), out: join(own, "out"), err: join(own, "err") };
  try {
    writeFileSync(paths.in, how.stdin ?? "");
    const { code, late } = await ended(argv, paths, how);
    const bytes = { stdout: readFileSync(paths.out), stderr: readFileSync(paths.err) };
    const [stdout, stderr] = [bytes.stdout.toString("utf8"), bytes.stderr.toString("utf8")];
    if (late) throw new Error(`${argv.slice(1).join(" ")} did not end: ${stdout}${stderr}`);
    return { code, stdout, stderr, bytes };
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

function ended(
  argv: string[],
  paths: { in: string; out: string; err: string },
  how: How,
): Promise<{ code: number | null; late: boolean }> {
  const stdio = [openSync(paths.in, "r"), openSync(paths.out, "w"), openSync(paths.err, "w")];
  const [command = "", ...args] = argv;
  const child = spawn(command, args, { stdio, env: how.env, cwd: how.cwd });
  for (const handle of stdio) closeSync(handle);
  let late = false;
  const kill = () => void child.kill("SIGKILL");
  const timers = [
    setTimeout(() => {
      late = true;
      kill();
    }, how.limitMs ?? usualLimitMs),
  ];
  if (how.killAfterMs !== undefined) timers.push(setTimeout(kill, how.killAfterMs));
  how.meanwhile?.(kill);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      timers.forEach(clearTimeout);
      resolve({ code, late });
    });
  });
}
