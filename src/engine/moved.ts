import { rowId } from "../guide/guide.ts";
import { type Draft, distinct } from "./draft.ts";
import type { JudgedRow } from "./endpoint.ts";
import { reason } from "./layer.ts";
import type { NameResult } from "./name.ts";

/** More reasons than these are read by nobody. */
const reasonsMost = 12;

/**
 * Names that moved to addresses which do not answer: the openings for the new addresses are
 * missing, and that is one cause for all of them, not a moved name and a firewall fault beside it.
 */
export function mergeMoved(drafts: Draft[], rows: JudgedRow[]): Draft[] {
  const beside = rows.filter(
    ({ result, steps }) =>
      !result.documented && steps.tcp.verdict !== "ok" && result.verdict !== "insufficient",
  );
  const blocked = beside.filter(({ result }) =>
    /^(tcp|ip\.dead-host|net\.no-route)/.test(result.verdict),
  );
  if (blocked.length === 0) return drafts;
  const ids = new Set(blocked.map(({ result }) => rowId(result)));
  const rest = drafts
    .map((one) => ({ ...one, subjects: one.subjects.filter((id) => !ids.has(id)) }))
    .map((one) => ({ ...one, explains: one.subjects }))
    .filter(({ subjects }) => subjects.length > 0);
  const names = [...new Set(blocked.map(({ result }) => result.host))];
  const moved = names.map((name) => reason("reason.dns.moved-and-blocked", { name }));
  const own = distinct(
    blocked.flatMap(({ result, steps }) => [...steps.name.because, ...result.because]),
  );
  const subjects = [...ids];
  const found: Draft = {
    cause: "ip.drift",
    certainty: "likely",
    subjects,
    explains: subjects,
    because: [...moved, ...own.slice(0, reasonsMost)],
  };
  return [...rest, found];
}

/**
 * Names that lead somewhere new where nothing shows whose place that is. One way of looking could
 * tell for all of them, so they are one finding.
 */
export function unproven(names: Map<string, NameResult>, rows: JudgedRow[]): Draft[] {
  const open = [...names].flatMap(([host, name]) => {
    const own = rows.filter(
      ({ result }) =>
        result.host === host && !result.documented && result.verdict === "insufficient",
    );
    return name.verdict === "insufficient" && own.length > 0 ? [{ name, own }] : [];
  });
  if (open.length === 0) return [];
  const subjects = open.flatMap(({ own }) => own.map(({ result }) => rowId(result)));
  const because = distinct(open.flatMap(({ name }) => name.because)).slice(0, reasonsMost);
  return [
    {
      cause: "ip.drift",
      certainty: "possible",
      subjects,
      explains: subjects,
      because: [reason("reason.dns.unproven"), ...because],
    },
  ];
}
