import { type ChildProcess, spawn } from "node:child_process";
import { same } from "../../guide/words.ts";
import { type FromLab, outerStdio, type ToLab } from "./messages.ts";
import { net } from "./network.ts";
import { inside } from "./tools.ts";

type Start = Extract<ToLab, { do: "start" }>;

/** The commands that run on the client or on the router. */
export function createJobs(tell: (message: FromLab) => void) {
  const running = new Map<number, { child: ChildProcess; piped: boolean }>();

  return {
    start({ id, where, argv, cwd, env, stdio }: Start): void {
      // The router is where this process itself is.
      const [command = "", ...words] = where === "router" ? argv : inside(net.client, argv);
      const piped = stdio === "pipe";
      const child = spawn(command, words, {
        cwd,
        env,
        stdio: piped ? ["pipe", "pipe", "pipe"] : [...outerStdio],
        // A group of its own, so that all of it can be ended; a terminal's command stays in front.
        detached: piped,
      });
      running.set(id, { child, piped });
      child.on("error", (error) => {
        running.delete(id);
        tell({ id, event: "failed", words: same(`${argv[0]}: ${error.message}`) });
      });
      for (const name of ["stdout", "stderr"] as const) {
        child[name]?.on("data", (chunk: Buffer) => {
          tell({ id, event: name, base64: chunk.toString("base64") });
        });
      }
      child.stdin?.on("error", () => {});
      child.on("close", (code, signal) => {
        if (running.delete(id)) tell({ id, event: "exit", code, signal });
      });
    },
    input({ id, text, end }: Extract<ToLab, { do: "input" }>): void {
      const stdin = running.get(id)?.child.stdin;
      if (!stdin?.writable) return;
      if (text !== "") stdin.write(text);
      if (end) stdin.end();
    },
    signal({ id, signal }: Extract<ToLab, { do: "signal" }>): void {
      const job = running.get(id);
      const pid = job?.child.pid;
      if (job === undefined || pid === undefined) return;
      try {
        process.kill(job.piped ? -pid : pid, signal);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
      }
    },
  };
}
