import type { Probe } from "./probe.ts";

/** Three tries, the later ones more patient: one lost packet is not a dead resolver. */
const triesMs = [400, 700, 900] as const;

/** What one resolver answers for one name. */
export const resolve: Probe<"resolve"> = {
  id: "resolve",
  async gather({ machine, signal }, { server, name }) {
    const begun = machine.elapsed();
    for (const timeoutMs of triesMs) {
      const outcome = await machine.resolve(server, name, { timeoutMs });
      const silent = !outcome.ok && outcome.failure === "timeout";
      if (!silent || signal.aborted) return outcome;
    }
    return { ok: false, failure: "timeout", ms: machine.elapsed() - begun };
  },
};
