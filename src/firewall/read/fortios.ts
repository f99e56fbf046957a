import { type PolicyBuilder, policyBuilder } from "../builder.ts";
import { addressesOf } from "./fortios/addresses.ts";
import { type Block, entriesOf, parseConfig, tableOf } from "./fortios/config.ts";
import { attach, zonesOf } from "./fortios/interfaces.ts";
import { addPolicies, type Objects, type PolicyTable } from "./fortios/policies.ts";
import { isAlwaysIn, isOverIn } from "./fortios/schedules.ts";
import { servicesOf } from "./fortios/services.ts";
import { chosenDomain, policyTables } from "./fortios/vdom.ts";
import { addVirtualAddresses } from "./fortios/vips.ts";
import { kind } from "./kinds/fortios.ts";
import { algebra } from "./members.ts";
import type { Reader } from "./reader.ts";
import { doubtUnread, type Unread } from "./unread.ts";
import { wholeText } from "./wholeness.ts";

/** Tables whose entries drop packets, and are not judged. */
const otherFilters = ["firewall acl", "firewall acl6"];

export const fortios: Reader = {
  ...kind,
  read(source, { list, today }) {
    const config = parseConfig(wholeText(source));
    const domain = chosenDomain(config.root, list);
    const { own } = domain;
    const builder = policyBuilder({
      vendor: "fortios",
      families: ["ipv4", "ipv6"],
      replies: "implicit",
      capacity: policyTables.reduce((sum, name) => sum + entriesOf(own, name).length, 64),
    });
    const sets = algebra();
    const objects: Objects = {
      sets,
      addresses: { 4: addressesOf(own, 4, sets), 6: addressesOf(own, 6, sets) },
      services: servicesOf(own, sets),
      zones: zonesOf(own),
      isAlways: isAlwaysIn(own),
      isOver: isOverIn(own, today),
      combined: new Map(),
    };
    for (const { line, what } of config.notUnderstood) builder.notUnderstood(line, what);
    const unread = unreadIn(own);
    for (const { line, what } of unread) builder.notUnderstood(line, what);
    doubtUnread(builder, "other filters", unread);
    for (const stage of stagesOf(own)) addStage(builder, own, stage, objects);
    attach(builder, domain, objects.zones, objects.addresses[4]);
    return builder.finish();
  },
};

/**
 * Policies of either family are one stage. A device that judges by applications asks its security
 * policies after them.
 */
function stagesOf(own: Block): PolicyTable[][] {
  const security: PolicyTable = {
    name: "firewall security-policy",
    version: 4,
    byApplication: true,
    otherwise: "deny",
  };
  // Where security policies decide, the others only choose what is inspected, and have no action.
  const otherwise = entriesOf(own, security.name).length > 0 ? "accept" : "deny";
  const profile: PolicyTable[] = [
    { name: "firewall policy", version: 4, byApplication: false, otherwise },
    { name: "firewall policy6", version: 6, byApplication: false, otherwise },
  ];
  return [profile, [security]].filter((tables) =>
    tables.some(({ name }) => (tableOf(own, name)?.inner.size ?? 0) > 0),
  );
}

/** What drops packets before policies are asked, and policies that are of another kind. */
function unreadIn(own: Block): Unread[] {
  const filters = otherFilters.flatMap((table) =>
    entriesOf(own, table)
      .filter(({ set }) => set.get("status")?.[0] !== "disable")
      .map(({ line }) => ({ line, what: table })),
  );
  const settings = tableOf(own, "system settings");
  const byApplication = settings?.set.get("ngfw-mode")?.[0] === "policy-based";
  const hasSecurity = entriesOf(own, "firewall security-policy").length > 0;
  if (!settings || !byApplication || hasSecurity) return filters;
  return [...filters, { line: settings.line, what: "ngfw-mode" }];
}

function addStage(
  builder: PolicyBuilder,
  own: Block,
  tables: readonly PolicyTable[],
  objects: Objects,
): void {
  const chain = builder.chain(tables[0]!.name);
  const policies = tables.flatMap(({ name }) => entriesOf(own, name));
  const named = new Set(
    policies
      .filter(({ set }) => set.get("status")?.[0] !== "disable")
      .flatMap(({ set }) => [...(set.get("dstaddr") ?? []), ...(set.get("dstaddr6") ?? [])]),
  );
  for (const version of [4, 6] as const) {
    const { zones, addresses } = objects;
    const parts = { named, zones, addresses: addresses[version] };
    addVirtualAddresses(builder, chain, own, version, parts);
  }
  addOpenZones(builder, chain, own);
  for (const table of tables) addPolicies(builder, chain, table, own, objects);
  builder.stage({ chain, otherwise: "deny", line: 0 });
}

/** Between the interfaces of an open zone packets may pass whatever the policies say. */
function addOpenZones(builder: PolicyBuilder, chain: number, own: Block): void {
  for (const { name, line, set } of entriesOf(own, "system zone")) {
    if (set.get("intrazone")?.[0] !== "allow") continue;
    const inside = { names: [name, ...(set.get("interface") ?? [])], negated: false };
    builder.add({
      chain,
      line,
      action: "permit",
      input: inside,
      output: inside,
      unknown: { code: "match", what: "intrazone" },
    });
  }
}
