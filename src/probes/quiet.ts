import type { FactOf, Given } from "../evidence/facts.ts";
import type { Hands, Probe } from "./probe.ts";

/**
 * Routers ration their ICMP messages, Linux to one a second after a burst of six: a rest before the
 * first question and a second between any two leave one for each, ms.
 */
const restMs = 1_500;
const betweenMs = 1_150;
/** A dead host costs its router three seconds. */
const patienceMs = 3_400;

/** A few silent places asked once more on a quiet line, when an ICMP message is to be had again. */
export const quiet: Probe<"quiet"> = {
  id: "quiet",
  alone: true,
  async gather(hands, { targets }) {
    await hands.machine.sleep(restMs, hands.signal);
    return Promise.all(
      targets.map(async (target, index) => {
        await hands.machine.sleep(index * betweenMs, hands.signal);
        return ask(hands, target);
      }),
    );
  },
};

async function ask(
  { machine, signal }: Hands,
  { address, port }: Given<"quiet">["targets"][number],
): Promise<FactOf<"quiet">[number]> {
  const outcome = await machine.connect(address, port, { timeoutMs: patienceMs, signal });
  if (outcome.ok) outcome.connection.close();
  const seen = outcome.ok ? "ok" : outcome.failure;
  return { address, port, tcp: { outcome: seen, attempts: 1, ms: outcome.ms } };
}
