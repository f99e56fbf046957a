import { same } from "../../guide/words.ts";
import type { World } from "../../machine/world.ts";
import { clientEnv, worldEnv } from "./environment.ts";
import { LabError } from "./lab-error.ts";
import type { Link } from "./link.ts";

/** A Node process on the client that stays: hundreds of diagnoses without starting hundreds. */
export interface Worker {
  /** One request and its answer; the script's side is `serveRequests`. */
  request(value: unknown, limits?: { timeoutMs?: number }): Promise<unknown>;
  close(): void;
}

/** One line to the script: the world's environment comes along, for it differs by world. */
export interface WorkerRequest {
  id: number;
  value: unknown;
  env: Record<string, string>;
}
export type WorkerAnswer = { id: number; value: unknown } | { id: number; error: string };

const defaultMs = 120_000;
const keptErrorChars = 2_000;
const mostLineChars = 64 * 1024 * 1024;

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

export function startWorker(
  link: Link,
  scriptPath: string,
  world: () => World,
  base: NodeJS.ProcessEnv,
): Worker {
  let job: { id: number; trusts: boolean } | undefined;
  let last = 0;
  let said = "";
  const waiting = new Map<number, Waiting>();

  const fail = (why: string) => {
    const all = [...waiting.values()];
    waiting.clear();
    for (const { reject } of all)
      reject(new LabError(same(`${scriptPath}: ${why} ${said}`.trim())));
  };
  const stop = () => {
    if (job === undefined) return;
    link.forget(job.id);
    link.add({ do: "signal", id: job.id, signal: "SIGKILL" });
    job = undefined;
  };
  const start = () => {
    const lines = lineReader((line) => receive(line));
    const order = {
      do: "start" as const,
      where: "client" as const,
      argv: [process.execPath, scriptPath],
      cwd: process.cwd(),
      env: clientEnv(world(), base),
      stdio: "pipe" as const,
    };
    const id = link.open(order, (message) => {
      if (message.event === "stdout") return lines(Buffer.from(message.base64, "base64"));
      if (message.event === "stderr") {
        said = (said + Buffer.from(message.base64, "base64")).slice(-keptErrorChars);
        return;
      }
      link.forget(id);
      job = undefined;
      fail(message.event === "failed" ? message.words.en : "the worker has ended.");
    });
    job = { id, trusts: world().pc.trustsInspectionCa };
  };
  const receive = (line: string) => {
    const answer = JSON.parse(line) as WorkerAnswer;
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ("error" in answer) asked?.reject(new LabError(same(answer.error)));
    else asked?.resolve(answer.value);
  };

  return {
    request(value, { timeoutMs = defaultMs } = {}) {
      // Node reads the system's roots once: another store needs another process.
      if (job && job.trusts !== world().pc.trustsInspectionCa && waiting.size === 0) stop();
      if (job === undefined) start();
      last += 1;
      const id = last;
      const request: WorkerRequest = { id, value, env: worldEnv(world()) };
      const text = `${JSON.stringify(request)}\n`;
      return new Promise((resolve, reject) => {
        const late = () => {
          waiting.delete(id);
          stop();
          reject(new LabError(same(`${scriptPath} did not answer within ${timeoutMs} ms`)));
          fail("the worker was stopped.");
        };
        const limit = setTimeout(late, timeoutMs);
        const settled =
          <T>(settle: (value: T) => void) =>
          (value: T) => {
            clearTimeout(limit);
            settle(value);
          };
        waiting.set(id, { resolve: settled(resolve), reject: settled(reject) });
        link.add({ do: "input", id: job!.id, text, end: false });
      });
    },
    close() {
      stop();
      fail("the worker was closed.");
    },
  };
}

function lineReader(receive: (line: string) => void): (chunk: Buffer) => void {
  let held = Buffer.alloc(0);
  return (chunk) => {
    held = Buffer.concat([held, chunk]);
    if (held.length > mostLineChars) throw new LabError(same("a worker's answer without an end"));
    for (let end = held.indexOf(10); end >= 0; end = held.indexOf(10)) {
      const line = held.toString("utf8", 0, end);
      held = held.subarray(end + 1);
      if (line !== "") receive(line);
    }
  };
}
