import type { Lab } from "../../lab/real/lab.ts";
import { ownPath } from "../../own/files.ts";
import { Refusal, refuse } from "../refusal.ts";
import type { Emit, FromInside, Order, ToInside } from "./practice.ts";

const script = ownPath("src/server/practice/inside.ts");

/** The process on the simulated PC. */
export interface Inside {
  ask(order: Order, emit: Emit, signal: AbortSignal): Promise<unknown>;
  /** Whether it has ended, by itself or because it was closed. */
  isOver(): boolean;
  /** Ends it; what it was doing is answered with `stopped`. */
  close(): void;
}

interface Waiting {
  emit: Emit;
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** @param changed makes the network go by what was changed on the PC */
export function startInside(
  lab: Lab,
  env: Record<string, string>,
  changed: () => Promise<void>,
): Inside {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let over = false;
  const end = (why: Refusal) => {
    over = true;
    for (const { reject } of [...waiting.values()]) reject(why);
  };
  const hear = (value: unknown) => {
    const message = value as FromInside;
    if ("changed" in message) {
      const settled = () => say({ settled: message.changed });
      // Where the network cannot follow, the doctor sees that nothing got better.
      changed().then(settled, settled);
      return;
    }
    const asked = waiting.get(message.id);
    if (asked === undefined) return;
    if ("line" in message) asked.emit(message.line);
    else if ("value" in message) asked.resolve(message.value);
    else {
      const { status, trouble } = message.refused;
      asked.reject(new Refusal(status, trouble.code, trouble.detail));
    }
  };
  const talk = lab.talk(script, { hear, ended: () => end(refuse("surprise", "lab")) }, env);
  const say = (message: ToInside) => talk.say(message);

  return {
    isOver: () => over,
    close() {
      if (over) return;
      talk.close();
      end(refuse("stopped"));
    },
    ask: (order, emit, signal) =>
      new Promise((resolve, reject) => {
        last += 1;
        const id = last;
        const abort = () => say({ id, abort: true });
        const settled =
          <T>(settle: (value: T) => void) =>
          (value: T) => {
            waiting.delete(id);
            signal.removeEventListener("abort", abort);
            settle(value);
          };
        waiting.set(id, { emit, resolve: settled(resolve), reject: settled(reject) });
        say({ id, order });
        if (signal.aborted) abort();
        signal.addEventListener("abort", abort, { once: true });
      }),
  };
}
