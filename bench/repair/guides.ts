import { diagnose } from "../../src/engine/diagnose.ts";
import { problemOf } from "../../src/engine/lead/problem-of.ts";
import type { Problem } from "../../src/engine/repair/problem.ts";
import { type Costs, costsIn } from "../../src/engine/repair/stage/compare.ts";
import { followed } from "../../src/engine/repair/stage/followed.ts";
import type { Evidence } from "../../src/evidence/evidence.ts";
import type { Guide } from "../../src/guide/guide.ts";
import { listGuides, loadGuide } from "../../src/guide/load.ts";
import { table } from "./table.ts";

/** More would take the exact optimum too long. */
const mostRemedies = 12;

/**
 * What each way costs with the numbers of the guides themselves: somebody comes with a symptom, and
 * nothing could be probed. Symptoms for which there is but one remedy leave nothing to choose.
 */
export function guidesTables(): string[] {
  const asked: string[][] = [];
  const rows = listGuides().flatMap(({ folder }) => {
    const guide = loadGuide(folder);
    const problems = guide.symptoms
      .map(({ id }) => problemFor(guide, id))
      .filter(({ remedies }) => remedies.length > 1 && remedies.length <= mostRemedies);
    if (problems.length === 0) return [];
    const bare = problems.map((problem, at) => costsIn({ ...problem, questions: [] }, at));
    const sum = (costs: readonly Costs[], way: keyof Costs) =>
      costs.reduce((total, one) => total + one[way], 0);
    const least = sum(bare, "optimum");
    const beside = (way: keyof Costs) => (sum(bare, way) / least).toFixed(3);
    const name = `${guide.id}@${guide.edition}`;
    const top = problems.reduce((total, problem) => total + fromTheTop(guide, problem), 0);
    const withQuestions = problems.map((problem, at) => costsIn(shortened(problem), at));
    asked.push([name, (sum(withQuestions, "planner") / least).toFixed(3)]);
    return [
      [
        name,
        `${problems.length}`,
        beside("planner"),
        beside("planner, priors wrong ×2"),
        beside("document order"),
        beside("cheapest first"),
        beside("likeliest first"),
        beside("simple p/c"),
        (top / least).toFixed(3),
        (sum(bare, "planner") / top).toFixed(3),
      ],
    ];
  });
  return [
    "The guides' own numbers: minutes of all symptoms together, as a multiple of the exact optimum without questions.",
    table(
      [
        "guide",
        "symptoms",
        "planner",
        "priors wrong ×2",
        "document order",
        "cheapest first",
        "likeliest first",
        "simple p/c",
        "from its top",
        "planner / from its top",
      ],
      rows,
    ),
    "The same with questions, where asking is worth it (the first three of each guide):",
    table(["guide", "planner"], asked),
  ];
}

/**
 * Minutes of somebody who takes a paper at its word and goes through it from the top, whatever is on
 * the screen: the remedies that it numbers, then the others that are for the symptom.
 */
function fromTheTop(guide: Guide, problem: Problem): number {
  const own = new Map(problem.remedies.map((remedy) => [remedy.id, remedy] as const));
  const numbered = guide.remedies.filter(({ id, number }) => number !== undefined || own.has(id));
  const all = numbered.map(({ id, minutes }) => {
    const effort = guide.efforts.find(({ remedy }) => remedy === id);
    return own.get(id) ?? { id, cost: minutes + (effort?.disruption ?? 0), ends: {} };
  });
  const order = [
    ...all.filter(({ id }) => guide.remedies.find((one) => one.id === id)?.number !== undefined),
    ...all.filter(({ id }) => guide.remedies.find((one) => one.id === id)?.number === undefined),
  ];
  const whole = { ...problem, questions: [], remedies: order };
  return followed(whole, ({ failed }) =>
    failed.length === order.length ? "give-up" : { batch: [order[failed.length]!.id] },
  );
}

/** The exact optimum looks through every order of questions. */
function shortened(problem: Problem): Problem {
  return { ...problem, questions: problem.questions.slice(0, 3) };
}

function problemFor(guide: Guide, symptom: string): Problem {
  const evidence: Evidence = {
    schema: "jochi.evidence/1",
    gatheredBy: "bench",
    guide: { id: guide.id, edition: guide.edition },
    platform: "browser",
    symptom,
    startedAt: "2026-11-26T00:00:00.000Z",
    durationMs: 0,
    incomplete: false,
    facts: [],
  };
  const { findings } = diagnose(guide, evidence).diagnosis;
  return problemOf(
    guide,
    findings.filter(({ certainty }) => certainty !== "ruled-out"),
    symptom,
  );
}
