import { rowId } from "../guide/guide.ts";
import { type Draft, distinct } from "./draft.ts";
import type { JudgedRow } from "./endpoint.ts";
import { reason } from "./layer.ts";
import type { NameResult } from "./name.ts";

/**
 * A name that moved to an address which does not answer: the opening for the new address is
 * missing, and that is one cause, not a moved name and a firewall fault beside it.
 */
export function mergeMoved(drafts: Draft[], rows: JudgedRow[]): Draft[] {
  const moved = rows.filter(
    ({ result, steps }) =>
      !result.documented && steps.tcp.verdict !== "ok" && result.verdict !== "insufficient",
  );
  const blocked = moved.filter(({ result }) =>
    /^(tcp|ip\.dead-host|net\.no-route)/.test(result.verdict),
  );
  if (blocked.length === 0) return drafts;
  const ids = new Set(blocked.map(({ result }) => rowId(result)));
  const rest = drafts
    .map((one) => ({ ...one, subjects: one.subjects.filter((id) => !ids.has(id)) }))
    .map((one) => ({ ...one, explains: one.subjects }))
    .filter(({ subjects }) => subjects.length > 0);
  const perName = [...Map.groupBy(blocked, ({ result }) => result.host).entries()];
  const found = perName.map(([host, group]): Draft => {
    const subjects = [...new Set(group.map(({ result }) => rowId(result)))];
    const own = distinct(
      group.flatMap(({ result, steps }) => [...steps.name.because, ...result.because]),
    );
    return {
      cause: "ip.drift",
      certainty: "likely",
      subjects,
      explains: subjects,
      because: [reason("reason.dns.moved-and-blocked", { name: host }), ...own.slice(0, 5)],
    };
  });
  return [...rest, ...found];
}

/** A name that leads somewhere new where nothing shows whose place that is. */
export function unproven(names: Map<string, NameResult>, rows: JudgedRow[]): Draft[] {
  return [...names].flatMap(([host, name]): Draft[] => {
    const open = rows.filter(
      ({ result }) =>
        result.host === host && !result.documented && result.verdict === "insufficient",
    );
    if (name.verdict !== "insufficient" || open.length === 0) return [];
    const subjects = open.map(({ result }) => rowId(result));
    return [
      {
        cause: "ip.drift",
        certainty: "possible",
        subjects,
        explains: subjects,
        because: [reason("reason.dns.unproven"), ...distinct(name.because)],
      },
    ];
  });
}
