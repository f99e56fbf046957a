import { type AddressSet, anyV4, anyV6, parseAddresses } from "../../address.ts";
import type { PolicyBuilder, Service } from "../../builder.ts";
import { unionOf } from "../members.ts";
import type { Addresses, Version } from "./addresses.ts";
import { type Block, entriesOf, tableOf } from "./config.ts";
import { matchOf, type Zones } from "./interfaces.ts";

/** IANA numbers; a virtual address forwards ports of these only. */
const protocols: Record<string, number> = { tcp: 6, udp: 17, sctp: 132 };

/**
 * A virtual address rewrites the destination before any policy is asked, but only if some policy
 * names it (or destinations are rewritten centrally): what then happens is about another address.
 */
export function addVirtualAddresses(
  builder: PolicyBuilder,
  chain: number,
  scope: Block,
  version: Version,
  objects: { named: ReadonlySet<string>; addresses: Addresses; zones: Zones },
): void {
  const [single, group] = version === 4 ? ["vip", "vipgrp"] : ["vip6", "vipgrp6"];
  const central = tableOf(scope, "system settings")?.set.get("central-nat")?.[0] === "enable";
  const used = new Set(objects.named);
  for (const { name, set } of entriesOf(scope, `firewall ${group}`)) {
    if (!objects.named.has(name)) continue;
    for (const member of set.get("member") ?? []) used.add(member);
  }
  for (const { name, line, set } of entriesOf(scope, `firewall ${single}`)) {
    if (!(central || used.has(name)) || set.get("status")?.[0] === "disable") continue;
    if (set.get("type")?.[0] === "dns-translation") continue;
    builder.add({
      chain,
      line,
      action: "unclear",
      unknown: { code: "nat", what: name },
      destination: externalOf(set, version, objects.addresses),
      services: portsOf(set),
      input: matchOf(set.get("extintf") ?? ["any"], objects.zones),
    });
  }
}

function externalOf(set: Block["set"], version: Version, addresses: Addresses): AddressSet {
  const whole = version === 4 ? anyV4 : anyV6;
  const named = set.get("extaddr");
  if (named) {
    const { sure, perhaps } = addresses.of(named);
    return perhaps ? whole : sure;
  }
  const found = (set.get("extip") ?? []).flatMap((text) => parseAddresses(text) ?? []);
  // An external address of zeros is that of the interface, whatever it is.
  const unclear = found.length !== set.get("extip")?.length || found.some(({ v4 }) => v4[0] === 0);
  return unclear ? whole : unionOf(found);
}

function portsOf(set: Block["set"]): Service[] {
  if (set.get("portforward")?.[0] !== "enable") return [{}];
  const protocol = protocols[set.get("protocol")?.[0] ?? "tcp"];
  const [, from, to] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(set.get("extport")?.[0] ?? "") ?? [];
  if (protocol === undefined || from === undefined) return [{ protocol }];
  return [{ protocol, destinationPorts: [Number(from), Number(to ?? from)] }];
}
