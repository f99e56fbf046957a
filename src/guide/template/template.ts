import { ownBytes } from "../../own/files.ts";
import type { Kind } from "../files.ts";

/** When the causes and remedies that fit any service were last looked through. */
const reviewedOn = "2026-11-26";

/** What every new guide is made of. */
export interface Gaps {
  id: string;
  edition: string;
  /** YYYY-MM-DD */
  day: string;
  /** The service within a sentence. */
  service: { ko: string; en: string };
  /** Lines that one kind of new guide has and another has not, by the word that marks their place. */
  lines?: Record<string, string[]>;
}

/** A file of a new guide. Lines that mark a place and get nothing are left out. */
export function fromTemplate(kind: Kind, gaps: Gaps): string {
  const text = ownBytes(`src/guide/template/${kind}.yaml.in`).toString("utf8");
  const { id, edition, day, service, lines = {} } = gaps;
  const words: Record<string, string> = {
    id,
    edition,
    // They held on that day, however old the list is that the guide is made of.
    day: day < reviewedOn ? reviewedOn : day,
    "service.ko": service.ko,
    "service.en": service.en,
  };
  return text
    .split("\n")
    .flatMap((line) => {
      const place = /^ *# __([a-z-]+)__$/.exec(line)?.[1];
      return place === undefined ? [line] : (lines[place] ?? []);
    })
    .map((line) => line.replace(/__([a-z.]+)__/g, (whole, word: string) => words[word] ?? whole))
    .join("\n");
}
