import type { Diagnosis, EndpointResult, Finding } from "../evidence/report.ts";
import { rowId } from "../guide/guide.ts";
import type { Expected, ExpectedFinding } from "./expected.ts";

/** How the verdicts of all rows compare with what was expected. */
export interface RowScore {
  /** Nodes said that are true, of all nodes said; and of all nodes that are true. */
  right: number;
  said: number;
  true: number;
  /** Rows whose verdict goes deeper than the evidence can carry. */
  deeper: string[];
  wrong: { row: string; expected: string; got: string }[];
}

export interface FindingNote {
  cause: string;
  subjects: string[];
  why: string;
}

/** What became of each expected finding, and what was found beyond them. */
export interface FindingScore {
  found: FindingNote[];
  hidden: FindingNote[];
  missed: FindingNote[];
  extra: FindingNote[];
}

/** Nodes of a verdict and its parents; `insufficient` says nothing, and so claims nothing. */
function nodesOf(verdict: string): string[] {
  if (verdict === "insufficient") return [];
  const parts = verdict.split(".");
  return parts.map((_, index) => parts.slice(0, index + 1).join("."));
}

function goesDeeper(expected: string, got: string): boolean {
  if (expected === "insufficient") return got !== "insufficient" && got !== "ok";
  return got.startsWith(`${expected}.`);
}

/** Hierarchical precision and recall: `tcp` for `tcp.drop` is half right, `tls` is wrong. */
export function scoreRows({ rows }: Expected, { endpoints }: Diagnosis): RowScore {
  const score: RowScore = { right: 0, said: 0, true: 0, deeper: [], wrong: [] };
  const got = new Map(endpoints.map((result) => [rowId(result), result.verdict as string]));
  const absent = Object.keys(rows).filter((id) => !got.has(id));
  for (const id of [...got.keys(), ...absent]) {
    const expected = rows[id] ?? "ok";
    const verdict = got.get(id);
    const said = verdict === undefined ? [] : nodesOf(verdict);
    const truth = nodesOf(expected);
    score.right += said.filter((node) => truth.includes(node)).length;
    score.said += said.length;
    score.true += truth.length;
    if (verdict !== undefined && goesDeeper(expected, verdict)) score.deeper.push(id);
    if (verdict !== expected) {
      score.wrong.push({ row: id, expected, got: verdict ?? "no such row" });
    }
  }
  return score;
}

export function precisionOf({ right, said }: Pick<RowScore, "right" | "said">): number {
  return said === 0 ? 1 : right / said;
}

export function recallOf(score: Pick<RowScore, "right" | "true">): number {
  return score.true === 0 ? 1 : score.right / score.true;
}

/**
 * Matches findings with what was put into the world. A fault that another one hides counts as
 * found where the visible one is named and the hidden rows were not tested that far.
 */
export function scoreWorld(expected: Expected, diagnosis: Diagnosis): FindingScore {
  const score: FindingScore = { found: [], hidden: [], missed: [], extra: [] };
  const findings = diagnosis.findings.filter(({ certainty }) => certainty !== "ruled-out");
  for (const one of expected.findings) {
    const note = (why: string) => ({ cause: one.cause, subjects: one.subjects ?? [], why });
    const named = findings.filter((finding) => matches(one, finding));
    if (named.length > 0) score.found.push(note(compareSubjects(one, named)));
    else if (isHidden(one, expected, findings, diagnosis)) {
      score.hidden.push(note("every row fails earlier, for a cause that is named"));
    } else score.missed.push(note(whyMissed(one, diagnosis)));
  }
  for (const finding of findings) {
    if (expected.findings.some((one) => matches(one, finding))) continue;
    const { cause, subjects } = finding;
    score.extra.push({ cause, subjects, why: "nothing of the kind was put into this world" });
  }
  return score;
}

function matches({ cause, subjects }: ExpectedFinding, finding: Finding): boolean {
  if (cause !== finding.cause) return false;
  return subjects === undefined || subjects.some((id) => finding.subjects.includes(id));
}

function compareSubjects({ subjects }: ExpectedFinding, named: Finding[]): string {
  if (subjects === undefined) return "named";
  const got = new Set(named.flatMap((finding) => finding.subjects));
  const lacking = subjects.filter((id) => !got.has(id));
  return lacking.length === 0 ? "named" : `named, but without ${lacking.join(", ")}`;
}

/** Layers that say nothing, or that something below them is to blame. */
function isHidden(
  one: ExpectedFinding,
  expected: Expected,
  findings: Finding[],
  { endpoints }: Diagnosis,
): boolean {
  if (!one.hidden || one.subjects === undefined) return false;
  const others = expected.findings.filter((other) => other !== one && !other.hidden);
  const blamed = new Set(
    findings
      .filter((finding) => others.some((other) => matches(other, finding)))
      .flatMap(({ subjects }) => subjects),
  );
  const results = new Map(endpoints.map((result) => [rowId(result), result]));
  return one.subjects.every((id) => {
    const result = results.get(id);
    return blamed.has(id) && result !== undefined && admits(result, one.cause);
  });
}

/** Whether the layers leave room for the hidden cause: not tested there, or named there. */
function admits({ layers }: EndpointResult, cause: string): boolean {
  const values: string[] = Object.values(layers);
  return values.includes("not-tested") || values.includes(cause);
}

function whyMissed({ subjects }: ExpectedFinding, { endpoints }: Diagnosis): string {
  if (subjects === undefined) return "no finding names this cause";
  const verdicts = endpoints
    .filter((result) => subjects.includes(rowId(result)))
    .map((result) => `${rowId(result)} is ${result.verdict}`);
  const shown = verdicts.slice(0, 3).join("; ");
  return verdicts.length > 0 ? `no finding names this cause; ${shown}` : "no finding names it";
}

/**
 * Whether the findings are the expected ones and no others: the same causes, on the same subjects,
 * and in no more pieces than there are faults.
 */
export function findingsDiffer(expected: Expected, diagnosis: Diagnosis): string[] {
  const findings = diagnosis.findings.filter(({ certainty }) => certainty !== "ruled-out");
  const visible = expected.findings.filter(({ hidden }) => !hidden);
  const causes = new Set([...visible, ...findings].map(({ cause }) => cause));
  return [...causes].flatMap((cause) => {
    const wanted = visible.filter((one) => one.cause === cause);
    const got = findings.filter((one) => one.cause === cause);
    if (got.length === 0) return [`${cause}: expected, not found`];
    if (wanted.length === 0) return [`${cause}: found, not expected`];
    if (got.length > wanted.length) {
      return [`${cause}: ${got.length} findings for ${wanted.length} expected`];
    }
    if (wanted.some(({ subjects }) => subjects === undefined)) return [];
    const want = new Set(wanted.flatMap(({ subjects }) => subjects ?? []));
    const have = new Set(got.flatMap(({ subjects }) => subjects));
    // Requirements (the clock, a resolver) may be named beside the rows that suffer from them.
    const surplus = [...have].filter((id) => id.includes("|") && !want.has(id));
    const difference = [...[...want].filter((id) => !have.has(id)), ...surplus];
    return difference.length > 0 ? [`${cause}: subjects differ in ${difference.join(", ")}`] : [];
  });
}
