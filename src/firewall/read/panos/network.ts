import type { AddressSet } from "../../address.ts";
import { parseAddresses, parseV4, parseV6 } from "../../address.ts";
import type { Attachment } from "../../policy.ts";
import { includes } from "../../ranges.ts";
import { unionOf } from "../members.ts";
import type { AddressBook } from "./addresses.ts";
import { partOf, partsOf, type Tree, wordOf, wordsOf } from "./tree.ts";

/** What lies behind each zone, and whether the file tells all about it. */
export interface Reach {
  attachments: Attachment[];
  complete: boolean;
}

const dynamicProtocols = ["bgp", "ospf", "ospfv3", "rip", "eigrp"];
/** Next hops are looked up among the zones' own networks this often at most. */
const mostLookups = 5_000_000;

/** Zones through their interfaces: their own networks and the static routes that leave by them. */
export function reachOf(
  zones: readonly (Tree | undefined)[],
  networks: readonly Tree[],
  addresses: AddressBook,
): Reach {
  const zoneOf = zonesByInterface(zones);
  const attachments: Attachment[] = [];
  for (const [name, tree] of networks.flatMap((network) => [...interfacesOf(network)])) {
    const zone = zoneOf.get(name);
    if (zone === undefined) continue;
    for (const set of ownNetworks(tree, addresses))
      attachments.push({ name: zone, addresses: set });
  }
  const own = [...Map.groupBy(attachments, ({ name }) => name)].map(([name, same]) => ({
    name,
    addresses: unionOf(same.map((each) => each.addresses)),
  }));
  const routers = networks.flatMap(routersOf);
  let complete = routers.length < 2 && !routers.some(isDynamic);
  let lookups = 0;
  for (const route of routers.flatMap(routesOf)) {
    const destination = networkOf(wordOf(partOf(route, "destination")), addresses);
    lookups += own.length;
    const leaving = lookups > mostLookups ? undefined : zoneOfRoute(route);
    if (destination && leaving) attachments.push({ name: leaving, addresses: destination });
    else complete = false;
  }
  return { attachments, complete };

  function zoneOfRoute(route: Tree): string | undefined {
    const leaving = wordOf(partOf(route, "interface"));
    if (leaving !== undefined) return zoneOf.get(leaving);
    const hop = partOf(route, "nexthop");
    const address = wordOf(partOf(hop, "ip-address")) ?? wordOf(partOf(hop, "ipv6-address")) ?? "";
    const v4 = parseV4(address);
    const v6 = parseV6(address);
    return own.find(({ addresses: { v4: near4, v6: near6 } }) =>
      v4 === undefined ? v6 !== undefined && includes(near6, v6) : includes(near4, v4),
    )?.name;
  }
}

function zonesByInterface(zones: readonly (Tree | undefined)[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const list of zones) {
    for (const [zone, tree] of partsOf(list)) {
      for (const name of wordsOf(partOf(tree, "network", "layer3"))) found.set(name, zone);
    }
  }
  return found;
}

/** Interfaces and their units, by name. */
function* interfacesOf(network: Tree): Iterable<[string, Tree]> {
  for (const [kind, group] of partsOf(partOf(network, "interface"))) {
    if (kind !== "ethernet" && kind !== "aggregate-ethernet") {
      yield [kind, group];
      yield* partsOf(partOf(group, "units"));
      continue;
    }
    for (const [name, tree] of partsOf(group)) {
      const layer3 = partOf(tree, "layer3");
      if (layer3) yield [name, layer3];
      yield* partsOf(partOf(layer3, "units"));
    }
  }
}

function ownNetworks(tree: Tree, addresses: AddressBook): AddressSet[] {
  const names = [...wordsOf(partOf(tree, "ip")), ...wordsOf(partOf(tree, "ipv6", "address"))];
  return names.flatMap((name) => networkOf(name, addresses) ?? []);
}

/** Written out, or the name of an object. */
function networkOf(name: string | undefined, addresses: AddressBook): AddressSet | undefined {
  if (name === undefined) return undefined;
  const literal = parseAddresses(name);
  if (literal) return literal;
  const { sure, perhaps } = addresses.one(name);
  return perhaps || sure.names.length > 0 ? undefined : sure;
}

function routersOf(network: Tree): Tree[] {
  const found = [...partsOf(partOf(network, "virtual-router"))].map(([, router]) => router);
  for (const [, logical] of partsOf(partOf(network, "logical-router"))) {
    for (const [, router] of partsOf(partOf(logical, "vrf"))) found.push(router);
  }
  return found;
}

function isDynamic(router: Tree): boolean {
  const places = [router, partOf(router, "protocol")];
  return places.some((place) =>
    dynamicProtocols.some((word) => wordOf(partOf(place, word, "enable")) === "yes"),
  );
}

function routesOf(router: Tree): Tree[] {
  return ["ip", "ipv6"].flatMap((family) => {
    const routes = partOf(router, "routing-table", family, "static-route");
    return [...partsOf(routes)].map(([, route]) => route);
  });
}
