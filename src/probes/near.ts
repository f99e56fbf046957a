import type { Hands, Probe } from "./probe.ts";

const rounds = 5;

/**
 * How long a refusal takes beside how long an opened connection takes on the same way. A refusal
 * that comes back much sooner was not sent by the far end.
 */
export const near: Probe<"near"> = {
  id: "near",
  alone: true,
  async gather(hands, { address, port, openAddress, openPort }) {
    let refusedMs: number | null = null;
    let openMs: number | null = null;
    for (let round = 0; round < rounds && !hands.signal.aborted; round += 1) {
      refusedMs = smaller(refusedMs, await time(hands, address, port, "refused"));
      openMs = smaller(openMs, await time(hands, openAddress, openPort, "ok"));
    }
    return { refusedMs, openMs };
  },
};

async function time(
  { machine, signal }: Hands,
  address: string,
  port: number,
  expected: "ok" | "refused",
): Promise<number | null> {
  const outcome = await machine.connect(address, port, { timeoutMs: 1_500, signal });
  if (outcome.ok) outcome.connection.close();
  const seen = outcome.ok ? "ok" : outcome.failure;
  return seen === expected ? outcome.ms : null;
}

function smaller(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}
