import { execFile, spawn } from "node:child_process";
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
 * One with windows has no output.
 *
 * @param folder where it runs: what it names without a folder, such as `services.msc`, Windows looks
 *   for there, and whoever fills the folder that Jochi was started from must not answer
 */
export function runProgram(
  program: string,
  args: readonly string[],
  limits: RunLimits,
  folder?: string,
): Promise<Reading<RanOutcome>> {
  return limits.visible
    ? startVisible(program, args, limits.timeoutMs, folder)
    : inTurn(() => start(program, args, limits, folder));
}

/**
 * A program with windows is somebody's: an installer cut off midway would leave half a program, and
 * a browser that was opened is in use. So it is never killed, whatever it prints and however long it
 * takes; only the waiting ends.
 */
function startVisible(
  program: string,
  args: readonly string[],
  timeoutMs: number,
  folder: string | undefined,
): Promise<Reading<RanOutcome>> {
  return new Promise((resolve) => {
    try {
      const options = { stdio: "ignore", windowsHide: false, shell: false, cwd: folder } as const;
      const child = spawn(program, [...args], options);
      const waiting = setTimeout(() => {
        child.unref();
        resolve({ state: "unreadable", failure: "timeout" });
      }, timeoutMs);
      child.once("error", (error) => {
        clearTimeout(waiting);
        resolve(unstarted(error));
      });
      child.once("exit", (code) => {
        clearTimeout(waiting);
        resolve(
          code === null
            ? { state: "unreadable", failure: "other", code: "KILLED" }
            : { state: "found", value: { code, output: new Uint8Array() } },
        );
      });
    } catch (error) {
      resolve(unstarted(error));
    }
  });
}

function start(
  program: string,
  args: readonly string[],
  limits: RunLimits,
  folder: string | undefined,
): Promise<Reading<RanOutcome>> {
  return new Promise((resolve) => {
    const options = {
      encoding: "buffer",
      timeout: Math.max(1, limits.timeoutMs),
      killSignal: "SIGKILL",
      maxBuffer: limits.maxBytes,
      windowsHide: limits.visible !== true,
      shell: false,
      cwd: folder,
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
