import { type AddressSet, parseAddresses } from "../../address.ts";
import type { PolicyBuilder } from "../../builder.ts";
import type { InterfaceMatch } from "../../policy.ts";
import type { Addresses } from "./addresses.ts";
import { type Block, entriesOf, tableOf } from "./config.ts";

/** Zones by name, each with the interfaces in it. */
export type Zones = ReadonlyMap<string, readonly string[]>;

export function zonesOf(scope: Block): Zones {
  const zones = new Map<string, string[]>();
  for (const { name, set } of entriesOf(scope, "system zone")) {
    zones.set(name, set.get("interface") ?? []);
  }
  for (const table of ["system sdwan", "system virtual-wan-link"]) {
    const sdwan = tableOf(scope, table);
    if (!sdwan) continue;
    const standard = "virtual-wan-link";
    zones.set(standard, []);
    for (const { name } of entriesOf(sdwan, "zone")) zones.set(name, []);
    for (const { set } of entriesOf(sdwan, "members")) {
      zones.get(set.get("zone")?.[0] ?? standard)?.push(...(set.get("interface") ?? []));
    }
  }
  return zones;
}

/** A zone is met under its own name and under those of its interfaces. */
export function matchOf(names: readonly string[], zones: Zones): InterfaceMatch | undefined {
  if (names.includes("any")) return undefined;
  const all = names.flatMap((name) => [name, ...(zones.get(name) ?? [])]);
  return { names: [...new Set(all)], negated: false };
}

/**
 * Which addresses lie behind which interface or zone, from addresses and static routes. With virtual
 * domains the interfaces stand in the global part, each with the name of its domain.
 */
export function attach(
  builder: PolicyBuilder,
  scopes: { own: Block; global: Block; vdom: string | undefined },
  zones: Zones,
  addresses: Addresses,
): void {
  const { own, global, vdom } = scopes;
  const zoneOf = new Map(
    [...zones].flatMap(([zone, members]) => members.map((member) => [member, zone] as const)),
  );
  const add = (name: string | undefined, found: AddressSet | undefined) => {
    if (!name || !found || found.v4.length + found.v6.length === 0) return;
    builder.attach({ name: zoneOf.get(name) ?? name, addresses: found });
  };
  for (const each of entriesOf(global, "system interface")) {
    const { name, set } = each;
    if (vdom !== undefined && set.get("vdom")?.[0] !== vdom) continue;
    if (set.get("status")?.[0] === "down") continue;
    for (const found of networksOf(each)) add(name, found);
  }
  for (const { set } of [...entriesOf(own, "router static"), ...entriesOf(own, "router static6")]) {
    if (set.get("status")?.[0] === "disable" || set.get("blackhole")?.[0] === "enable") continue;
    const named = set.get("dstaddr");
    const device = set.get("device") ?? set.get("sdwan-zone");
    const everything = set.get("gateway")?.[0]?.includes(":") ? "::/0" : "0.0.0.0/0";
    const to = set.get("dst")?.join("/") ?? everything;
    for (const name of device ?? []) {
      add(name, named ? addresses.of(named).sure : parseAddresses(to));
    }
  }
}

function networksOf(block: Block): (AddressSet | undefined)[] {
  const own = network(block.set.get("ip"));
  const ipv6 = tableOf(block, "ipv6")?.set.get("ip6-address");
  const more = entriesOf(block, "secondaryip").map(({ set }) => network(set.get("ip")));
  return [own, network(ipv6), ...more];
}

function network(words: readonly string[] | undefined): AddressSet | undefined {
  const text = words?.join("/") ?? "";
  // What an interface without an address prints.
  return text === "" || /^(0\.0\.0\.0|::)\//.test(text) ? undefined : parseAddresses(text);
}
