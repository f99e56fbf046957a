import {
  type AddressSet,
  anyV4,
  anyV6,
  noAddress,
  parseAddresses,
  parseV4,
} from "../../address.ts";
import type { UnknownCode } from "../../policy.ts";
import { type Algebra, doubtful, type Members, noMembers, surely } from "../members.ts";
import { type Block, tableOf } from "./config.ts";

export type Version = 4 | 6;

export interface Addresses {
  /** The union of what the names stand for; the same object for the same list. */
  of(names: readonly string[]): Members;
}

/** Types whose members only the running firewall knows. */
const unknownTypes: Record<string, UnknownCode> = {
  geography: "geography",
  dynamic: "dynamic-group",
  "route-tag": "dynamic-group",
  "interface-subnet": "dynamic-group",
  device: "dynamic-group",
  template: "value",
  mac: "match",
};

/** Groups in groups deeper than this are taken for a mistake. */
const deepest = 64;

const tables = {
  4: { address: "firewall address", groups: "firewall addrgrp", vips: ["vip", "vipgrp"] },
  6: { address: "firewall address6", groups: "firewall addrgrp6", vips: ["vip6", "vipgrp6"] },
};

/** Resolves the address objects of one family. */
export function addressesOf(scope: Block, version: Version, sets: Algebra): Addresses {
  const { address, groups, vips } = tables[version];
  const whole = version === 4 ? anyV4 : anyV6;
  const entry = (table: string, name: string) => tableOf(scope, table)?.inner.get(`edit ${name}`);
  const known = new Map<string, Members>();
  const lists = new Map<string, Members>();

  function named(name: string, above: readonly string[]): Members {
    const found = known.get(name);
    if (found) return found;
    if (above.includes(name) || above.length > deepest) {
      return doubtful({ code: "object-cyclic", what: name }, whole);
    }
    const members = resolved(name, above);
    known.set(name, members);
    return members;
  }

  function resolved(name: string, above: readonly string[]): Members {
    const single = entry(address, name);
    if (single) return version === 4 ? members4(single, sets) : members6(single);
    const group = entry(groups, name);
    if (group) return groupMembers(group, [...above, name]);
    if (name === "all") return surely(whole);
    // What is behind a virtual address is another packet: rows of their own say so.
    if (name === "none" || vips.some((vip) => entry(`firewall ${vip}`, name))) return noMembers;
    const feed = entry("system external-resource", name);
    return doubtful({ code: feed ? "dynamic-group" : "object-missing", what: name }, whole);
  }

  function groupMembers(group: Block, above: readonly string[]): Members {
    if (group.changedBy) return doubtful({ code: "value", what: group.changedBy }, whole);
    const all = (key: string) => (group.set.get(key) ?? []).map((name) => named(name, above));
    const members = sets.joined(all("member"));
    if (group.set.get("exclude")?.[0] !== "enable") return members;
    return sets.without(members, sets.joined(all("exclude-member")));
  }

  return {
    of(names) {
      if (names.length === 1) return named(names[0]!, []);
      const key = names.join("\n");
      const found = lists.get(key) ?? sets.joined(names.map((name) => named(name, [])));
      lists.set(key, found);
      return found;
    },
  };
}

function members4({ name, set, changedBy }: Block, sets: Algebra): Members {
  const value = (key: string) => set.get(key)?.join("/");
  const type = value("type") ?? "ipmask";
  const set4 = (found: AddressSet | undefined) =>
    found && !changedBy ? surely(found) : doubtful({ code: "value", what: name }, anyV4);
  if (type === "iprange") return set4(span(value("start-ip"), value("end-ip")));
  if (type === "ipmask") return set4(parseAddresses(value("subnet") ?? "0.0.0.0/0"));
  if (type === "interface-subnet" && set.has("subnet")) {
    return set4(parseAddresses(value("subnet")!));
  }
  if (type === "wildcard" && !changedBy) {
    // A set bit of the mask must match, unlike in an access list of Cisco.
    const [address, mask] = (set.get("wildcard") ?? []).map(parseV4);
    if (address !== undefined && mask !== undefined) return sets.masked(address, mask);
  }
  if (type === "fqdn" || type === "wildcard-fqdn") return set4(nameOnly(value(type)));
  return doubtful({ code: unknownTypes[type] ?? "value", what: name }, anyV4);
}

function members6({ name, set, changedBy }: Block): Members {
  const value = (key: string) => set.get(key)?.join("/");
  const type = value("type") ?? "ipprefix";
  const set6 = (found: AddressSet | undefined) =>
    found && !changedBy ? surely(found) : doubtful({ code: "value", what: name }, anyV6);
  if (type === "iprange") return set6(span(value("start-ip"), value("end-ip")));
  if (type === "ipprefix") return set6(parseAddresses(value("ip6") ?? "::/0"));
  if (type === "fqdn") return set6(nameOnly(value("fqdn")));
  return doubtful({ code: unknownTypes[type] ?? "value", what: name }, anyV6);
}

function span(from = "", to = from): AddressSet | undefined {
  return from.includes("/") ? undefined : parseAddresses(`${from}-${to}`);
}

function nameOnly(name: string | undefined): AddressSet | undefined {
  return name === undefined ? undefined : { ...noAddress, names: [name] };
}
