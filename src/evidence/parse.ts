import type { z } from "zod";
import { type Evidence, EvidenceFile } from "./evidence.ts";
import { factFormats, type ProbeId } from "./facts.ts";
import type { Checker, Problem } from "./problem.ts";
import { readEvidence } from "./read-evidence.ts";
import { type Expected, foundOf } from "./trouble.ts";

export { evidenceBytesMax } from "./read-evidence.ts";
export { EvidenceError, type Expected, type Found } from "./trouble.ts";

/** An evidence file's text to evidence. Throws EvidenceError; trusts nothing. */
export function parseEvidence(text: string): Evidence {
  return readEvidence(text, schemas);
}

const schemas: Checker = {
  probes: Object.keys(factFormats),
  file: (value) => problemOf(EvidenceFile, value),
  fact: (probe, part, value) => problemOf(factFormats[probe as ProbeId][part], value),
};

function problemOf(schema: z.ZodType, value: unknown): Problem | undefined {
  const { success, error } = schema.safeParse(value);
  return success ? undefined : firstOf(error.issues, value);
}

type Issue = z.core.$ZodIssue;

function firstOf(issues: Issue[], data: unknown): Problem {
  const foreign = data as { schema?: unknown } | null;
  // A format of another version says nothing about the rest; a mistyped key shows twice, as one
  // unknown and one missing, and the unknown one says more.
  const version = issues.find(({ path }) => path[0] === "schema" && foreign?.schema !== undefined);
  const unknown = issues.find(({ code }) => code === "unrecognized_keys");
  const issue = version ?? unknown ?? issues[0]!;
  const { path } = issue;
  if (issue.code === "unrecognized_keys") {
    const [key = ""] = issue.keys;
    return { path: [...path, key], found: foundOf(key), expected: { is: "known-keys" } };
  }
  // The key itself is what is wrong, not the value behind it.
  const found = issue.code === "invalid_key" ? path.at(-1) : valueAt(data, path);
  return { path, found: foundOf(found), expected: expectedBy(issue) };
}

function valueAt(data: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      value === null || typeof value !== "object" ? undefined : Reflect.get(value, key),
    data,
  );
}

const types: Record<string, Exclude<Expected["is"], "one-of" | "at-least" | "at-most">> = {
  string: "text",
  number: "number",
  int: "whole-number",
  boolean: "boolean",
  array: "list",
  object: "object",
  record: "object",
};

/** A schema's complaint as data; its message is in English and not ours. */
function expectedBy(issue: Issue): Expected {
  switch (issue.code) {
    case "invalid_type":
      return { is: types[issue.expected] ?? "format" };
    case "invalid_value":
      return { is: "one-of", values: issue.values.map(String) };
    case "invalid_union":
      return "options" in issue && Array.isArray(issue.options)
        ? { is: "one-of", values: issue.options.map(String) }
        : { is: "json" };
    case "too_small":
      return { is: "at-least", limit: Number(issue.minimum), of: unitOf(issue.origin) };
    case "too_big":
      return { is: "at-most", limit: Number(issue.maximum), of: unitOf(issue.origin) };
    case "invalid_format":
      if (issue.format === "datetime") return { is: "time" };
      return { is: issue.format === "regex" && issue.pattern?.includes("a-f") ? "hex" : "format" };
    case "invalid_key":
      return issue.issues[0] ? expectedBy(issue.issues[0]) : { is: "format" };
    default:
      return { is: "format" };
  }
}

function unitOf(origin: string) {
  if (origin === "string") return "characters";
  return origin === "array" ? "entries" : "number";
}
