import { addressKind } from "../../../lint/addresses.ts";
import { type DraftEndpoint, refuseTooMany } from "../draft.ts";
import type { Walk } from "../walk.ts";
import type { readAddresses } from "./addresses.ts";
import type { Table } from "./table.ts";
import { isSame } from "./take-ports.ts";

/** Takes an address into every host of the row. */
export function takeAddress(
  walk: Walk,
  table: Table,
  text: string,
  same: boolean,
  line: number,
): void {
  for (const [at, own] of table.hosts.entries()) takeOne(walk, own, text, same || at > 0, line);
}

/** Takes an address into one host; one that is known to stand above is not told again. */
export function takeOne(
  { draft, notes, addresses }: Walk,
  own: DraftEndpoint,
  address: string,
  isKnown: boolean,
  line: number,
): void {
  // A column for names may repeat the address.
  if (own.addresses.some((each) => each.text === address && each.line === line)) return;
  const kind = addressKind(address);
  own.addresses.push({ text: address, line });
  draft.addresses += 1;
  // A row names a few, and a range in it is many.
  refuseTooMany(draft, draft.addresses);
  if (kind === "not-an-address") notes.add("address-impossible", line, { address });
  if (kind === "host-bits" || kind === "everything") notes.add("address-block", line, { address });
  const before = addresses.get(address) ?? [];
  addresses.set(address, [...before, { line, own }]);
  if (isKnown || before.length === 0) return;
  // One server may answer for several names, and one name on several ports: only a row twice is none.
  const twice = before.find(
    (each) =>
      each.own === own ||
      (each.own.host === own.host &&
        each.own.ports.some((port) => own.ports.some((other) => isSame(port, other)))),
  );
  const [first] = before;
  if (twice) notes.add("address-again", line, { address, first: twice.line });
  else if (first!.own.host !== own.host)
    notes.add("address-shared", line, { address, first: first!.line });
}

/** What of a cell for addresses was worked out, and what is none. */
export function tellAddresses(
  { notes }: Walk,
  table: Table,
  { ranges, short, rest, addresses }: ReturnType<typeof readAddresses>,
  line: number,
): void {
  for (const { text, blocks } of ranges) notes.add("address-range", line, { text, blocks });
  for (const { text, taken } of short) notes.add("address-short", line, { text, taken });
  if (rest === "") return;
  if (addresses.length > 0 && /^(?:\([^()]*\)\s*)+$/.test(rest)) {
    notes.add("cell-unread", line, { text: rest });
    return;
  }
  notes.add("address-unclear", line, { text: rest });
  for (const own of table.hosts) if (own.to === line) own.lost.push(`IP 칸의 ${rest}`);
}
