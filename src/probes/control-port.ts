import type { Probe } from "./probe.ts";

/** Whether an address that is silent on every documented port answers on another one. */
export const controlPort: Probe<"control-port"> = {
  id: "control-port",
  async gather({ machine, pace, signal }, { address, port }) {
    const timeoutMs = 2_000;
    const outcome = await machine.connect(address, port, { timeoutMs, signal });
    if (outcome.ok) {
      outcome.connection.close();
      pace.answered(address);
      return { outcome: "ok", attempts: 1, ms: outcome.ms };
    }
    if (outcome.failure === "refused") pace.answered(address);
    const { failure, code, ms } = outcome;
    return { outcome: failure, ...(code && { code }), attempts: 1, ms };
  },
};
