import type { Machine } from "../machine.ts";
import { within } from "./within.ts";

/** The clocks of a real machine, and waiting by them. */
export function nodeClock(): Pick<Machine, "now" | "elapsed" | "sleep"> {
  return {
    now: Date.now,
    elapsed: () => performance.now(),
    sleep: (timeoutMs, signal) =>
      within(
        { timeoutMs, signal },
        () => {},
        () => () => {},
      ),
  };
}
