import type { Walk } from "../evidence/facts.ts";
import type { Row } from "../guide/guide.ts";
import type { Book } from "./book.ts";

type Target = Pick<Row, "host" | "address" | "port" | "protocol">;

/** What was seen on the direct way to a row. */
export function walkOf(book: Book, { host, address, port, protocol }: Target): Walk | undefined {
  return book.get("row", { host, address, port, protocol });
}

/** All direct walks of a host to an address, whatever the port. */
export function walksTo(book: Book, host: string, address: string): Walk[] {
  return book
    .all("row")
    .filter((entry) => entry.with.host === host && entry.with.address === address)
    .map((entry) => entry.fact);
}

/** Whether a walk ended in a certificate that public roots vouch for and that carries the name. */
export function isVouchedFor({ tls }: Pick<Walk, "tls">): boolean {
  return tls?.ok === true && tls.anchor === "public" && tls.nameMatches;
}

/** Whether a walk ended in a certificate that somebody else would show. */
export function isForeign({ tls }: Walk): boolean {
  return tls?.ok === true && !(tls.anchor === "public" && tls.nameMatches);
}
