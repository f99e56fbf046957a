import type { z } from "zod";
import { type Evidence, EvidenceFile } from "./evidence.ts";
import { factFormats, type ProbeId } from "./facts.ts";
import { readJson } from "./read-json.ts";
import { EvidenceError, type Expected, foundOf, placeOf } from "./trouble.ts";

export { EvidenceError, type Expected, type Found } from "./trouble.ts";

/** A whole PC's evidence is about 100 KB; this leaves room for large guides. */
export const evidenceBytesMax = 8 * 1_048_576;

/** An evidence file's text to evidence. Throws EvidenceError; trusts nothing. */
export function parseEvidence(text: string): Evidence {
  if (text.length > evidenceBytesMax) {
    throw new EvidenceError(
      "1:1",
      { is: "count", count: text.length, of: "characters" },
      { is: "at-most", limit: evidenceBytesMax, of: "characters" },
    );
  }
  const data = readJson(text);
  const outer = EvidenceFile.safeParse(data);
  if (!outer.success) throw fromIssues(outer.error.issues, data, []);
  checkGuide(outer.data.guide);
  for (const [index, entry] of outer.data.facts.entries()) checkFact(entry, index, data);
  return outer.data as Evidence;
}

/** A guide is looked for by this name, so it must be a name and never a way through folders. */
function checkGuide({ id, edition }: Evidence["guide"]): void {
  const refuse = (key: string, value: string, is: "guide-id" | "edition") => {
    throw new EvidenceError(`guide.${key}`, foundOf(value), { is });
  };
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) refuse("id", id, "guide-id");
  if (!/^\d{4}(\.\d{1,2})?$/.test(edition)) refuse("edition", edition, "edition");
}

function checkFact(
  entry: { probe: string; with: unknown; fact?: unknown },
  at: number,
  data: unknown,
) {
  if (!Object.hasOwn(factFormats, entry.probe)) {
    const values = Object.keys(factFormats);
    throw new EvidenceError(placeOf(["facts", at, "probe"]), foundOf(entry.probe), {
      is: "one-of",
      values,
    });
  }
  const format = factFormats[entry.probe as ProbeId];
  const given = format.with.safeParse(entry.with);
  if (!given.success) throw fromIssues(given.error.issues, data, ["facts", at, "with"]);
  if (entry.fact === undefined) return;
  const fact = format.fact.safeParse(entry.fact);
  if (!fact.success) throw fromIssues(fact.error.issues, data, ["facts", at, "fact"]);
}

type Issue = z.core.$ZodIssue;

function fromIssues(issues: Issue[], data: unknown, before: PropertyKey[]): EvidenceError {
  const foreign = data as { schema?: unknown } | null;
  // A format of another version says nothing about the rest; a mistyped key shows twice, as one
  // unknown and one missing, and the unknown one says more.
  const version = issues.find(({ path }) => path[0] === "schema" && foreign?.schema !== undefined);
  const unknown = issues.find(({ code }) => code === "unrecognized_keys");
  const issue = version ?? unknown ?? issues[0]!;
  const path = [...before, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    const [key = ""] = issue.keys;
    return new EvidenceError(placeOf([...path, key]), foundOf(key), { is: "known-keys" });
  }
  // The key itself is what is wrong, not the value behind it.
  const found = issue.code === "invalid_key" ? path.at(-1) : valueAt(data, path);
  return new EvidenceError(placeOf(path), foundOf(found), expectedBy(issue));
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
