import type { FactOf } from "../evidence/facts.ts";
import type { Hands, Probe } from "./probe.ts";

const rounds = 7;

type Spread = FactOf<"near">["refused"];

/**
 * How long a refusal takes beside how long an opened connection takes on the same way. A refusal
 * that always comes back much sooner was not sent by the far end.
 */
export const near: Probe<"near"> = {
  id: "near",
  alone: true,
  async gather(hands, { address, port, openAddress, openPort }) {
    let refused: Spread = null;
    let open: Spread = null;
    for (let round = 0; round < rounds && !hands.signal.aborted; round += 1) {
      refused = widen(refused, await time(hands, address, port, "refused"));
      open = widen(open, await time(hands, openAddress, openPort, "ok"));
    }
    return { refused, open };
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

function widen(spread: Spread, ms: number | null): Spread {
  if (ms === null) return spread;
  if (spread === null) return { leastMs: ms, mostMs: ms };
  return { leastMs: Math.min(spread.leastMs, ms), mostMs: Math.max(spread.mostMs, ms) };
}
