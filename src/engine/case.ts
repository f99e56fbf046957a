import type { Evidence } from "../evidence/evidence.ts";
import { covers } from "../guide/block.ts";
import { addressBook, type Guide, namesOf, openRowsOf, type Row, rowsOf } from "../guide/guide.ts";
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
  /** Rows whose addresses only the names tell; in the guide's order. */
  open: Row[];
  /** Name to look up → documented addresses and blocks; empty where only the name is known. */
  documented: Map<string, string[]>;
  /** The PC's clock when the evidence began, ms since 1970. */
  startedAt: number;
}

export function openCase(guide: Guide, evidence: Evidence): Case {
  const addressesOf = addressBook(guide);
  return {
    guide,
    evidence,
    book: openBook(evidence),
    rows: rowsOf(guide),
    open: openRowsOf(guide),
    documented: new Map(namesOf(guide).map((host) => [host, addressesOf(host)])),
    startedAt: Date.parse(evidence.startedAt),
  };
}

/** Whether the guide has a host at this address. A host known by name only may be anywhere. */
export function isDocumented({ documented }: Case, host: string, address: string): boolean {
  const known = documented.get(host);
  return known !== undefined && (known.length === 0 || covers(known, address));
}
