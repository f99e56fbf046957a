import type { Family } from "../address.ts";
import { cidrsOf, formatCidrInFull } from "../cidr.ts";
import type { Opening } from "../opening.ts";
import { pairsOf } from "../ranges.ts";
import { families, familiesOf, ofFamily } from "./_addresses.ts";
import { cloudLimits } from "./_cloud-limits.ts";

/** One side of an entry: a network, a name (RFC 8520), or undefined for any. */
export interface End {
  network?: string;
  name?: string;
}

/** One entry of an access list, before it is written as `ietf-access-control-list` wants it. */
export interface Entry {
  opening: Opening;
  family: Family;
  source: End;
  destination: End;
  ports: readonly [number, number];
}

/** Which sides an access list speaks of; a device's own list leaves the device out. */
export interface Sides {
  sources: boolean;
  destinations: boolean;
}

/** The entries of every opening; what would need too many of them is left to a person. */
export function entriesOf(
  openings: readonly Opening[],
  sides: Sides,
): { entries: Entry[]; beyond: Opening[] } {
  const entries: Entry[] = [];
  const beyond: Opening[] = [];
  for (const opening of openings) {
    const ports = pairsOf(opening.ports);
    const products = familiesOf(opening).map((family) => ({
      family,
      sources: sides.sources ? endsOf(opening.sources, family) : [{}],
      destinations: sides.destinations ? endsOf(opening.destinations, family) : [{}],
    }));
    const count = products.reduce(
      (sum, each) => sum + each.sources.length * each.destinations.length * ports.length,
      entries.length,
    );
    if (count > cloudLimits.aclEntries) {
      beyond.push(opening);
      continue;
    }
    for (const { family, sources, destinations } of products)
      for (const source of sources)
        for (const destination of destinations)
          for (const pair of ports)
            entries.push({ opening, family, source, destination, ports: pair });
  }
  return { entries, beyond };
}

function endsOf(set: Opening["sources"], family: Family): End[] {
  return [
    ...cidrsOf(ofFamily(set, family)).map((cidr) => ({ network: formatCidrInFull(cidr) })),
    ...set.names.map((name) => ({ name })),
  ];
}

/** How an entry is turned round for answers, and what else it says of TCP. */
export interface AceStyle {
  answers: boolean;
  tcp: Readonly<Record<string, string>>;
}

/** `eq 443`, or from and to. */
function portsOf([from, to]: Entry["ports"]) {
  return from === to ? { operator: "eq", port: from } : { "lower-port": from, "upper-port": to };
}

function aceOf(entry: Entry, name: string, { answers, tcp }: AceStyle) {
  const { opening, family, ports } = entry;
  const [from, to] = answers
    ? [entry.destination, entry.source]
    : [entry.source, entry.destination];
  const isTcp = opening.transport === "tcp";
  return {
    name,
    matches: {
      [family]: {
        protocol: isTcp ? 6 : 17,
        ...(from.network && { [`source-${family}-network`]: from.network }),
        ...(to.network && { [`destination-${family}-network`]: to.network }),
        ...(from.name && { "ietf-acldns:src-dnsname": from.name }),
        ...(to.name && { "ietf-acldns:dst-dnsname": to.name }),
      },
      [opening.transport]: {
        ...(isTcp ? tcp : {}),
        [answers ? "source-port" : "destination-port"]: portsOf(ports),
      },
    },
    actions: { forwarding: "accept" },
  };
}

/** An access list of each family that has entries: the standard mixes none in one list. */
export function aclsOf(stem: string, entries: readonly Entry[], style: AceStyle) {
  return families.flatMap((family) => {
    const own = entries.filter((entry) => entry.family === family);
    if (own.length === 0) return [];
    const counts = new Map<string, number>();
    const ace = own.map((entry) => {
      // Names of openings have no dot, so a number behind one makes no two alike.
      const number = (counts.get(entry.opening.name) ?? 0) + 1;
      counts.set(entry.opening.name, number);
      return aceOf(entry, `${entry.opening.name}.${number}`, style);
    });
    return [{ name: `${stem}-${family}`, type: `${family}-acl-type`, aces: { ace } }];
  });
}

/** Indented as people write such files. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
