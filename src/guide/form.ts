import { z } from "zod";
import { describeIssue } from "./issue.ts";
import { nearest } from "./nearest.ts";
import { type DataPath, valueAt } from "./value.ts";
import { same, type Words } from "./words.ts";

/** One thing wrong with a file's form. */
export interface FormProblem {
  /** What is wrong, or what an unknown key stands in. */
  path: DataPath;
  /** The key itself, where it is one that nobody knows. */
  key?: string;
  found: Words;
  expected: Words;
}

/** A hostile file may have any number of unknown keys, and comparing words takes time. */
const longestKey = 60;

/**
 * Everything that a schema has against some data, unknown keys first: they are what a mistyped key
 * is, and the key that is then missing is not told a second time.
 */
export function formProblems(error: z.ZodError, schema: z.ZodType, data: unknown): FormProblem[] {
  const pathOf = ({ path }: z.core.$ZodIssue) => path.filter((part) => typeof part !== "symbol");
  const unknown: FormProblem[] = [];
  const others: FormProblem[] = [];
  const meant = new Set<string>();
  for (const issue of error.issues) {
    if (issue.code !== "unrecognized_keys") continue;
    const path = pathOf(issue);
    for (const key of issue.keys) {
      const near = meantBy(key, path, schema, data);
      if (near !== undefined) meant.add(JSON.stringify([...path, near]));
      unknown.push({ path, key, found: same(JSON.stringify(key)), expected: knownOnly(near) });
    }
  }
  for (const issue of error.issues) {
    const path = pathOf(issue);
    const told = valueAt(data, path) === undefined && meant.has(JSON.stringify(path));
    if (issue.code === "unrecognized_keys" || told) continue;
    others.push({ path, ...describeIssue(issue, data) });
  }
  return [...unknown, ...others];
}

/** The key of the schema that was meant; never one that stands there already. */
function meantBy(key: string, path: DataPath, schema: z.ZodType, data: unknown) {
  if (key.length > longestKey) return undefined;
  const there = valueAt(data, path);
  const taken = typeof there === "object" && there !== null ? there : {};
  return nearest(
    key,
    keysAt(schema, path).filter((each) => !Object.hasOwn(taken, each)),
  );
}

function knownOnly(near: string | undefined): Words {
  if (near === undefined) return { ko: "아는 이름만", en: "known keys only" };
  const word = JSON.stringify(near);
  return { ko: `아는 이름만 (혹시 ${word}?)`, en: `known keys only (did you mean ${word}?)` };
}

/** The keys that a schema has for the mapping at a path. */
function keysAt(schema: z.ZodType, path: DataPath): string[] {
  let at: unknown = bare(schema);
  for (const part of path) {
    if (at instanceof z.ZodObject) at = bare(at.shape[part as string]);
    else if (at instanceof z.ZodArray) at = bare(at.element);
    else return [];
  }
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}

function bare(schema: unknown): unknown {
  return schema instanceof z.ZodOptional ? bare(schema.unwrap()) : schema;
}
