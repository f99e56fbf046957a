import { knownCauses } from "../../evidence/verdict.ts";
import type { Guide } from "../guide.ts";
import type { DataPath } from "../value.ts";
import type { Breach, LintRule } from "./rule.ts";

/** How far from 1 the chances of all answers may be, by rounding. */
const rounding = 0.005;

export const estimates: LintRule = {
  id: "estimates",
  title: { ko: "맞지 않는 어림값", en: "an estimate that does not fit" },
  severity: "error",
  messages: {
    unknown: {
      ko: "‘{id}’은(는) 이 안내서에 없습니다 (찾은 곳: {into})",
      en: "‘{id}’ is nowhere in this guide (looked in {into})",
    },
    sum: {
      ko: "모든 답의 확률을 더하면 {sum}입니다 (1이어야 합니다)",
      en: "the chances of all answers add up to {sum}, not to 1",
    },
    count: {
      ko: "답은 {answers}개인데 확률은 {count}개입니다",
      en: "{answers} answers, but {count} chances",
    },
    apart: {
      ko: "원인 ‘{cause}’은(는) 조치 ‘{remedy}’을(를) 부르지 않습니다",
      en: "the cause ‘{cause}’ does not lead to the remedy ‘{remedy}’",
    },
  },
  *check({ guide }) {
    yield* named(guide);
    yield* apart(guide);
    yield* sums(guide);
  },
};

/** Every id in the estimates that nothing has. */
function* named(guide: Guide): Generator<Breach> {
  const ids = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id));
  const lists = {
    causes: new Set([...ids(guide.causes), ...knownCauses]),
    remedies: ids(guide.remedies),
    symptoms: ids(guide.symptoms),
    dialogues: ids(guide.dialogues),
  };
  const uses: [into: keyof typeof lists, id: string | undefined, path: DataPath][] = [
    ...guide.likelihoods.flatMap(({ cause, symptom }, i): typeof uses => [
      ["causes", cause, ["likelihoods", i, "cause"]],
      ["symptoms", symptom, ["likelihoods", i, "symptom"]],
    ]),
    ...guide.efforts.flatMap(({ remedy, dialogue, ends }, i): typeof uses => [
      ["remedies", remedy, ["efforts", i, "remedy"]],
      ["dialogues", dialogue, ["efforts", i, "dialogue"]],
      ...ends.map(({ cause }, j): (typeof uses)[number] => [
        "causes",
        cause,
        ["efforts", i, "ends", j, "cause"],
      ]),
    ]),
    ...guide.questions.flatMap(({ where }, i) =>
      where.flatMap(({ causes }, j) =>
        causes.map((cause, k): (typeof uses)[number] => [
          "causes",
          cause,
          ["questions", i, "where", j, "causes", k],
        ]),
      ),
    ),
  ];
  for (const [into, id, path] of uses) {
    if (id === undefined || lists[into].has(id)) continue;
    yield { kind: "estimates", path, message: "unknown", with: { id, into } };
  }
}

/** A remedy is said to end a cause that does not name it, so that it would never be done for it. */
function* apart({ causes, efforts }: Guide): Generator<Breach> {
  for (const [i, { remedy, ends }] of efforts.entries()) {
    for (const [j, { cause }] of ends.entries()) {
      const own = causes.find(({ id }) => id === cause);
      if (!own || [...own.remedies, ...(own.managedRemedies ?? [])].includes(remedy)) continue;
      const path = ["efforts", i, "ends", j, "cause"];
      yield { kind: "estimates", path, message: "apart", with: { cause, remedy } };
    }
  }
}

/** One chance for each answer, and together 1. */
function* sums({ questions }: Guide): Generator<Breach> {
  for (const [i, { answers, where, otherwise }] of questions.entries()) {
    const lists: [chances: readonly number[], path: DataPath][] = [
      ...where.map(({ chances }, j): (typeof lists)[number] => [
        chances,
        ["questions", i, "where", j, "chances"],
      ]),
      [otherwise, ["questions", i, "otherwise"]],
    ];
    for (const [chances, path] of lists) {
      const sum = Math.round(chances.reduce((all, one) => all + one, 0) * 1000) / 1000;
      const gaps = { count: chances.length, answers: answers.length, sum };
      if (chances.length !== answers.length)
        yield { kind: "estimates", path, message: "count", with: gaps };
      else if (Math.abs(sum - 1) > rounding)
        yield { kind: "estimates", path, message: "sum", with: gaps };
    }
  }
}
