import type { ExchangeOutcome } from "../machine/machine.ts";

const keptBytes = 32;

/** An exchange as evidence keeps it: the first bytes in hex, not everything that came. */
export function firstBytes(answer: Extract<ExchangeOutcome, { ok: true }>) {
  const first = Buffer.from(answer.bytes.subarray(0, keptBytes)).toString("hex");
  return { ok: true as const, first, ms: answer.ms };
}
