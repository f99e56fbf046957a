import type { Severity } from "../lint/rule.ts";
import type { Words } from "../words.ts";

/** What the text itself does not say. */
export interface ImportOptions {
  /** The file as people called it; for sources and notes. */
  file: string;
  /** The day on which the file was retrieved, YYYY-MM-DD. */
  day: string;
  /** The guide's id and edition, where the importer's own are not wanted. */
  id?: string;
  edition?: string;
}

/** Something that whoever uses the new guide must know about one line of what it was made of. */
export interface Note {
  /** Counted from 1. */
  line: number;
  /** What kind of trouble, in kebab-case; one of a closed list that each importer has. */
  kind: string;
  /** `error`: something is missing in the guide, or marked there as not read. */
  severity: Severity;
  words: Words;
}

/** A whole guide as the texts of its files. */
export interface Imported {
  id: string;
  edition: string;
  files: { name: string; text: string }[];
  /** In the order of their lines. */
  notes: Note[];
}

/** Makes a guide of one published text. Pure: no clock, no file, and nothing is looked up. */
export interface Importer {
  id: string;
  /** The most that is read; what is longer is refused before. */
  bytesMax: number;
  /** Throws GuideError where the text is nothing that it could be made of. */
  read(text: string, options: ImportOptions): Imported;
}
