import type { Evidence } from "../../evidence/evidence.ts";
import type { Finding, NextStep, PlanStep } from "../../evidence/report.ts";
import { toldAs, triedInVain } from "../../evidence/told.ts";
import type { Guide } from "../../guide/guide.ts";
import type { Case } from "../case.ts";
import { causeChances, update } from "../repair/belief.ts";
import { planned } from "../repair/next-step.ts";
import type { Learnt, Problem } from "../repair/problem.ts";
import { problemOf } from "./problem-of.ts";
import { reasonsOf } from "./reasons-of.ts";
import { isProved, type Suspect } from "./suspect.ts";

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
export function leadOf(the: Case, findings: readonly Finding[]): Lead {
  const { guide, evidence, book } = the;
  const found = findings.filter(({ certainty }) => certainty !== "ruled-out");
  const active = found.length > 0 ? found : suspects(guide, evidence, findings);
  const learnt = learntFrom(book.all("told"));
  // What is only possible has its turn when everything that was proved has been tried.
  const stages = [active.filter(isProved), active.filter((one) => !isProved(one))]
    .map((part) => stageOf(the, part, learnt))
    .filter(({ problem }) => problem.remedies.length > 0);
  const now = stages.find(({ next }) => next.kind !== "give-up") ?? stages.at(-1);
  if (!now) return { plan: [], findings: [...findings] };
  const order = [...new Set(stages.flatMap(({ best }) => best))];
  const plan = inOrder(guide, active, order, learnt.failed).map((step) => {
    const why = stages.flatMap(({ why }) => why.perRemedy.get(step.remedy) ?? [])[0];
    return why ? { ...step, why } : step;
  });
  const { next, why } = now;
  return {
    plan: found.length > 0 ? plan : plan.slice(0, guessesMost),
    next: {
      kind: next.kind === "give-up" ? "help" : next.kind,
      id: next.kind === "give-up" ? "" : next.id,
      together: next.batch.slice(1),
      why: why.first,
      minutes: Math.round(next.expectedCost),
    },
    findings: reordered(findings, stages.at(-1)!.problem, learnt),
  };
}

/** What is to be done about some of the findings. */
function stageOf({ guide, evidence, book }: Case, part: readonly Suspect[], learnt: Learnt) {
  const problem = problemOf(guide, part, evidence.symptom, book.one("outcomes")?.helped);
  const { next, batches } = planned(problem, learnt);
  // What comes first stands first: questions may change the order of what follows them.
  const best = [...new Set([...next.batch, ...batches.flat()])];
  return { problem, next, best, why: reasonsOf(next, problem, part) };
}

/** Until something was told, the order of the symptom is as good as any. */
function reordered(findings: readonly Finding[], problem: Problem, learnt: Learnt): Finding[] {
  if (learnt.answers.length + learnt.failed.length === 0) return [...findings];
  const chances = new Map(Object.entries(causeChances(problem, update(problem, learnt))));
  const open = findings
    .filter(({ certainty }) => certainty === "possible")
    .sort((a, b) => (chances.get(b.cause) ?? 0) - (chances.get(a.cause) ?? 0));
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

/** Of a question that was answered twice the last answer counts. */
function learntFrom(told: readonly { with: { question: string }; fact: { answer: string } }[]) {
  const answers = new Map<string, string>();
  const failed = new Set<string>();
  for (const { with: given, fact } of told) {
    const { question } = given;
    if (question.startsWith(toldAs.answer))
      answers.set(question.slice(toldAs.answer.length), fact.answer);
    if (question.startsWith(toldAs.tried) && fact.answer === triedInVain)
      failed.add(question.slice(toldAs.tried.length));
  }
  const learnt: Learnt = {
    answers: [...answers].map(([question, answer]) => ({ question, answer })),
    failed: [...failed],
  };
  return learnt;
}

/**
 * What the planner left out can hardly help, and comes before what was tried, which comes last. What
 * ends nothing by itself, as the guide has it, is part of another remedy and no step of its own.
 */
function inOrder(
  guide: Guide,
  active: readonly Suspect[],
  order: readonly string[],
  tried: readonly string[],
): PlanStep[] {
  const wanted = new Set(active.flatMap(({ remedies }) => remedies));
  for (const { remedy, ends } of guide.efforts)
    if (ends.every(({ chance }) => chance === 0)) wanted.delete(remedy);
  const places = new Map(order.map((id, at) => [id, at] as const));
  const place = (id: string) =>
    tried.includes(id) ? order.length + 1 : (places.get(id) ?? order.length);
  return guide.remedies
    .filter(({ id }) => wanted.has(id))
    .sort((a, b) => place(a.id) - place(b.id))
    .map(({ id, owner, minutes, automatic }) => ({ remedy: id, owner, minutes, automatic }));
}
