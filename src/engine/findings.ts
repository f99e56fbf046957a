import type { Reason } from "../evidence/report.ts";
import type { Verdict } from "../evidence/verdict.ts";
import { rowId } from "../guide/guide.ts";
import { smallestCover } from "./cover.ts";
import { type Draft, distinct } from "./draft.ts";
import type { JudgedRow } from "./endpoint.ts";
import { reason } from "./layer.ts";
import { mergeMoved, unproven } from "./moved.ts";
import type { NameResult } from "./name.ts";

/** One failing step of one row. A row may fail at its name and, apart from that, on its way. */
interface Failing {
  row: JudgedRow;
  verdict: Verdict;
  because: Reason[];
  /** What this failure has in common with others of the same cause: an issuer, a proxy, a page. */
  common: string | undefined;
}

/** Causes of which there is one for the whole PC, whatever it touches. */
const wholePc = new Set<Verdict>([
  "clock.skew",
  "net.offline",
  "net.no-route",
  "local.pac-wrong",
  "http.proxy-auth",
  "http.proxy-denied",
  "http.block-page",
]);

/** Causes that belong to a name or the server behind it, not to a way there. */
const perHost = new Set<Verdict>([
  "local.hosts-override",
  "dns.hijack",
  "ip.drift",
  "tls.expired",
  "tls.not-yet-valid",
  "tls.wrong-host",
  "tls.untrusted",
  "svc.down",
]);

const perAddress = new Set<Verdict>(["ip.dead-host"]);

/** Causes that may be one for everything or one for each name, as the rows tell. */
const perCommon = new Set<Verdict>(["dns.sinkhole", "tls.intercepted"]);

/** The smallest set of causes that explains every failed row and contradicts no passed one. */
export function findCauses(rows: JudgedRow[], names: Map<string, NameResult>): Draft[] {
  const failing = rows.flatMap((row) => failuresOf(row, names));
  const drafts: Draft[] = [];
  for (const [verdict, same] of Map.groupBy(failing, (failure) => failure.verdict)) {
    for (const group of partition(verdict, same, rows, names)) {
      drafts.push(draft(verdict, group, rows.length));
    }
  }
  return [...mergeMoved(drafts, rows), ...unproven(names, rows)];
}

function failuresOf(row: JudgedRow, names: Map<string, NameResult>): Failing[] {
  const { result, steps, way } = row;
  const failures: Failing[] = [];
  const own = result.verdict;
  if (own !== "ok" && own !== "insufficient") {
    failures.push({
      row,
      verdict: own,
      because: result.because,
      common: commonOf(own, row, names),
    });
  }
  // The documented address was tried although the name failed: what stands in its way is true too.
  const behindName = steps.name.verdict !== "ok" && way.kind === "direct" && result.documented;
  // A name that has moved to a good address takes nobody to the old one any more.
  if (behindName && steps.name.verdict === own && own !== "ip.drift") {
    const next = [steps.tcp, steps.tls, steps.app].find((s) => s && s.verdict !== "ok");
    const verdict = next?.verdict;
    if (next && verdict && verdict !== "not-tested" && verdict !== "insufficient") {
      failures.push({ row, verdict, because: next.because, common: commonOf(verdict, row, names) });
    }
  }
  return failures;
}

function commonOf(
  verdict: Verdict,
  { result, steps }: JudgedRow,
  names: Map<string, NameResult>,
): string | undefined {
  if (verdict === "dns.sinkhole") {
    const name = names.get(result.host);
    const outside = name?.outside.map(({ address }) => address) ?? [];
    const addresses = [...outside, ...(name?.inside ?? [])];
    return [...addresses].sort().join(",");
  }
  if (verdict === "tls.intercepted") return String(steps.tls?.because[0]?.with?.root ?? "");
  return undefined;
}

function partition(
  verdict: Verdict,
  failing: Failing[],
  rows: JudgedRow[],
  names: Map<string, NameResult>,
): Failing[][] {
  const by = (key: (failure: Failing) => string) => [...Map.groupBy(failing, key).values()];
  if (wholePc.has(verdict)) return [failing];
  if (perHost.has(verdict)) return by(({ row }) => row.result.host);
  if (perAddress.has(verdict)) return by(({ row }) => row.result.address);
  if (perCommon.has(verdict)) return by(({ common }) => common ?? "");
  if (verdict.startsWith("dns")) return byResolver(verdict, failing, rows, names);
  const hit = new Set(failing.map(({ row }) => row));
  const cover = smallestCover(
    failing.map(({ row }) => row.result),
    rows.filter((row) => !hit.has(row) && contradicts(verdict, row)).map(({ result }) => result),
  );
  return cover.map((results) => failing.filter(({ row }) => results.includes(row.result)));
}

/** A resolver that fails for every name it was asked is one cause, else as few as explain it. */
function byResolver(
  verdict: Verdict,
  failing: Failing[],
  rows: JudgedRow[],
  names: Map<string, NameResult>,
): Failing[][] {
  const asked = [...names.values()].filter(({ server }) => server !== undefined);
  if (asked.length > 1 && asked.every((name) => name.verdict === verdict)) return [failing];
  const cover = smallestCover(
    failing.map(({ row }) => row.result),
    rows.filter(({ steps }) => steps.name.verdict === "ok").map(({ result }) => result),
  );
  return cover.map((results) => failing.filter(({ row }) => results.includes(row.result)));
}

/** Whether a row got past the step at which others failed, so that no shared cause may hold it. */
function contradicts(verdict: Verdict, { steps }: JudgedRow): boolean {
  const [layer] = verdict.split(".");
  const step =
    layer === "tcp" || layer === "ip" ? steps.tcp : layer === "tls" ? steps.tls : steps.app;
  return step?.verdict === "ok";
}

/** Silence above TCP may also be a server that takes its time. */
const inferred = new Set<Verdict>(["tls.silent", "http.silent"]);
/** A parent says where it fails for sure, and only that. */
const parents = new Set<Verdict>(["dns", "tcp", "tls", "http"]);

function draft(verdict: Verdict, group: Failing[], total: number): Draft {
  const subjects = [...new Set(group.map(({ row }) => rowId(row.result)))];
  const because = distinct(group.flatMap((failure) => failure.because)).slice(0, 6);
  const together = reason("reason.rows-together", { count: subjects.length, total });
  return {
    cause: verdict,
    certainty: parents.has(verdict) || inferred.has(verdict) ? "likely" : "confirmed",
    subjects,
    explains: subjects,
    because: subjects.length > 1 ? [together, ...because] : because,
  };
}
