import type { Decision } from "./decide.ts";
import type { Model } from "./model.ts";
import { Pricer } from "./pricer.ts";
import type { Why } from "./problem.ts";

/** Why this batch, the most important first. `batch` is in the order in which it is done. */
export function whyBatch(model: Model, decision: Decision, batch: readonly number[]): Why[] {
  const { remedies, retry } = model;
  const first = batch[0]!;
  const pricer = new Pricer(model, model.weights);
  pricer.reset();
  const useful = [...remedies.keys()].filter((at) => pricer.useful(at));
  const open = useful.filter((at) => Number.isFinite(decision.remedies[at]!));
  const waiting = useful.filter((at) => !Number.isFinite(decision.remedies[at]!));
  const id = (at: number) => remedies[at]!.id;
  const chance = (at: number) => Math.max(0, pricer.gain([at]));
  const minutes = (at: number) => pricer.minutes([at]);
  const ratio = (at: number) => chance(at) / minutes(at);

  const why: Why[] = [];
  const best = open.reduce((a, b) => (ratio(b) > ratio(a) ? b : a), first);
  if (useful.length === 1) {
    why.push({ reason: "only-one-left", remedy: id(first), chance: chance(first) });
  } else if (best === first || batch.includes(best)) {
    why.push({
      reason: "best-ratio",
      remedy: id(best),
      chance: chance(best),
      minutes: minutes(best),
      others: useful.length - 1,
    });
  } else {
    const saves = Math.max(0, decision.remedies[best]! - decision.expectedCost);
    why.push({ reason: "cheapest-order", remedy: id(first), instead: id(best), saves });
  }
  why.push(...severalCauses(model, first));
  for (const [place, at] of batch.entries()) {
    const { dialogue, opening } = remedies[at]!;
    const other = batch.slice(0, place).find((one) => remedies[one]!.dialogue === dialogue);
    if (dialogue < 0 || other === undefined) continue;
    why.push({
      reason: "same-dialogue-as",
      remedy: id(at),
      other: id(other),
      dialogue: model.dialogues[dialogue]!,
      saves: opening,
    });
  }
  if (batch.length > 1) why.push({ reason: "tested-together", remedies: batch.map(id), retry });
  if (remedies[first]!.late) {
    why.push({
      reason: "late-because-restart",
      remedy: id(first),
      chance: chance(first),
      after: [],
    });
  }
  for (const at of waiting.filter((at) => ratio(at) > ratio(first))) {
    const after = open.filter((one) => !remedies[one]!.late).map(id);
    why.push({ reason: "late-because-restart", remedy: id(at), chance: chance(at), after });
  }
  return why;
}

/** Said where a remedy is for more than one cause that is still possible. */
function severalCauses({ remedies, causes, hypotheses, weights, left }: Model, at: number): Why[] {
  const own = remedies[at]!.ends.map(({ cause }) => cause);
  if (own.length < 2) return [];
  let chance = 0;
  for (const [hypothesis, members] of hypotheses.entries()) {
    if (!members.some((cause) => own.includes(cause))) continue;
    const ended = members.reduce((all, cause) => all * (1 - left[cause]!), 1);
    chance += weights[hypothesis]! * (1 - ended);
  }
  const names = own.map((cause) => causes[cause]!);
  return [{ reason: "several-causes", remedy: remedies[at]!.id, causes: names, chance }];
}

/** Why this question before anything is done. */
export function whyQuestion(model: Model, decision: Decision): Why[] {
  const { id, cost } = model.questions[decision.question]!;
  const without = Math.min(...decision.remedies);
  const saves = Math.max(0, without - decision.expectedCost);
  return [{ reason: "cheaper-to-ask-first", question: id, minutes: cost, saves }];
}
