import { oneLine } from "../../guide/error.ts";
import type { OpenGuide } from "../../guide/lint.ts";
import type { Change } from "../../lab/self-test/change.ts";
import {
  type MutationResult,
  noticedLeast,
  rateOf,
  type SelfTest,
} from "../../lab/self-test/self-test.ts";
import type { CauseResult, ScenarioResult, Trouble } from "../../lab/self-test/verdicts.ts";
import { wrap } from "../../report/columns.ts";
import { guideName } from "../../report/words.ts";
import { say } from "../../text/say.ts";
import type { Lang } from "../../text/words.ts";

/** A guide and how it did. */
export interface Tested {
  open: OpenGuide;
  result: SelfTest;
}

const mostColumns = 100;
/** Of a fact so much is shown. */
const mostShown = 60;
const marks = { holds: "✔", fails: "✘", untested: "–" } as const;

/** A line for each cause, what did not hold below it, and which wrong facts nobody noticed. */
export function testText({ open, result }: Tested, lang: Lang): string {
  const { causes, symptoms, healthy, mutations, worlds, withoutAnswer } = result;
  const guide = guideName(open.guide);
  const lines = [say(lang, "guide-test.head", { guide, worlds })];
  for (const cause of causes) lines.push(...causeLines(cause, lang));
  lines.push(
    ...groupLines(
      "symptoms",
      symptoms.map(({ symptom, ...rest }) => ({ ...rest, name: symptom })),
      lang,
    ),
  );
  lines.push(
    ...groupLines(
      "healthy",
      healthy.map((one) => ({ ...one, name: one.scenario })),
      lang,
    ),
  );
  const count = (state: CauseResult["state"]) => causes.filter((one) => one.state === state).length;
  const tally = { holds: count("holds"), fails: count("fails"), untested: count("untested") };
  lines.push(say(lang, "guide-test.total", tally));
  if (withoutAnswer.length > 0) {
    lines.push(say(lang, "guide-test.without-answer"));
    lines.push(...wrap(withoutAnswer.join(", "), mostColumns, "  "));
  }
  if (mutations) lines.push("", ...mutationLines(open, mutations, lang));
  return `${lines.join("\n")}\n`;
}

function causeLines({ cause, state, untested, scenarios }: CauseResult, lang: Lang): string[] {
  const mark = `${marks[state]} ${cause}`;
  if (untested) return [`${mark}: ${say(lang, `guide-test.untested.${untested}`)}`];
  const [first, ...more] = scenarios.map(({ scenario }) => scenario);
  const others = more.length > 0 ? ` ${say(lang, "guide-test.more", { count: more.length })}` : "";
  const endings = new Map(
    scenarios.flatMap((one) =>
      one.endings.map(({ remedy, how }) => [remedy, say(lang, `guide-test.${how}`, { remedy })]),
    ),
  );
  const ends = endings.size > 0 ? ` → ${[...endings.values()].join(", ")}` : "";
  const head = wrap(`${mark} · ${oneLine(first ?? "")}${others}${ends}`, mostColumns, "", 4);
  return [...head, ...scenarios.filter(({ holds }) => !holds).flatMap((one) => failed(one, lang))];
}

function failed({ scenario, title, troubles }: ScenarioResult, lang: Lang): string[] {
  const name = title ? `${oneLine(scenario)} (${title[lang]})` : oneLine(scenario);
  return [`    ${name}`, ...troubleLines(troubles, lang)];
}

function troubleLines(troubles: readonly Trouble[], lang: Lang): string[] {
  return troubles.flatMap(({ kind, expected, found }) => {
    const words = say(lang, `guide-test.trouble.${kind}`, { expected, found });
    return wrap(oneLine(words), mostColumns, "      ");
  });
}

function groupLines(
  group: "symptoms" | "healthy",
  all: readonly { name: string; holds: boolean; troubles: readonly Trouble[] }[],
  lang: Lang,
): string[] {
  if (all.length === 0) return [];
  const broken = all.filter(({ holds }) => !holds);
  const head = say(lang, `guide-test.${group}`, { count: all.length });
  return [
    `${broken.length === 0 ? marks.holds : marks.fails} ${head}`,
    ...broken.flatMap(({ name, troubles }) => [
      `    ${oneLine(name)}`,
      ...troubleLines(troubles, lang),
    ]),
  ];
}

function mutationLines(open: OpenGuide, mutations: MutationResult, lang: Lang): string[] {
  const { facts, made, noticed, by, unnoticed } = mutations;
  const rate = rateOf(mutations);
  const gaps = { facts, made, noticed, percent: percent(rate), ...by };
  const lines = wrap(say(lang, "guide-test.rate", gaps), mostColumns, "", 2);
  if (rate < noticedLeast)
    lines.push(say(lang, "guide-test.rate-low", { least: noticedLeast * 100 }));
  if (unnoticed.length > 0) lines.push(say(lang, "guide-test.unnoticed"));
  for (const change of unnoticed) {
    const { file, line, column } = open.placeOf(change.kind, change.path);
    const fact = say(lang, `guide-test.fact.${change.fact}`);
    const from = shown(change.from, "absent", lang);
    const words = `${fact}: ${from} → ${shown(change.to, "left-out", lang)}`;
    lines.push(...wrap(oneLine(`${file}:${line}:${column}: ${words}`), mostColumns, "", 4));
  }
  return lines;
}

function shown(value: Change["from"], empty: "absent" | "left-out", lang: Lang): string {
  if (value === null) return say(lang, `guide-test.${empty}`);
  const text = oneLine(String(value));
  return text.length > mostShown ? `${text.slice(0, mostShown - 1)}…` : text;
}

/** Cut rather than rounded: what is not quite 90 % never looks so. */
function percent(rate: number): number {
  return Math.floor(rate * 1000) / 10;
}

/** `jochi.guide-test/1`. */
export function testJson(tested: readonly Tested[]): string {
  const guides = tested.map(({ open, result: { mutations, ...result } }) => {
    const { id, edition } = open.guide;
    return { id, edition, ...result, mutations: mutations ? mutationJson(open, mutations) : null };
  });
  return `${JSON.stringify({ schema: "jochi.guide-test/1", guides }, null, 2)}\n`;
}

function mutationJson({ placeOf }: OpenGuide, mutations: MutationResult) {
  const { unnoticed, noticedBy, ...rest } = mutations;
  const placed = ({ kind, path, fact, from, to }: Change) => ({
    ...placeOf(kind, path),
    fact,
    path: path.join("."),
    from,
    to,
  });
  return {
    ...rest,
    rate: rateOf(mutations),
    unnoticed: unnoticed.map(placed),
    noticedBy: noticedBy.map(({ change, noticed }) => ({ ...placed(change), noticed })),
  };
}
