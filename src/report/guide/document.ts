import type { Lang } from "../../text/words.ts";

/** A guide as a document: what HTML, print and plain text are all written from. */
export interface GuideDocument {
  lang: Lang;
  title: string;
  /** Lines below the title: for whom it is, edition, day. */
  lead: string[];
  sections: Section[];
}

export interface Section {
  /** For links within the document. */
  id: string;
  title: string;
  blocks: Block[];
  sections: Section[];
}

export type Block =
  | { kind: "text"; text: string }
  | { kind: "warning"; text: string }
  /** A message as it stands on the screen, line by line. */
  | { kind: "screen"; lines: string[] }
  | { kind: "list"; items: string[] }
  | { kind: "steps"; steps: DocumentStep[] }
  | { kind: "facts"; facts: [name: string, value: string][] }
  | { kind: "links"; label: string; links: { to: string; text: string }[] }
  /** `caption` is empty where the title above says the same. */
  | { kind: "table"; caption: string; head: string[]; rows: Cell[][] };

export interface DocumentStep {
  text: string;
  /** What is typed, chosen or fetched, a line each, exactly as it is needed. */
  exact: string[];
}

/** One cell; lines stand below one another. `span` counts the rows that it reaches over. */
export interface Cell {
  lines: string[];
  span?: number;
}
