import type { CheckResult, Diagnosis } from "../evidence/report.ts";
import { rowId } from "../guide/guide.ts";
import { activeFindings } from "../report/summary.ts";
import { markOf } from "../report/view.ts";

/** What one check more has shown, against the one before. */
export interface WhatChanged {
  /** Causes that were there and of which every check now passes. */
  gone: string[];
  /** Causes that were there, and of which nobody can tell now. */
  unclear: string[];
  /** Causes that were not there; what is only possible is no news. */
  fresh: string[];
  /** Causes that are still there; beside one that was known, a guess is none. */
  still: string[];
  /** Rows of the report (`host|address:port`). */
  rowsBetter: string[];
  rowsWorse: string[];
  /** Other checks. */
  checksBetter: CheckResult[];
  checksWorse: CheckResult[];
}

/** Nobody can tell is neither better nor worse: only a clear yes against a clear no counts. */
export function whatChanged(before: Diagnosis, after: Diagnosis): WhatChanged {
  const was = causesOf(before);
  const is = causesOf(after);
  const [wasKnown, isKnown] = [knownIn(before), knownIn(after)];
  const over = (cause: string) => isOver(cause, before, after);
  // The symptom alone still speaks for what its checks do not show any more.
  const onlyGuessed = (cause: string) => wasKnown.includes(cause) && !isKnown.includes(cause);
  const left = was.filter((cause) => !is.includes(cause) || (onlyGuessed(cause) && over(cause)));
  const rowsBefore = new Map(before.endpoints.map((row) => [rowId(row), markOf(row.verdict)]));
  const checksBefore = new Map(before.checks.map(({ id, verdict }) => [id, verdict]));
  const rows = (from: string, to: string) =>
    after.endpoints
      .filter((row) => rowsBefore.get(rowId(row)) === from && markOf(row.verdict) === to)
      .map(rowId);
  const checks = (from: string, to: string) =>
    after.checks.filter(
      ({ id, kind, verdict }) =>
        kind !== "endpoint" && checksBefore.get(id) === from && verdict === to,
    );
  return {
    gone: left.filter(over),
    unclear: left.filter((cause) => !over(cause)),
    fresh: isKnown.filter((cause) => !was.includes(cause)),
    still: (wasKnown.length > 0 ? isKnown : is).filter(
      (cause) => was.includes(cause) && !left.includes(cause),
    ),
    rowsBetter: rows("bad", "ok"),
    rowsWorse: rows("ok", "bad"),
    checksBetter: checks("fail", "pass"),
    checksWorse: checks("pass", "fail"),
  };
}

function causesOf(diagnosis: Diagnosis): string[] {
  return [...new Set(activeFindings(diagnosis).map(({ cause }) => cause))];
}

function knownIn(diagnosis: Diagnosis): string[] {
  const known = activeFindings(diagnosis).filter(({ certainty }) => certainty !== "possible");
  return [...new Set(known.map(({ cause }) => cause))];
}

/** Whether everything that a cause had explained is well; a cause that explained no check just left. */
function isOver(cause: string, before: Diagnosis, after: Diagnosis): boolean {
  const explained = before.findings
    .filter((finding) => finding.cause === cause)
    .flatMap(({ explains }) => explains);
  const now = new Map(after.checks.map(({ id, verdict }) => [id, verdict]));
  return explained.every((id) => !["fail", "unknown"].includes(now.get(id) ?? "pass"));
}
