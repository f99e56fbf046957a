import { basename } from "node:path";
import { GuideError, type Place } from "./error.ts";
import { type Kind, kinds } from "./files.ts";
import { findGuide, shownPath } from "./find.ts";
import type { Severity } from "./lint/rule.ts";
import { rules } from "./lint/rules.ts";
import { mergeFiles } from "./load.ts";
import { type ParsedFile, parseGuideFile } from "./parse.ts";
import { type GuideText, readGuideFolder } from "./read.ts";
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
  const { folder } = findGuide(nameOrPath, options.root);
  const files = parseAll(readGuideFolder(folder));
  const guide = mergeFiles(files);
  const byKind = new Map<Kind, ParsedFile>(files.map((file) => [file.kind, file]));
  const problems = rules.flatMap((rule) =>
    [...rule.check({ guide, today: options.today })].map((breach) => ({
      ...placeOf(byKind, breach.kind, breach.path, folder),
      rule: rule.id,
      severity: rule.severity,
      words: fill(rule.messages[breach.message]!, breach.with ?? {}),
    })),
  );
  problems.sort(byPlace);
  return { guide: { id: guide.id, edition: guide.edition }, problems };
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

function placeOf(
  files: ReadonlyMap<Kind, ParsedFile>,
  kind: Kind,
  path: readonly (string | number)[],
  folder: string,
): Place {
  return files.get(kind)?.placeOf(path) ?? { file: shownPath(folder), line: 1, column: 1 };
}

function byLine(a: GuideError, b: GuideError): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

function byPlace(a: Problem, b: Problem): number {
  const order = ({ file }: Place) => kinds.indexOf(basename(file, ".yaml") as Kind);
  return order(a) - order(b) || a.line - b.line || a.column - b.column;
}
