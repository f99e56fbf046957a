import { addressesFor, type Guide, openRowsOf, type Row, rowsBeside } from "../../guide/guide.ts";
import { rowsInLab } from "../places.ts";

/**
 * Rows by a short pattern: `*`, `*:443`, an address, a host or a group, each with `:port` if
 * wanted, `@web`, `@https` (`@` and a protocol), or `host|address` for an address that the guide
 * does not know.
 */
export function selectRows(guide: Pick<Guide, "endpoints">, pattern: string): Row[] {
  if (pattern.includes("|")) return atAddress(guide, pattern);
  const rows = rowsInLab(guide);
  if (pattern.startsWith("@")) return rows.filter((row) => speaks(row, pattern.slice(1)));
  return matching(rows, pattern);
}

/** Rows of a host as they would be at one address, documented or not. */
function atAddress(guide: Pick<Guide, "endpoints">, pattern: string): Row[] {
  const [host = "", rest = ""] = pattern.split("|");
  const { place: address, port } = split(rest);
  const rows = [...rowsBeside(guide, host, address), ...anywhere(guide, host, address)];
  return rows.filter((row) => port === undefined || row.port === port);
}

/** Of a host that is documented by its name only, every address is right. */
function anywhere(guide: Pick<Guide, "endpoints">, host: string, address: string): Row[] {
  if (addressesFor(guide, host).length > 0) return [];
  const own = guide.endpoints.filter((endpoint) => endpoint.host === host);
  return openRowsOf({ endpoints: own }).map((row) => ({ ...row, address }));
}

function split(pattern: string): { place: string; port: number | undefined } {
  const match = /^(.+):(\d+)$/.exec(pattern);
  return match ? { place: match[1]!, port: Number(match[2]) } : { place: pattern, port: undefined };
}

function speaks({ protocol }: Row, word: string): boolean {
  return word === "web" ? protocol === "http" || protocol === "https" : protocol === word;
}

/** Patterns for each row, address, host, group and port, from narrow to wide, then everything. */
export function patternsOf(guide: Pick<Guide, "endpoints">, keep: (row: Row) => boolean): string[] {
  const rows = rowsInLab(guide).filter(keep);
  const all = rows.flatMap(({ address, port, host, group }) => [
    `${address}:${port}`,
    address,
    host,
    `${host}:${port}`,
    `*:${port}`,
    group,
  ]);
  const width = new Map<string, number>();
  for (const pattern of all) width.set(pattern, (width.get(pattern) ?? 0) + 1);
  const byWidth = [...width.keys()].sort((a, b) => width.get(a)! - width.get(b)!);
  return rows.length > 0 ? [...byWidth, "*"] : [];
}

function matching(rows: Row[], pattern: string): Row[] {
  const { place, port } = split(pattern);
  return rows.filter(
    (row) =>
      (place === "*" || [row.address, row.host, row.group].includes(place)) &&
      (port === undefined || row.port === port),
  );
}
