import type { Evidence } from "../evidence/evidence.ts";
import type { Wish } from "../evidence/facts.ts";
import type { CheckResult, Diagnosis, Finding, Seen } from "../evidence/report.ts";
import { type Guide, rowId, rowsBeside, wherever } from "../guide/guide.ts";
import { aged } from "./age.ts";
import { type Case, openCase } from "./case.ts";
import type { JudgedCheck } from "./check.ts";
import { judgeChecks } from "./checks.ts";
import { judgeClock } from "./clock.ts";
import type { Draft } from "./draft.ts";
import { type JudgedRow, judgeRow } from "./endpoint.ts";
import { findCauses } from "./findings.ts";
import { reason } from "./layer.ts";
import { leadOf } from "./lead/lead.ts";
import { localDrafts } from "./local-findings.ts";
import { judgeName, type NameResult, openRowsAt } from "./name.ts";
import { ownerOf } from "./owner.ts";
import { symptomDrafts } from "./symptom.ts";

/** What the evidence says, and which further tests could make it say more. */
export interface Judgement {
  diagnosis: Diagnosis;
  wants: Wish[];
}

/** The same before the plan is made, which costs more than all judging: only what is read is planned. */
export interface Sight {
  seen: Seen;
  wants: Wish[];
  /** What was seen with the way out of it; each call makes it anew. */
  planned(): Diagnosis;
}

/** Evidence and guide to diagnosis. Pure: the same two always give the same third. */
export function diagnose(guide: Guide, evidence: Evidence): Judgement {
  const { wants, planned } = see(guide, evidence);
  return { diagnosis: planned(), wants };
}

/** For those who look on while evidence comes in: it will change, and with it every plan. */
export function see(guide: Guide, evidence: Evidence): Sight {
  const the = openCase(guide, evidence);
  const clock = judgeClock(the);
  const offline = isOffline(the);
  const names = new Map([...the.documented.keys()].map((host) => [host, judgeName(the, host)]));
  const rows = judgeRows(the, { clock, offline }, names);
  const checks = judgeChecks(the, clock, offline, names);
  const findings = findingsOf(the, rows, names, checks);
  const seen: Seen = {
    guide: { id: guide.id, edition: guide.edition },
    startedAt: evidence.startedAt,
    durationMs: evidence.durationMs,
    ...(evidence.symptom !== undefined && { symptom: evidence.symptom }),
    endpoints: rows.map(({ result }) => result),
    checks: [...rows.map(endpointCheck), ...checks.map(publicCheck)],
    findings,
  };
  const asked = (wish: Wish) => the.book.asked(wish.probe, wish.with);
  const wants = [
    ...rows.flatMap((row) => row.wants),
    ...checks.flatMap((check) => check.wants ?? []),
  ];
  return {
    seen,
    wants: wants.filter((wish) => !asked(wish)),
    planned: () => {
      // Findings come after the plan: whoever reads reports as text is used to that.
      const { findings: _, ...rest } = seen;
      return { ...rest, ...leadOf(the, findings) };
    },
  };
}

function isOffline({ book }: Case): boolean {
  const interfaces = book.one("interfaces");
  return interfaces?.state === "found" && interfaces.value.every(({ loopback }) => loopback);
}

/**
 * Every documented row in the guide's order, then those whose addresses only their names tell, then
 * the addresses that names led to beside the documented ones.
 */
function judgeRows(
  the: Case,
  circumstances: Parameters<typeof judgeRow>[1],
  names: Map<string, NameResult>,
): JudgedRow[] {
  const unknown: NameResult = { verdict: "not-tested", because: [], outside: [] };
  const documented = the.rows.map((row) =>
    judgeRow(the, circumstances, row, true, names.get(row.host) ?? unknown),
  );
  const open = [...names].flatMap(([host, name]) =>
    openRowsAt(the, host, name).map((row) => {
      // Where the name is bent, what stands at its end is nobody's documented place.
      const documented = name.verdict === "ok" || row.address === wherever;
      return judgeRow(the, circumstances, row, documented, name);
    }),
  );
  const outside = [...names].flatMap(([host, name]) =>
    name.outside.flatMap(({ address, verdict, because }) =>
      rowsBeside(the.guide, host, address).map((row) =>
        judgeRow(the, circumstances, row, false, { verdict, because, outside: [] }),
      ),
    ),
  );
  return [...documented, ...open, ...outside.map(walkedOutside)];
}

/**
 * An unknown address of which nothing but its TCP failure is known: that failure is its verdict,
 * for whether the name moved there or was bent there cannot be told.
 */
function walkedOutside(row: JudgedRow): JudgedRow {
  const { result, steps } = row;
  const { verdict, because } = steps.tcp;
  if (result.verdict !== "insufficient" || verdict === "ok" || verdict === "not-tested") return row;
  return { ...row, result: { ...result, verdict, because: [...steps.name.because, ...because] } };
}

function endpointCheck({ result }: JudgedRow): CheckResult {
  const { verdict, because } = result;
  const outcome = verdict === "ok" ? "pass" : verdict === "insufficient" ? "unknown" : "fail";
  return { id: rowId(result), kind: "endpoint", verdict: outcome, because };
}

function publicCheck({ id, kind, verdict, because }: JudgedCheck): CheckResult {
  return { id, kind, verdict, because };
}

function findingsOf(
  the: Case,
  rows: JudgedRow[],
  names: Map<string, NameResult>,
  checks: JudgedCheck[],
): Finding[] {
  const network = findCauses(rows, names);
  const local = localDrafts(the, network, checks);
  const drafts = [...network, ...local];
  const walked = rows.every(({ result }) => result.verdict !== "insufficient");
  const all = [...drafts, ...symptomDrafts(the, drafts, checks, walked)];
  const day = the.evidence.startedAt.slice(0, 10);
  return all.map((draft) => finish(the.guide, draft, day)).sort(byImportance(the));
}

function finish(guide: Guide, draft: Draft, day: string): Finding {
  const known = guide.causes.find(({ id }) => id === draft.cause);
  const { cause, subjects, explains, managed } = draft;
  const { certainty, because } = aged(guide, draft, day);
  return {
    cause,
    certainty,
    owner: managed ? "pc-admin" : (known?.owner ?? ownerOf(cause, subjects)),
    subjects,
    explains,
    because,
    // A cause that only the guide knows brings a title and no more.
    overturnedBy: reason(
      known?.title ? "decide.own-cause" : `verdict.${cause}.${managed ? "managed." : ""}overturn`,
    ),
    remedies: (managed && known?.managedRemedies) || (known?.remedies ?? []),
  };
}

const certaintyOrder = ["confirmed", "likely", "possible", "ruled-out"];

/** Surest first; then what fits the symptom; then what explains most. Stable otherwise. */
function byImportance(the: Case) {
  const { symptom } = the.evidence;
  const expected = the.guide.symptoms.find(({ id }) => id === symptom)?.causes ?? [];
  const rank = (finding: Finding) => [
    certaintyOrder.indexOf(finding.certainty),
    expected.includes(finding.cause) ? expected.indexOf(finding.cause) : expected.length,
    -finding.explains.length,
  ];
  return (a: Finding, b: Finding) => {
    const [left, right] = [rank(a), rank(b)];
    const at = left.findIndex((value, index) => value !== right[index]);
    return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
  };
}
