import type { Guide } from "../../guide/guide.ts";
import type { Remedy, Step } from "../../guide/schema/remedy.ts";
import { say, sayOf } from "../../text/say.ts";
import type { Lang } from "../../text/words.ts";
import { mayInstall, pick } from "../words.ts";
import type { Block, DocumentStep, Section } from "./document.ts";
import { partId } from "./part-id.ts";

/** One remedy: who, how long, what to beware of, and the steps with what they need to the letter. */
export function remedyPart(guide: Guide, remedy: Remedy, lang: Lang): Section {
  const { id, owner, minutes, warnings = [], irreversible, steps } = remedy;
  const sites = steps.flatMap((step) => step.sites ?? []);
  return {
    id: partId("remedy", id),
    title: remedyTitle(remedy, lang),
    blocks: [
      {
        kind: "text",
        text: say(lang, "guide.remedy.who", {
          owner: sayOf(guide, lang, `owner.${owner}`),
          minutes,
        }),
      },
      ...(irreversible ? [warning(pick(irreversible, lang))] : []),
      ...warnings.map(({ text }) => warning(pick(text, lang))),
      ...wrongEntries(guide, sites, lang),
      { kind: "steps", steps: steps.map((step) => stepOf(guide, step, lang)) },
    ],
    sections: [],
  };
}

/** With the number that the printed guide gives it, where it has one. */
export function remedyTitle({ number, title }: Remedy, lang: Lang): string {
  const words = pick(title, lang);
  return number === undefined
    ? words
    : say(lang, "guide.remedy.numbered", { number, title: words });
}

function warning(text: string): Block {
  return { kind: "warning", text };
}

function wrongEntries({ wrong }: Guide, sites: readonly string[], lang: Lang): Block[] {
  const rows = wrong.filter(({ meant }) => sites.includes(meant));
  if (rows.length === 0) return [];
  return [
    {
      kind: "table",
      caption: say(lang, "guide.wrong.caption"),
      head: [say(lang, "guide.wrong.entry"), say(lang, "guide.wrong.why")],
      rows: rows.map(({ entry, why }) => [{ lines: [entry] }, { lines: [pick(why, lang)] }]),
    },
  ];
}

function stepOf(guide: Guide, step: Step, lang: Lang): DocumentStep {
  const named = <T extends { id: string }>(ids: readonly string[] | undefined, all: readonly T[]) =>
    (ids ?? []).flatMap((id) => all.find((one) => one.id === id) ?? []);
  return {
    text: pick(step.text, lang),
    exact: [
      ...named(step.sites, guide.sites).map(({ pattern }) => pattern),
      ...named(step.toolbars, guide.toolbars).flatMap(({ names }) => names.join(", ")),
      ...named(step.programs, guide.programs).flatMap(({ name, download }) =>
        download && mayInstall(step) ? [`${name}: ${download.url}`] : [name],
      ),
      ...named(step.certificates, guide.certificates).map(({ url }) => url),
      ...named(step.files, guide.files).flatMap(({ paths }) => paths),
    ],
  };
}
