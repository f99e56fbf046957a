import { execFile } from "node:child_process";
import type { Reading } from "../failure.ts";
import { codeOf } from "../node/codes.ts";
import type { RanOutcome, RunLimits } from "../system.ts";
import { gate } from "./gate.ts";

/** Programs that run at once; more would only wait for each other. */
const inTurn = gate(3);

const failures = {
  EACCES: "not-permitted",
  EPERM: "not-permitted",
  ERR_CHILD_PROCESS_STDIO_MAXBUFFER: "too-large",
} as const;

/**
 * Starts a program by its full path and waits for its end. There is no shell between, nothing to
 * read from, and no window unless it is asked for; whatever exit code it ends with is an answer.
 */
export function runProgram(
  program: string,
  args: readonly string[],
  limits: RunLimits,
): Promise<Reading<RanOutcome>> {
  return inTurn(() => start(program, args, limits));
}

function start(
  program: string,
  args: readonly string[],
  limits: RunLimits,
): Promise<Reading<RanOutcome>> {
  return new Promise((resolve) => {
    const options = {
      encoding: "buffer",
      timeout: Math.max(1, limits.timeoutMs),
      killSignal: "SIGKILL",
      maxBuffer: limits.maxBytes,
      windowsHide: limits.visible !== true,
      shell: false,
    } as const;
    try {
      const child = execFile(program, [...args], options, (error, stdout) => {
        const output = new Uint8Array(stdout);
        if (error === null) return resolve({ state: "found", value: { code: 0, output } });
        if (typeof error.code === "number") {
          return resolve({ state: "found", value: { code: error.code, output } });
        }
        resolve(unstarted(error));
      });
      child.stdin?.on("error", () => {});
      child.stdin?.end();
    } catch (error) {
      // A batch file, or an argument that no command line can hold.
      resolve(unstarted(error));
    }
  });
}

function unstarted(error: unknown): Reading<RanOutcome> {
  const code = codeOf(error);
  if (code === "ENOENT") return { state: "absent" };
  const { killed } = error as { killed?: boolean };
  const known = failures[code as keyof typeof failures];
  if (known === undefined && killed) return { state: "unreadable", failure: "timeout" };
  return { state: "unreadable", failure: known ?? "other", code };
}
