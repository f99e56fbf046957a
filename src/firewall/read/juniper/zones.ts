import { type AddressSet, parseAddresses } from "../../address.ts";
import type { PolicyBuilder } from "../../builder.ts";
import type { InterfaceMatch } from "../../policy.ts";
import { overlaps } from "../../ranges.ts";
import { find, type Statement, within, wordsIn } from "./statement.ts";

/** Zones by name, each with its interfaces. */
export type Zones = ReadonlyMap<string, readonly string[]>;

const mostComparisons = 10_000_000;

/** The firewall itself: what goes to it or comes from it is not forwarded. */
export const ownZone = "junos-host";

export function zonesOf(security: Statement): Zones {
  const zones = within(security, "zones", "security-zone");
  return new Map(zones.map((zone) => [zone.word, wordsIn(zone, "interfaces")]));
}

/** A zone is met under its own name and under those of its interfaces. */
export function matchOf(names: readonly string[], zones: Zones): InterfaceMatch | undefined {
  if (names.length === 0 || names.includes("any")) return undefined;
  return { names: names.flatMap((name) => [name, ...(zones.get(name) ?? [])]), negated: false };
}

/** Which addresses lie behind which zone: the networks of its interfaces, and static routes there. */
export function attach(
  builder: PolicyBuilder,
  { root, system, zones }: { root: Statement; system: Statement; zones: Zones },
): void {
  const networks: { zone: string; addresses: AddressSet }[] = [];
  for (const [zone, names] of zones) {
    for (const name of names) {
      for (const addresses of networksOf([system, root], name)) networks.push({ zone, addresses });
    }
  }
  for (const { zone, addresses } of networks) builder.attach({ name: zone, addresses });
  const routes = routesIn(system);
  // A part of the routes would lead astray more than none.
  if (routes.length * networks.length > mostComparisons) return;
  for (const route of routes) {
    const to = parseAddresses(route.word);
    if (!to) continue;
    for (const hop of [...wordsIn(route, "next-hop"), ...wordsIn(route, "qualified-next-hop")]) {
      const zone = zoneOf(hop);
      if (zone !== undefined) builder.attach({ name: zone, addresses: to });
    }
  }

  /** By the network in which the next router is, or by the interface itself. */
  function zoneOf(hop: string): string | undefined {
    const address = parseAddresses(hop);
    if (!address) return [...zones].find(([, names]) => names.includes(hop))?.[0];
    return networks.find(
      ({ addresses }) => overlaps(addresses.v4, address.v4) || overlaps(addresses.v6, address.v6),
    )?.zone;
  }
}

function routesIn(system: Statement): Statement[] {
  const options = find(system, "routing-options");
  const six = find(options, "rib", "inet6.0");
  return [...within(options, "static", "route"), ...within(six, "static", "route")];
}

/** `ge-0/0/0.0` is unit 0 of ge-0/0/0; parts of a device may own a unit or lend it from the whole. */
function networksOf(scopes: readonly Statement[], name: string): AddressSet[] {
  const dot = name.lastIndexOf(".");
  const [device, unit] = dot < 0 ? [name, "0"] : [name.slice(0, dot), name.slice(dot + 1)];
  return [...new Set(scopes)].flatMap((scope) =>
    ["inet", "inet6"].flatMap((family) =>
      wordsIn(scope, "interfaces", device, "unit", unit, "family", family, "address").flatMap(
        (text) => parseAddresses(text) ?? [],
      ),
    ),
  );
}
