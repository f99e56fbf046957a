import type { Probe } from "./probe.ts";

/** What programs on this PC get for a name: hosts file, then the system's own way of asking. */
export const lookup: Probe<"lookup"> = {
  id: "lookup",
  gather: ({ machine }, { name }) => machine.lookup(name, { timeoutMs: 2_500 }),
};
