import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "./_source.ts";

export interface Ended {
  code: number | null;
  out: string;
  err: string;
  /** Undefined unless a signal killed it. */
  signal: NodeJS.Signals | undefined;
}

export interface RunOptions {
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  command?: string;
  /** Called once it runs. */
  meanwhile?(child: ChildProcess): void;
}

/** Runs ./jochi (or another command) as a user would, with nothing of the tests' own language. */
export function run(args: string[], options: RunOptions = {}): Promise<Ended> {
  const { command = join(root, "jochi"), cwd = root, meanwhile } = options;
  const { LC_ALL: _, LC_MESSAGES: __, LANG: ___, ...env } = process.env;
  const child = spawn(command, args, {
    cwd,
    env: { ...env, LANG: "ko_KR.UTF-8", ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: 60_000,
  });
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  meanwhile?.(child);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, out, err, signal: signal ?? undefined }));
  });
}

/** A line of bash, with `./jochi` in the current folder. */
export const shell = (line: string, env: NodeJS.ProcessEnv = {}): Promise<Ended> =>
  run(["-c", line], { command: "bash", env });
