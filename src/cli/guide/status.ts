import { parseArgs } from "node:util";
import { agesOf, daysAfter, type FactAge } from "../../guide/ages.ts";
import type { Place } from "../../guide/error.ts";
import { type OpenGuide, openGuide } from "../../guide/lint.ts";
import { listGuides } from "../../guide/load.ts";
import { fill } from "../../guide/words.ts";
import { factWords } from "../../report/guide-age.ts";
import { guideName, pick } from "../../report/words.ts";
import { say } from "../../text/say.ts";
import type { Io } from "../command.ts";
import { isDay, localDay } from "../day.ts";
import { usage, words } from "../guide-text.ts";
import { Refusal } from "../refusal.ts";

/** What becomes due so soon is told already, days. */
const soonDays = 90;

/** So many of one list and one day are told; whoever has more will go through the file. */
const alikeMost = 20;

const groups = ["expired", "due", "unverified", "soon"] as const;
type Group = (typeof groups)[number];

interface Told extends FactAge, Place {
  group: Group;
}

interface Status extends OpenGuide {
  told: Told[];
  /** The edition that stands in its place, where nobody asked for this one by name. */
  replacedBy?: string;
}

/** `jochi guide status`: what is due to be looked at again. 0 nothing, 1 something, 2 bad. */
export function status(argv: string[], io: Io): number {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      json: { type: "boolean" },
      today: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) {
    io.out(`${usage[io.lang]}\n`);
    return 0;
  }
  if (positionals.length > 1) throw new Refusal(words.oneName[io.lang]);
  const today = values.today ?? localDay();
  if (!isDay(today)) throw new Refusal(fill(words.badDay, { day: today })[io.lang]);
  const named = positionals.length > 0;
  const names = named ? positionals : listGuides().map(({ folder }) => folder);
  const each = names.map((name) => statusOf(openGuide(name), today));
  const all = named ? each : withSuccessors(each);
  io.out(
    values.json ? asJson(all, today) : all.map((one) => asText(one, today, io.lang)).join("\n"),
  );
  return codeOf(all);
}

/** 1 where something is due in an edition that nothing replaces, else 0. */
export function codeOf(all: readonly Pick<Status, "told" | "replacedBy">[]): 0 | 1 {
  const current = all.filter(({ replacedBy }) => replacedBy === undefined);
  return current.some(({ told }) => told.some(({ group }) => group !== "soon")) ? 1 : 0;
}

/** An edition that another one replaces stays as it is; nobody has to look at it again. */
function withSuccessors(all: Status[]): Status[] {
  return all.map((one) => {
    const { id, edition } = one.guide;
    const later = all.find(({ guide }) => guide.id === id && guide.replaces === edition);
    return later && later !== one ? { ...one, replacedBy: later.guide.edition } : one;
  });
}

function statusOf(open: OpenGuide, today: string): Status {
  const soon = daysAfter(today, soonDays);
  const told = agesOf(open.guide, today).flatMap((fact): Told[] => {
    const { state, until, kind, path } = fact;
    const group = state !== "current" ? state : until! <= soon ? "soon" : undefined;
    return group === undefined ? [] : [{ ...fact, group, ...open.placeOf(kind, path) }];
  });
  // What nobody ever verified has no day; within a day the guide's own order stays.
  const day = ({ until = "" }: Told) => until;
  told.sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
  return { ...open, told };
}

function asText(status: Status, today: string, lang: Io["lang"]): string {
  const { guide, told, placeOf, replacedBy } = status;
  if (replacedBy !== undefined)
    return `${say(lang, "age.replaced", { guide: guideName(guide), edition: replacedBy })}\n`;
  const lines = [say(lang, "age.title", { guide: guideName(guide), today })];
  if (told.every(({ group }) => group === "soon")) lines.push(say(lang, "age.none"));
  for (const group of groups) {
    const own = told.filter((one) => one.group === group);
    if (own.length === 0) continue;
    lines.push("", say(lang, `age.${group}`, { count: own.length, days: soonDays }));
    const alike = ({ what, verifiedOn, reviewBy, expires }: Told) =>
      JSON.stringify([what, verifiedOn, reviewBy, expires]);
    for (const same of Map.groupBy(own, alike).values()) {
      for (const one of same.slice(0, alikeMost)) {
        lines.push(`  ${one.file}:${one.line}: ${factWords(one, guide, lang)}`);
      }
      const left = same.length - alikeMost;
      if (left > 0) lines.push(`  ${say(lang, "age.more", { count: left })}`);
    }
  }
  const questions = guide.openQuestions ?? [];
  if (questions.length > 0) lines.push("", say(lang, "age.open", { count: questions.length }));
  for (const [at, { text, asks, since }] of questions.entries()) {
    const { file, line } = placeOf("guide", ["openQuestions", at]);
    const gaps = { text: pick(text, lang), asks: pick(asks, lang), since };
    lines.push(`  ${file}:${line}: ${say(lang, "age.question", gaps)}`);
  }
  return lines.map((line) => `${line}\n`).join("");
}

function asJson(all: Status[], today: string): string {
  const guides = all.map(({ guide, told, placeOf, replacedBy }) => ({
    id: guide.id,
    edition: guide.edition,
    ...(replacedBy !== undefined && { replacedBy }),
    ...Object.fromEntries(
      groups.map((group) => [group, told.filter((one) => one.group === group).length]),
    ),
    facts: told.map((fact) => ({
      ...fact,
      words: { ko: factWords(fact, guide, "ko"), en: factWords(fact, guide, "en") },
    })),
    openQuestions: (guide.openQuestions ?? []).map((question, at) => ({
      ...question,
      ...placeOf("guide", ["openQuestions", at]),
    })),
  }));
  const report = { schema: "jochi.guide-status/1", today, soonDays, guides };
  return `${JSON.stringify(report, null, 2)}\n`;
}
