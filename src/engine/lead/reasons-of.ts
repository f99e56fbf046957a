import type { Reason } from "../../evidence/report.ts";
import type { NextStep, Problem, Why } from "../repair/problem.ts";
import { isProved, type Suspect } from "./suspect.ts";

/** Chances are estimates: less than this is not worth a number. */
const leastPercent = 1;
/** Below it is no likelihood that one would point out. */
const likely = 25;

/** Why the next step is the next, and why each remedy comes where it comes, as far as there is a reason. */
export function reasonsOf(next: NextStep, { remedies }: Problem, part: readonly Suspect[]) {
  const perRemedy = new Map<string, Reason>();
  const proved = new Set(part.filter(isProved).map(({ cause }) => cause));
  // Of several that were proved each has to go; how likely it is that one step is enough says nothing.
  if (proved.size > 1) {
    for (const { id, ends, late } of remedies) {
      const cause = Object.keys(ends).find((each) => proved.has(each));
      if (cause !== undefined && !late) perRemedy.set(id, { key: "lead.needed", with: { cause } });
    }
  }
  for (const { id, late } of remedies) {
    if (late && remedies.length > 1) perRemedy.set(id, { key: "lead.late" });
  }
  const first: Reason[] = [];
  for (const why of next.why) {
    const reason = reasonOf(why);
    if (!reason) continue;
    const remedy = "remedy" in why ? why.remedy : undefined;
    const isFirst = next.kind !== "remedy" || remedy === undefined || remedy === next.id;
    if (isFirst) first.push(reason);
    // What is said of the first remedy is worth more than that it is late.
    if (remedy !== undefined && (!perRemedy.has(remedy) || isFirst)) {
      if (!isFirst || first[0] === reason) perRemedy.set(remedy, reason);
    }
  }
  const needed = next.kind === "remedy" ? perRemedy.get(next.id) : undefined;
  if (first.length === 0 && needed) first.push(needed);
  return { first, perRemedy };
}

function reasonOf(why: Why): Reason | undefined {
  switch (why.reason) {
    case "best-ratio": {
      const chance = percent(why.chance);
      if (chance < leastPercent) return undefined;
      return { key: chance < likely ? "lead.quick" : "lead.best-ratio", with: { chance } };
    }
    case "cheapest-order":
      return { key: "lead.cheapest-order" };
    case "only-one-left": {
      const chance = percent(why.chance);
      return chance < leastPercent ? undefined : { key: "lead.only-one-left", with: { chance } };
    }
    case "same-dialogue-as":
      return { key: "lead.same-dialogue-as", with: { dialogue: why.dialogue } };
    case "tested-together":
      return { key: "lead.tested-together", with: { minutes: minutes(why.retry) } };
    case "cheaper-to-ask-first":
      return { key: "lead.cheaper-to-ask-first", with: { saves: minutes(why.saves) } };
    case "late-because-restart":
      return { key: "lead.late" };
    case "several-causes":
      return { key: "lead.several-causes", with: { count: why.causes.length } };
    case "nothing-left":
      return { key: "lead.nothing-left" };
  }
}

/** To the next five: no estimate is finer. */
function percent(chance: number): number {
  return Math.min(95, Math.round(chance * 20) * 5);
}

function minutes(value: number): number {
  return Math.max(1, Math.round(value));
}
