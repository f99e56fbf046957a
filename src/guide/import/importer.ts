import { GuideError, oneLine } from "../error.ts";
import { maxFileBytes } from "../files.ts";
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
  /** How the bytes were written, where it was told from them. */
  encoding?: string;
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
  /** How many more of its kind are not told; this one says so in their place. */
  stands?: number;
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
  /** Where it is not always UTF-8. Throws GuideError with line and byte where it is no such text. */
  decode?(bytes: Uint8Array, file: string): { text: string; encoding: string };
  /** Throws GuideError where the text is nothing that it could be made of. */
  read(text: string, options: ImportOptions): Imported;
}

/**
 * What an importer makes of the bytes of a file, and how they were written where that is not always
 * UTF-8. Throws GuideError as importText does.
 */
export function importBytes(
  importer: Importer,
  bytes: Uint8Array,
  options: ImportOptions,
): Imported & { encoding?: string } {
  const decoded = importer.decode?.(bytes, oneLine(options.file));
  if (!decoded) {
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    return importText(importer, text, options);
  }
  const { text, encoding } = decoded;
  return { ...importText(importer, text, { ...options, encoding }), encoding };
}

/**
 * What an importer makes of a text, as long as a guide can hold it. Throws GuideError where it is
 * nothing that the importer reads, or where a file would be longer than is read of any guide.
 */
function importText(importer: Importer, text: string, options: ImportOptions): Imported {
  // The name is written into the guide, where it must neither break a line nor steer a terminal.
  const file = oneLine(options.file);
  const imported = importer.read(text, { ...options, file });
  for (const { name, text: written } of imported.files) {
    const bytes = new TextEncoder().encode(written).length;
    if (bytes <= maxFileBytes) continue;
    throw new GuideError(
      { file },
      { ko: `${bytes}바이트가 되는 ${name}`, en: `what makes ${bytes} bytes of ${name}` },
      { ko: `${maxFileBytes}바이트 이하`, en: `at most ${maxFileBytes} bytes` },
    );
  }
  return imported;
}
