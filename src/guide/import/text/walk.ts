import type {
  Draft,
  DraftEndpoint,
  DraftPort,
  DraftProgram,
  DraftRemedy,
  DraftSection,
  DraftStep,
  Said,
} from "./draft.ts";
import type { Heading } from "./headings.ts";
import type { Line } from "./lines.ts";
import type { Notes } from "./notes.ts";

/** Where the reading has got to, and everything it has found on the way. */
export interface Walk {
  lines: readonly Line[];
  draft: Draft;
  notes: Notes;
  /** Numbers of the lines from which something was taken. */
  read: Set<number>;
  /** Numbers of lines that a note is about and that were not taken. */
  told: Set<number>;
  /** Numbers of lines that are there because a page ends. */
  pages: Set<number>;
  /** Numbers of lines that were taken as sentences. */
  prose: Set<number>;
  /** The headings of a notice, by their lines; none where the text has chapters of its own. */
  headings: ReadonlyMap<number, Heading>;
  section?: DraftSection | undefined;
  /** The heading above, until something else has been read. */
  headingLine?: number | undefined;
  remedy?: DraftRemedy | undefined;
  step?: DraftStep | undefined;
  /** The last sentence, to which a line that is set in may belong. */
  sentence?: Said | undefined;
  /** What is read goes among the warnings, and entries are wrong ones. */
  warning?: { said?: Said; entries: boolean } | undefined;
  /** The program of a list, whose address comes next. */
  item?: DraftProgram | undefined;
  /** In which case the next step is done. */
  inCase?: Said | undefined;
  /** The program of the next table. */
  openings?: DraftProgram | undefined;
  captionLine?: number | undefined;
  /** Each address of the tables: the lines on which it stands, and whose it is there. */
  addresses: Map<string, { line: number; own: DraftEndpoint }[]>;
  /** What is spoken on a port, as the text's own addresses say. */
  knownPorts: ReadonlyMap<number, DraftPort["protocol"]>;
  /** Files that sentences name, and the step in which they do. */
  mentions: { file: string; line: number; step: DraftStep | undefined }[];
  folders: { name: string; step: DraftStep }[];
  /** How many entries a remedy says it has. */
  counts: { remedy: DraftRemedy; said: number; line: number }[];
  /** Files of addresses that are broken. */
  brokenFiles: Set<string>;
  /** The text leads from what one sees to what one does. */
  symptomLine?: number | undefined;
}

/** The first line at or behind an index that is not empty. */
export function nextFilled(lines: readonly Line[], index: number): Line | undefined {
  for (let at = index; at < Math.min(lines.length, index + 8); at += 1) {
    if (lines[at]!.text !== "") return lines[at];
  }
  return undefined;
}

/** Lengthens whatever is open so that it holds a line. */
export function reach(walk: Walk, line: number): void {
  walk.read.add(line);
  for (const open of [walk.section, walk.remedy, walk.step])
    if (open) open.to = Math.max(open.to, line);
}

/** The caption above, for whatever begins with it. */
export function takeCase(walk: Walk): Said | undefined {
  const { inCase } = walk;
  walk.inCase = undefined;
  if (inCase) walk.read.add(inCase.from);
  return inCase;
}
