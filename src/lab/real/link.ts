import { type ChildProcess, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import type { Words } from "../../guide/words.ts";
import { onMessages, say } from "../servers/channel.ts";
import { LabError } from "./lab-error.ts";
import type { FromLab, ToLab } from "./messages.ts";
import { labSupport } from "./requirements.ts";
import { toolEnv } from "./tools.ts";

const closeMs = 3_000;
const keptErrorChars = 4_000;
type Unnumbered<T> = T extends unknown ? Omit<T, "id"> : never;
export type Order = Unnumbered<ToLab>;
export type Listener = (message: FromLab) => void;

/** The connection to the process inside the namespaces. */
export interface Link {
  /** Sends an order; all that comes back under its number goes to the listener. */
  open(order: Order, listener: Listener): number;
  /** Says more about an order that is under way. */
  add(message: ToLab): void;
  forget(id: number): void;
  close(): Promise<void>;
}

export function startLink(): Link {
  const support = labSupport();
  if ("missing" in support) throw new LabError(support.words);
  const script = new URL("controller.ts", import.meta.url).pathname;
  const child = spawn("unshare", [...support.how, process.execPath, script], {
    env: { ...toolEnv, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE },
    stdio: ["pipe", "pipe", "pipe", 0, 1, 2],
  });
  return linkTo(child, child.stdin!, child.stdout!, child.stderr!);
}

function linkTo(child: ChildProcess, input: Writable, output: Readable, errors: Readable): Link {
  const listeners = new Map<number, Listener>();
  let last = 0;
  let said = "";
  let over: Words | undefined;
  const end = (why: Words) => {
    if (over !== undefined) return;
    over = why;
    const waiting = [...listeners];
    listeners.clear();
    for (const [id, listener] of waiting) listener({ id, event: "failed", words: why });
  };
  errors.setEncoding("utf8").on("data", (text: string) => {
    said = (said + text).slice(-keptErrorChars);
  });
  // A write to a lab that has just ended is answered by `end`.
  input.on("error", () => {});
  const exited = new Promise<void>((resolve) => {
    child.once("error", (error) => {
      end({
        ko: `모의망이 시작되지 않습니다: ${error.message}`,
        en: `the lab does not start: ${error.message}`,
      });
      resolve();
    });
    child.once("close", () => {
      const why = reasonIn(said);
      end({ ko: `모의망이 끝났습니다: ${why}`, en: `the lab has ended: ${why}` });
      resolve();
    });
  });
  onMessages(
    output,
    (message: FromLab) => listeners.get(message.id)?.(message),
    () => {},
  );

  return {
    open(order, listener) {
      last += 1;
      const id = last;
      if (over !== undefined) queueMicrotask(() => listener({ id, event: "failed", words: over! }));
      else listeners.set(id, listener);
      say(input, { ...order, id });
      return id;
    },
    add: (message) => say(input, message),
    forget: (id) => void listeners.delete(id),
    async close() {
      input.end();
      // `--kill-child`: with this process goes the first one inside, and with that all of them.
      const limit = setTimeout(() => child.kill("SIGKILL"), closeMs);
      await exited;
      clearTimeout(limit);
    },
  };
}

/** Of a stack trace the line that says what happened. */
function reasonIn(text: string): string {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.find((line) => /error/i.test(line))?.trim() ?? lines[0]?.trim() ?? "closed";
}
