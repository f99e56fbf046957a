import { basename } from "node:path";
import { GuideError, type Place } from "./error.ts";
import { type Kind, kinds } from "./files.ts";
import { findGuide, shownPath } from "./find.ts";
import type { Guide } from "./guide.ts";
import type { Severity } from "./lint/rule.ts";
import { rules } from "./lint/rules.ts";
import { mergeFiles } from "./load.ts";
import { type ParsedFile, parseGuideFile } from "./parse.ts";
import { type GuideText, readGuideFolder } from "./read.ts";
import type { DataPath } from "./value.ts";
import { fill, type Words } from "./words.ts";

/** One place where a guide breaks a rule. */
export interface Problem extends Place {
  rule: string;
  severity: Severity;
  words: Words;
}

export interface LintReport {
  guide: { id: string; edition: string };
  problems: Problem[];
}

/**
 * Reads a guide and holds every rule against it; `today` is YYYY-MM-DD. Throws GuideError, with
 * `more` for all its files, where the guide cannot be read at all.
 */
export function lintGuide(
  nameOrPath: string,
  options: { root?: string; today: string },
): LintReport {
  const { guide, placeOf } = openGuide(nameOrPath, options.root);
  const problems = rules.flatMap((rule) =>
    [...rule.check({ guide, today: options.today })].map((breach) => ({
      ...placeOf(breach.kind, breach.path),
      rule: rule.id,
      severity: rule.severity,
      words: fill(rule.messages[breach.message]!, breach.with ?? {}),
    })),
  );
  problems.sort(byPlace);
  return { guide: { id: guide.id, edition: guide.edition }, problems };
}

/** A guide that can still say where each of its values stands. */
export interface OpenGuide {
  guide: Guide;
  /** Of what stands in a file that is not there, the folder. */
  placeOf(kind: Kind, path: DataPath): Place;
}

/** Reads a guide anew. Throws GuideError, with `more` for all its files, where it cannot be read. */
export function openGuide(nameOrPath: string, root?: string): OpenGuide {
  const { folder } = findGuide(nameOrPath, root);
  const files = parseAll(readGuideFolder(folder));
  const byKind = new Map<Kind, ParsedFile>(files.map((file) => [file.kind, file]));
  const elsewhere = { file: shownPath(folder), line: 1, column: 1 };
  return {
    guide: mergeFiles(files),
    placeOf: (kind, path) => byKind.get(kind)?.placeOf(path) ?? elsewhere,
  };
}

/** Every file, or everything that is wrong with the form of any. */
function parseAll(texts: readonly GuideText[]): ParsedFile[] {
  const files: ParsedFile[] = [];
  const errors: GuideError[] = [];
  let left = 0;
  for (const text of texts) {
    try {
      files.push(parseGuideFile(text));
    } catch (error) {
      if (!(error instanceof GuideError)) throw error;
      errors.push(...[error, ...error.more].sort(byLine));
      left += error.left;
    }
  }
  const [first, ...more] = errors;
  if (first === undefined) return files;
  throw Object.assign(first, { more, left });
}

function byLine(a: GuideError, b: GuideError): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

function byPlace(a: Problem, b: Problem): number {
  const order = ({ file }: Place) => kinds.indexOf(basename(file, ".yaml") as Kind);
  return order(a) - order(b) || a.line - b.line || a.column - b.column;
}
