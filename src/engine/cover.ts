import type { EndpointResult } from "../evidence/report.ts";
import { rowId } from "../guide/guide.ts";
import { holderOf } from "./address.ts";

/** What one cause may reach: one row, an address, a host, a port, a group, everything. */
type Scope = (row: EndpointResult) => string;

/** From the narrowest to the widest; among equals the narrower explanation is the better one. */
const scopes: readonly Scope[] = [
  (row) => rowId(row),
  (row) => `${row.address}`,
  (row) => `${row.host} ${row.port}`,
  (row) => `${row.host}`,
  (row) => `${holderOf(row.host)}`,
  (row) => `${row.group} ${row.port}`,
  (row) => `${row.group}`,
  (row) => `:${row.port}`,
  (row) => `${row.protocol}:`,
  () => "*",
];

/** Beyond this many candidates the exact search gives way to taking the largest each time. */
const exactLimit = 24;

/**
 * The smallest set of scopes that covers every failed row and contradicts no passed one. Rows that
 * could not be tested contradict nothing and explain nothing.
 */
export function smallestCover(
  failed: EndpointResult[],
  passed: EndpointResult[],
): EndpointResult[][] {
  if (failed.length === 0) return [];
  const all = candidatesFor(failed, passed);
  const widest = withoutNeedless(all);
  const chosen = widest.length <= exactLimit ? exact(widest, failed) : greedy(widest, failed);
  return narrowed(chosen, all);
}

/** Gives each part of the cover the narrowest scope that still leaves nothing unexplained. */
function narrowed(chosen: EndpointResult[][], all: EndpointResult[][]): EndpointResult[][] {
  const result = [...chosen];
  for (const [index, rows] of chosen.entries()) {
    const others = new Set(result.filter((_, at) => at !== index).flat());
    const own = rows.filter((row) => !others.has(row));
    const narrower = all.findLast(
      (candidate) => candidate.length < rows.length && own.every((row) => candidate.includes(row)),
    );
    if (narrower && own.length > 0) result[index] = narrower;
  }
  return result;
}

/** Distinct sets of failed rows, widest first, narrower scopes before wider ones of equal reach. */
function candidatesFor(failed: EndpointResult[], passed: EndpointResult[]): EndpointResult[][] {
  const seen = new Set<string>();
  const candidates: EndpointResult[][] = [];
  for (const scope of scopes) {
    const contradicted = new Set(passed.map(scope));
    for (const rows of Map.groupBy(failed, scope).values()) {
      const [first] = rows;
      if (!first || contradicted.has(scope(first))) continue;
      const key = rows.map(rowId).sort().join(" ");
      if (seen.has(key)) continue;
      seen.add(key);
      candidates.push(rows);
    }
  }
  return candidates.sort((a, b) => b.length - a.length);
}

/** A single row inside a wider candidate is only needed where nothing wider explains it. */
function withoutNeedless(candidates: EndpointResult[][]): EndpointResult[][] {
  return candidates.filter(
    (rows) =>
      !candidates.some(
        (other) => other.length > rows.length && rows.every((r) => other.includes(r)),
      ),
  );
}

function greedy(candidates: EndpointResult[][], failed: EndpointResult[]): EndpointResult[][] {
  const open = new Set(failed);
  const chosen: EndpointResult[][] = [];
  while (open.size > 0) {
    const gain = (rows: EndpointResult[]) => rows.filter((row) => open.has(row)).length;
    const best = candidates.reduce((a, b) => (gain(b) > gain(a) ? b : a));
    if (gain(best) === 0) break;
    chosen.push(best);
    for (const row of best) open.delete(row);
  }
  return chosen;
}

/** Iterative deepening: the first size that works is the smallest. */
function exact(candidates: EndpointResult[][], failed: EndpointResult[]): EndpointResult[][] {
  const limit = greedy(candidates, failed).length;
  for (let size = 1; size < limit; size += 1) {
    const found = search(candidates, failed, size);
    if (found) return found;
  }
  return greedy(candidates, failed);
}

function search(
  candidates: EndpointResult[][],
  open: EndpointResult[],
  size: number,
): EndpointResult[][] | undefined {
  const [next] = open;
  if (!next) return [];
  if (size === 0) return undefined;
  for (const rows of candidates) {
    if (!rows.includes(next)) continue;
    const rest = search(
      candidates,
      open.filter((row) => !rows.includes(row)),
      size - 1,
    );
    if (rest) return [rows, ...rest];
  }
  return undefined;
}
