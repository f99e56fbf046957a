import type { Evidence } from "./evidence.ts";
import type { Checker, Problem } from "./problem.ts";
import { readJson } from "./read-json.ts";
import { EvidenceError, foundOf, placeOf } from "./trouble.ts";

/** A whole PC's evidence is about 100 KB; this leaves room for large guides. */
export const evidenceBytesMax = 8 * 1_048_576;

/** An evidence file's text to evidence. Throws EvidenceError; trusts nothing. */
export function readEvidence(text: string, checker: Checker): Evidence {
  if (text.length > evidenceBytesMax) {
    throw new EvidenceError(
      "1:1",
      { is: "count", count: text.length, of: "characters" },
      { is: "at-most", limit: evidenceBytesMax, of: "characters" },
    );
  }
  const data = readJson(text);
  refuse(checker.file(data), []);
  const evidence = data as Evidence;
  checkGuide(evidence.guide);
  for (const [at, { probe, with: given, fact }] of evidence.facts.entries()) {
    if (!checker.probes.includes(probe)) {
      throw new EvidenceError(placeOf(["facts", at, "probe"]), foundOf(probe), {
        is: "one-of",
        values: [...checker.probes],
      });
    }
    refuse(checker.fact(probe, "with", given), ["facts", at, "with"]);
    if (fact !== undefined) refuse(checker.fact(probe, "fact", fact), ["facts", at, "fact"]);
  }
  return evidence;
}

function refuse(problem: Problem | undefined, before: PropertyKey[]): void {
  if (!problem) return;
  const place = placeOf([...before, ...problem.path]);
  throw new EvidenceError(place, problem.found, problem.expected);
}

/** A guide is looked for by this name, so it must be a name and never a way through folders. */
function checkGuide({ id, edition }: Evidence["guide"]): void {
  const say = (key: string, value: string, is: "guide-id" | "edition") => {
    throw new EvidenceError(`guide.${key}`, foundOf(value), { is });
  };
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) say("id", id, "guide-id");
  if (!/^\d{4}(\.\d{1,2})?$/.test(edition)) say("edition", edition, "edition");
}
