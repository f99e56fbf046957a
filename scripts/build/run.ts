import { spawnSync } from "node:child_process";

/** What keeps the build from going on, in one line. */
export class BuildError extends Error {}

const mostMs = 600_000;

/** Runs a tool to its end and gives what it printed; throws BuildError with its last line. */
export function run(command: string, args: string[], cwd?: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    timeout: mostMs,
  });
  if (status === 0) return stdout;
  const [last = error?.message ?? "no word"] = stderr.trim().split("\n").slice(-1);
  throw new BuildError(`${command} ${args[0] ?? ""}: ${last}`);
}
