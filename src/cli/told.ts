import type { Evidence } from "../evidence/evidence.ts";
import { factKey } from "../evidence/fact-key.ts";
import type { GivenFact } from "../evidence/facts.ts";
import { toldFacts as factsOf, toldAs } from "../evidence/told.ts";
import type { Guide } from "../guide/guide.ts";
import { tellable } from "../guide/told.ts";
import type { Io } from "./command.ts";
import { diagnoseText } from "./diagnose-text.ts";
import { Refusal } from "./refusal.ts";

/** Each question has one answer: what is told now takes the place of what was told before. */
export function withTold(evidence: Evidence, told: GivenFact[]): Evidence {
  const isTold = (fact: Evidence["facts"][number]) =>
    told.some((one) => factKey(one.probe, one.with) === factKey(fact.probe, fact.with));
  const facts = told.map((one) => ({ ...one, at: 0, ms: 0 }));
  return { ...evidence, facts: [...facts, ...evidence.facts.filter((fact) => !isTold(fact))] };
}

/** What was told as facts. Refuses questions, answers and remedies that the guide does not have. */
export function toldFacts(guide: Guide, told: Record<string, string>, io: Io): GivenFact[] {
  const known = tellable(guide);
  for (const [question, answer] of Object.entries(told)) {
    const head = question.startsWith(toldAs.tried) ? toldAs.tried : toldAs.answer;
    const [option, name] = [
      head === toldAs.tried ? "--tried" : "--answer",
      question.slice(head.length),
    ];
    const answers = known.get(question);
    if (answers?.includes(answer)) continue;
    const others = [...known.keys()].filter((each) => each.startsWith(head));
    const list = answers ?? others.map((each) => each.slice(head.length));
    const given = head === toldAs.tried ? name : `${name}=${answer}`;
    throw new Refusal(diagnoseText[io.lang].unknownTold(option, given, list.join(", ")));
  }
  return factsOf(told);
}
