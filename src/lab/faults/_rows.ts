import { holderOf } from "../../evidence/holder.ts";
import type { Verdict } from "../../evidence/verdict.ts";
import { type Guide, type Row, rowId } from "../../guide/guide.ts";
import { firewallAction } from "../../machine/memory/path.ts";
import type { World } from "../../machine/world.ts";
import type { Expectation } from "./fault.ts";
import { selectRows } from "./select.ts";

/** One cause that shows itself in all selected rows by its own name. */
export function causeOn(rows: Row[], cause: Verdict): Expectation {
  return { cause, subjects: rows.map(rowId) };
}

export function rowsAt(guide: Guide, pattern: string, keep: (row: Row) => boolean): Row[] {
  return selectRows(guide, pattern).filter(keep);
}

export const isHttps = ({ protocol }: Row) => protocol === "https";
export const isWeb = ({ protocol }: Row) => protocol === "http" || protocol === "https";
export const isLdap = ({ protocol }: Row) => protocol === "ldap";

/** Who has servers that tell the time, each once; names of one holder are of one mind. */
export function holdersIn(guide: Guide): Set<string> {
  return new Set(rowsAt(guide, "*", isWeb).map(({ host }) => holderOf(host)));
}

/** Whether a TCP connection to the row would open. */
export function opens(world: World, { address, port }: Row): boolean {
  return (
    firewallAction(world, address, port) === "accept" &&
    world.services[`${address}:${port}`] !== undefined &&
    !world.deadHosts.includes(address)
  );
}

/** One way of at least this length is needed to tell both of its ends apart by time, ms. */
const tellApartMs = 10;

/** Whether an open port on one of these rows shows how far the far end is. */
export function distanceKnown(world: World, references: Row[]): boolean {
  return world.link.delayMs >= tellApartMs && references.some((row) => opens(world, row));
}
