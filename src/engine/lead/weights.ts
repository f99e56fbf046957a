import type { Guide } from "../../guide/guide.ts";
import { shrunk } from "../repair/shrunk.ts";
import type { Helped } from "./suspect.ts";

/**
 * How likely each of these causes is beside the others: what the guide says for the symptom, else
 * in general, else by the order in which the symptom names them; drawn towards what has helped here
 * before, the more the oftener it did.
 */
export function weightsFor(
  guide: Guide,
  causes: readonly string[],
  symptom: string | undefined,
  helped: Helped,
): Record<string, number> {
  const named = guide.symptoms.find(({ id }) => id === symptom)?.causes ?? [];
  const prior = (cause: string): number => {
    const own = guide.likelihoods.filter((one) => one.cause === cause);
    const said =
      own.find((one) => one.symptom !== undefined && one.symptom === symptom) ??
      own.find((one) => one.symptom === undefined);
    if (said) return said.weight;
    // "The most usual first": each next one about half as usual.
    const at = named.indexOf(cause);
    return at < 0 ? 0.1 : 2 ** -at;
  };
  const priors = Object.fromEntries(causes.map((cause) => [cause, prior(cause)]));
  return shrunk(priors, countsOf(guide, priors, helped));
}

/** A remedy that helped speaks for the causes that it ends, as likely as they were. */
function countsOf(guide: Guide, priors: Record<string, number>, helped: Helped) {
  const counts: Record<string, number> = {};
  for (const { remedy, times } of helped) {
    const ended = guide.causes
      .filter(({ id, remedies }) => Object.hasOwn(priors, id) && remedies.includes(remedy))
      .map(({ id }) => ({ id, weight: priors[id]! }));
    const all = ended.reduce((sum, { weight }) => sum + weight, 0);
    for (const { id, weight } of ended) {
      const before = Object.hasOwn(counts, id) ? counts[id]! : 0;
      counts[id] = before + (times * weight) / all;
    }
  }
  return counts;
}
