import { constants } from "node:os";
import { labErrorOf } from "./lab-error.ts";
import type { Link } from "./link.ts";
import type { Place } from "./messages.ts";

export interface RunOptions {
  /** The PC, where nothing else is said. */
  where?: Place;
  cwd?: string;
  /** Added to the client's environment, and stronger than it. */
  env?: Record<string, string>;
  /** `inherit`: the command has this process's terminal. Else its output is in the answer. */
  stdio?: "inherit" | "capture";
  /** Text for the command's standard input, where its output is captured. */
  input?: string;
  timeoutMs?: number;
  signal?: AbortSignal;
}

export interface RunResult {
  /** As a shell says it: 128 and the signal's number where a signal ended it. */
  code: number;
  stdout: string;
  stderr: string;
  timedOut: boolean;
}

const defaultMs = 120_000;
const mostOutput = 64 * 1024 * 1024;
const couldNotRun = 127;

/** Runs one command to its end, or to its limit. */
export function runOn(
  link: Link,
  argv: string[],
  env: Record<string, string>,
  options: RunOptions,
): Promise<RunResult> {
  const stdio = options.stdio === "inherit" ? "inherit" : "pipe";
  // A person at a terminal may take as long as they like.
  const limitMs = options.timeoutMs ?? (stdio === "inherit" ? undefined : defaultMs);
  const parts = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
  let bytes = 0;
  let timedOut = false;

  return new Promise((resolve, reject) => {
    const kill = () => link.add({ do: "signal", id, signal: "SIGKILL" });
    // A command that has the terminal may want to put it in order.
    const stop = () => link.add({ do: "signal", id, signal: "SIGTERM" });
    const abandon = stdio === "inherit" ? stop : kill;
    const late = () => {
      timedOut = true;
      kill();
    };
    const limit = limitMs === undefined ? undefined : setTimeout(late, limitMs);
    const finish = () => {
      clearTimeout(limit);
      link.forget(id);
      options.signal?.removeEventListener("abort", abandon);
    };
    const cwd = options.cwd ?? process.cwd();
    const where = options.where ?? "client";
    const id = link.open({ do: "start", where, argv, cwd, env, stdio }, (message) => {
      switch (message.event) {
        case "stdout":
        case "stderr": {
          const chunk = Buffer.from(message.base64, "base64");
          bytes += chunk.length;
          if (bytes > mostOutput) kill();
          else parts[message.event].push(chunk);
          break;
        }
        case "exit":
          finish();
          resolve({ ...texts(parts), timedOut, code: codeOf(message.code, message.signal) });
          break;
        default:
          finish();
          reject(labErrorOf(message));
      }
    });
    if (stdio === "pipe") link.add({ do: "input", id, text: options.input ?? "", end: true });
    if (options.signal?.aborted) abandon();
    options.signal?.addEventListener("abort", abandon);
  });
}

function texts(parts: { stdout: Buffer[]; stderr: Buffer[] }) {
  return {
    stdout: Buffer.concat(parts.stdout).toString(),
    stderr: Buffer.concat(parts.stderr).toString(),
  };
}

function codeOf(code: number | null, signal: NodeJS.Signals | null): number {
  if (code !== null) return code;
  return signal === null ? couldNotRun : 128 + constants.signals[signal];
}
