import type { Scope, Spoken } from "../../carry/code.ts";
import type { Guide } from "../../guide/guide.ts";
import { findingWords, groupTitle, guideName, requirementTitle } from "../../report/words.ts";
import { plain } from "../../text/plain.ts";
import { say, sayOf } from "../../text/say.ts";
import type { Lang } from "../../text/words.ts";

/** One cause of a spoken code, in words. */
export interface SpokenWords {
  title: string;
  certainty: string;
  where: string | undefined;
  owner: string;
  act: string;
}

/** What a spoken code says, cause by cause. */
export function spokenWords(spoken: Spoken, guide: Guide, lang: Lang): SpokenWords[] {
  return spoken.findings.map((finding) => {
    const { cause, certainty, owner, where, whole } = finding;
    // What the reasons and remedies were is not said by so few digits.
    const silent = {
      subjects: [],
      explains: [],
      because: [],
      overturnedBy: { key: "" },
      remedies: [],
    };
    const words = (field: "title" | "act") =>
      findingWords({ cause, certainty, owner, ...silent }, field, guide, lang);
    return {
      title: words("title"),
      certainty: say(lang, `certainty.${certainty}`),
      where: whereWords(where, whole, guide, lang),
      owner: sayOf(guide, lang, `owner.${owner}`),
      act: words("act"),
    };
  });
}

function whereWords(where: Scope, whole: boolean, guide: Guide, lang: Lang): string | undefined {
  if (where.kind === "none") return undefined;
  const name = nameOf(where, guide, lang);
  if (whole) return name;
  const thing = where.kind === "requirement";
  return say(lang, thing ? "carry.code.and-others" : "carry.code.part", { where: name });
}

function nameOf(where: Exclude<Scope, { kind: "none" }>, guide: Guide, lang: Lang): string {
  if (!("id" in where)) return say(lang, "carry.code.all");
  if (where.kind === "group") return groupTitle(where.id, guide, lang);
  if (where.kind === "port") return say(lang, "carry.code.port", { port: where.id });
  if (where.kind === "requirement") return requirementTitle(where.id, guide, lang);
  return plain(where.id.replace("|", " "));
}

/** The sentences in full, as lines for a terminal. */
export function spokenLines(spoken: Spoken, guide: Guide, lang: Lang): string[] {
  const lines = [say(lang, "carry.code.title", { guide: guideName(guide) })];
  if (spoken.status !== "found") lines.push(say(lang, `carry.code.${spoken.status}`));
  for (const [at, one] of spokenWords(spoken, guide, lang).entries()) {
    lines.push("", `${at + 1}. ${one.title} (${one.certainty})`);
    if (one.where !== undefined)
      lines.push(`   ${say(lang, "carry.code.where", { where: one.where })}`);
    lines.push(`   ${say(lang, "carry.code.who", { owner: one.owner })}`, `   ${one.act}`);
  }
  if (spoken.more) lines.push("", say(lang, "carry.code.more"));
  const isOnTheWay = spoken.findings.some(
    ({ where: { kind } }) => kind !== "none" && kind !== "requirement",
  );
  if (isOnTheWay) lines.push("", say(lang, "carry.code.list", { guide: guideName(guide) }));
  return lines;
}

/** Groups of digits, each with how it is read out: `공 이 칠 구`. */
export function readAloud(code: string, lang: Lang): { digits: string; read: string }[] {
  return code.split(" ").map((digits) => ({
    digits,
    read: [...digits].map((digit) => say(lang, `carry.digit.${digit}`)).join(" "),
  }));
}
