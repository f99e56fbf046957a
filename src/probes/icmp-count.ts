import type { Probe } from "./probe.ts";

/** ICMP messages are rationed, so the one that matters may come with a later attempt only. */
const roundsMax = 3;

/**
 * Whether a refusal comes with an ICMP message: the PC's own counter is read before and after a
 * connection attempt. A reset by TCP leaves it alone, an ICMP port-unreachable moves it.
 */
export const icmpCount: Probe<"icmp-count"> = {
  id: "icmp-count",
  alone: true,
  async gather({ machine, signal }, { address, port }) {
    const before = await machine.icmpUnreachables();
    let attempts = 0;
    for (let round = 0; round < roundsMax && attempts === 0 && !signal.aborted; round += 1) {
      const outcome = await machine.connect(address, port, { timeoutMs: 1_000, signal });
      if (outcome.ok) outcome.connection.close();
      else if (outcome.failure === "refused") attempts += 1;
    }
    const after = await machine.icmpUnreachables();
    if (before.state !== "found" || after.state !== "found") {
      return { attempts, unreachables: before.state === "found" ? after : before };
    }
    const value = Math.max(after.value - before.value, 0);
    return { attempts, unreachables: { state: "found", value } };
  },
};
