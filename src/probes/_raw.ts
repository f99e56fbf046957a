import type { ExchangeOutcome } from "../machine/machine.ts";
import { connectPatiently } from "./_connect.ts";
import type { Hands } from "./probe.ts";

/** Sends bytes on a fresh connection and collects the answer. */
export async function askRaw(
  hands: Hands,
  target: { address: string; port: number },
  request: Uint8Array,
  limits: { maxBytes: number; enough(bytes: Uint8Array): boolean },
): Promise<ExchangeOutcome> {
  const { tcp, connection } = await connectPatiently(hands, target.address, target.port);
  if (!connection) {
    const failure = tcp.outcome === "ok" ? "other" : tcp.outcome;
    return { ok: false, failure, ms: tcp.ms };
  }
  const timeoutMs = hands.pace.answerWithinMs();
  const answer = await connection.exchange(request, { timeoutMs, ...limits });
  connection.close();
  return answer;
}
