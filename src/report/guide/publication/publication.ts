import type { Lang } from "../../../text/words.ts";
import type { Block, DocumentStep } from "../document.ts";
import type { Picture } from "../pictures/picture.ts";

/** A guide as a public office would print it: what PDF, HTML, Markdown and plain text are written from. */
export interface Publication {
  lang: Lang;
  title: string;
  /** Facts of the cover: for whom, edition, days. */
  cover: [name: string, value: string][];
  /** What made it, of what. */
  made: string;
  /** The day on the file, YYYY-MM-DD; undefined where the guide tells none. */
  day: string | undefined;
  parts: Part[];
}

export interface Part {
  /** Unique in the publication; links lead to it. */
  id: string;
  title: string;
  blocks: PartBlock[];
  parts: Part[];
}

export type PartBlock =
  | Exclude<Block, { kind: "steps" | "links" | "screen" }>
  /** A message as the screen shows it; the picture says it, too. */
  | { kind: "screen"; lines: string[]; picture?: Picture }
  /** `to` is the id of a part, and absent where that part is not in this publication. */
  | { kind: "links"; label: string; links: { to?: string; text: string }[] }
  | { kind: "steps"; steps: PartStep[] }
  /** In small print: where the facts above are from, and how old they are. */
  | { kind: "note"; lines: string[] };

export interface PartStep extends DocumentStep {
  pictures: Picture[];
}

/** Who reads it. Without one it is for all of them. */
export const audiences = ["payer", "network", "admin"] as const;
export type Audience = (typeof audiences)[number];

export interface PublicationOptions {
  lang: Lang;
  audience?: Audience | undefined;
  /** Age is told against this day; undefined: only the days themselves are. */
  today?: string | undefined;
}

/** A part and all below it, outermost first. */
export function partsBelow(parts: readonly Part[]): Part[] {
  return parts.flatMap((part) => [part, ...partsBelow(part.parts)]);
}
