import type { FactOf } from "../evidence/facts.ts";
import type { Hands, Probe } from "./probe.ts";

const rounds = 7;

type Spread = FactOf<"near">["refused"];

/**
 * How long a refusal takes beside how long an opened connection takes on the same way. A refusal
 * that comes back much sooner was not sent by the far end.
 */
export const near: Probe<"near"> = {
  id: "near",
  alone: true,
  async gather(hands, { address, port, openAddress, openPort }) {
    const refused: number[] = [];
    const open: number[] = [];
    for (let round = 0; round < rounds && !hands.signal.aborted; round += 1) {
      refused.push(...(await time(hands, address, port, "refused")));
      open.push(...(await time(hands, openAddress, openPort, "ok")));
    }
    return { refused: spreadOf(refused), open: spreadOf(open) };
  },
};

async function time(
  { machine, signal }: Hands,
  address: string,
  port: number,
  expected: "ok" | "refused",
): Promise<number[]> {
  const outcome = await machine.connect(address, port, { timeoutMs: 1_500, signal });
  if (outcome.ok) outcome.connection.close();
  const seen = outcome.ok ? "ok" : outcome.failure;
  return seen === expected ? [outcome.ms] : [];
}

function spreadOf(times: number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b);
  const [leastMs] = sorted;
  const typicalMs = sorted[Math.floor(sorted.length / 2)];
  return leastMs === undefined || typicalMs === undefined ? null : { leastMs, typicalMs };
}
