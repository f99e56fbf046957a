import { isIPv4 } from "../evidence/ipv4.ts";
import { formatBlock, isBlock, parseBlock, withoutHostBits } from "../guide/block.ts";
import {
  addressBook,
  type Guide,
  isLookedUp,
  namesOf,
  openRowsOf,
  type Row,
  rowId,
  rowsAt,
  rowsOf,
  wherever,
} from "../guide/guide.ts";

export interface Place {
  endpoint: Guide["endpoints"][number];
  address: string;
}

/**
 * Where each host is in the lab: at its addresses, somewhere in its blocks, anywhere if only named.
 * The lab has no IPv6.
 */
export function placesOf(guide: Pick<Guide, "endpoints">): Place[] {
  const at = new Map(namesOf(guide).map((name, index) => [name, index]));
  const addressesOf = addressBook(guide);
  return guide.endpoints.filter(isLookedUp).flatMap((endpoint) => {
    const { host, addresses } = endpoint;
    const known = addresses.length > 0 ? addresses : addressesOf(host);
    const places = known.map(addressIn).filter(isIPv4);
    // Where only IPv6 is documented nothing leads there, as with a PC that has none.
    if (known.length === 0) places.push(unknownAddress(at.get(host)!));
    return [...new Set(places)].map((address) => ({ endpoint, address }));
  });
}

/** Documented rows, and those of hosts that have no single address at the places they have here. */
export function rowsInLab(guide: Pick<Guide, "endpoints">): Row[] {
  const rows = rowsOf(guide);
  const open = new Set(openRowsOf(guide).map(({ endpoint }) => endpoint));
  if (open.size === 0) return rows;
  const placed = placesOf(guide)
    .filter(({ endpoint }) => open.has(endpoint.id))
    .flatMap(({ endpoint, address }) => rowsAt(endpoint, address));
  return [...new Map([...rows, ...placed].map((row) => [rowId(row), row])).values()];
}

/** The same rows where no name leads anywhere: those without a single address are nowhere then. */
export function unled(guide: Pick<Guide, "endpoints">, rows: readonly Row[]): Row[] {
  const single = new Set(rowsOf(guide).map(rowId));
  const all = rows.map((row) => (single.has(rowId(row)) ? row : { ...row, address: wherever }));
  return [...new Map(all.map((row) => [rowId(row), row])).values()];
}

/** The address itself, or the first that a machine of the block may have. */
function addressIn(text: string): string {
  const block = isBlock(text) ? parseBlock(text) : undefined;
  if (!block) return text;
  const { address, width, bits } = withoutHostBits(block);
  return formatBlock({ address: bits < width ? address + 1n : address, width, bits: width });
}

/** An address of the range for trying out networks (RFC 2544), which no guide documents. */
function unknownAddress(at: number): string {
  return `198.${18 + ((at >> 16) & 1)}.${(at >> 8) & 255}.${at & 255}`;
}
