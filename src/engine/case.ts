import type { Evidence } from "../evidence/evidence.ts";
import { type Guide, type Row, rowsOf } from "../guide/guide.ts";
import { type Book, openBook } from "./book.ts";

/** Where a connection goes. */
export type Target = Pick<Row, "host" | "address" | "port">;

/** What every judge is handed: the guide, the evidence, and the evidence's index. */
export interface Case {
  guide: Guide;
  evidence: Evidence;
  book: Book;
  /** Documented rows in the guide's order. */
  rows: Row[];
  /** Host → documented addresses. */
  documented: Map<string, string[]>;
  /** The PC's clock when the evidence began, ms since 1970. */
  startedAt: number;
}

export function openCase(guide: Guide, evidence: Evidence): Case {
  const documented = new Map<string, string[]>();
  for (const { host, addresses } of guide.endpoints) {
    documented.set(host, [...(documented.get(host) ?? []), ...addresses]);
  }
  return {
    guide,
    evidence,
    book: openBook(evidence),
    rows: rowsOf(guide),
    documented,
    startedAt: Date.parse(evidence.startedAt),
  };
}
