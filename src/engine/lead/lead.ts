import type { Evidence } from "../../evidence/evidence.ts";
import type { Finding, NextStep, PlanStep } from "../../evidence/report.ts";
import { toldAs, triedInVain } from "../../evidence/told.ts";
import type { Guide } from "../../guide/guide.ts";
import type { Case } from "../case.ts";
import { causeChances, update } from "../repair/belief.ts";
import { nextStep, wholePlan } from "../repair/next-step.ts";
import type { Learnt, Problem } from "../repair/problem.ts";
import { isProved, problemOf, type Suspect } from "./problem-of.ts";
import { reasonsOf } from "./reasons-of.ts";

/** Where nothing is known at all, more than this would be a list and no help. */
const guessesMost = 6;

/** The way to a working service: everything that may be done, in its order, and what comes first. */
export interface Lead {
  plan: PlanStep[];
  next?: NextStep;
  /** The findings again: those that are only possible in the order that answers give them. */
  findings: Finding[];
}

/**
 * Remedies of everything that may be true in the order that is expected to cost least, those of
 * proved causes before all others, each once; and the next step, which may be a question. It goes by
 * what was found, by what the person has told, and by what has helped here before.
 */
export function leadOf({ guide, evidence, book }: Case, findings: readonly Finding[]): Lead {
  const found = findings.filter(({ certainty }) => certainty !== "ruled-out");
  const active = found.length > 0 ? found : suspects(guide, evidence, findings);
  const problem = problemOf(guide, active, evidence.symptom, book.one("outcomes")?.helped);
  if (problem.remedies.length === 0) return { plan: [], findings: [...findings] };
  const learnt = learntFrom(book.all("told"));
  const best = wholePlan(problem, learnt).batches.flat();
  const next = nextStep(problem, learnt);
  const { first, perRemedy } = reasonsOf(next, problem);
  const whole = inOrder(guide, active, best);
  return {
    plan: (found.length > 0 ? whole : whole.slice(0, guessesMost)).map((step) => {
      const why = perRemedy.get(step.remedy);
      return why ? { ...step, why } : step;
    }),
    next: {
      kind: next.kind === "give-up" ? "help" : next.kind,
      id: next.kind === "give-up" ? "" : next.id,
      together: next.batch.slice(1),
      why: first,
      minutes: Math.round(next.expectedCost),
    },
    findings: reordered(findings, problem, learnt),
  };
}

/** Until something was told, the order of the symptom is as good as any. */
function reordered(findings: readonly Finding[], problem: Problem, learnt: Learnt): Finding[] {
  if (learnt.answers.length + learnt.failed.length === 0) return [...findings];
  const chances = causeChances(problem, update(problem, learnt));
  const open = findings
    .filter(({ certainty }) => certainty === "possible")
    .sort((a, b) => (chances[b.cause] ?? 0) - (chances[a.cause] ?? 0));
  return findings.map((one) => (one.certainty === "possible" ? open.shift()! : one));
}

/**
 * Where a page alone has seen nothing and no symptom was chosen, any cause of the guide may be behind
 * it; the questions tell which.
 */
function suspects(guide: Guide, evidence: Evidence, ruledOut: readonly Finding[]): Suspect[] {
  if (evidence.platform !== "browser" || evidence.symptom !== undefined) return [];
  const out = new Set(ruledOut.map(({ cause }) => cause));
  return guide.causes
    .filter(({ id, remedies }) => remedies.length > 0 && !out.has(id))
    .map(({ id, remedies }) => ({ cause: id, certainty: "possible", remedies }));
}

function learntFrom(told: readonly { with: { question: string }; fact: { answer: string } }[]) {
  const learnt: Learnt = { answers: [], failed: [] };
  for (const { with: given, fact } of told) {
    const { question } = given;
    if (question.startsWith(toldAs.answer))
      learnt.answers.push({ question: question.slice(toldAs.answer.length), answer: fact.answer });
    if (question.startsWith(toldAs.tried) && fact.answer === triedInVain)
      learnt.failed.push(question.slice(toldAs.tried.length));
  }
  return learnt;
}

/** What the planner left out (it was tried, or cannot help any more) comes last, as the guide has it. */
function inOrder(guide: Guide, active: readonly Suspect[], best: readonly string[]): PlanStep[] {
  const wanted = (sure: boolean) =>
    new Set(active.filter((one) => isProved(one) === sure).flatMap(({ remedies }) => remedies));
  const [proved, possible] = [wanted(true), wanted(false)];
  const place = (id: string) => (best.includes(id) ? best.indexOf(id) : best.length);
  return guide.remedies
    .filter(({ id }) => proved.has(id) || possible.has(id))
    .sort(
      (a, b) => Number(proved.has(b.id)) - Number(proved.has(a.id)) || place(a.id) - place(b.id),
    )
    .map(({ id, owner, minutes, automatic }) => ({ remedy: id, owner, minutes, automatic }));
}
