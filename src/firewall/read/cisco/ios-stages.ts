import { anyV4, anyV6, type Family } from "../../address.ts";
import type { PolicyBuilder } from "../../builder.ts";
import type { Entry } from "./entry.ts";
import { readIosEntry } from "./ios-entry.ts";
import type { IosFacts, IosGroup } from "./ios-facts.ts";
import { addIosRewrites, behindNat, seesTranslated } from "./ios-nat.ts";
import { type AccessList, chainOf } from "./lists.ts";
import { answering } from "./options.ts";
import { icmpV6 } from "./protocol-names.ts";

/** The lists of interfaces; a packet that meets none of them passes. */
export function addIosStages(
  builder: PolicyBuilder,
  facts: IosFacts,
  families: readonly Family[],
): void {
  addIosRewrites(builder, facts);
  if (facts.zonePair !== undefined) addZones(builder, facts.zonePair);
  const done = new Set<number>();
  for (const group of facts.groups) {
    const match = { names: [group.interface], negated: false };
    const side = group.direction === "in" ? { input: match } : { output: match };
    const list = facts.lists.get(group.list);
    if (!list?.items.some(({ text }) => !text.startsWith("remark"))) {
      builder.assume("firewall.assumed.undefined-list", { list: group.list, line: group.line });
      const chain = builder.chain(`${group.list} (undefined)`);
      builder.stage({ chain, otherwise: "permit", line: group.line, ...side });
      continue;
    }
    const chain = withExceptions(builder, facts, families, group, listChain(list, group));
    builder.stage({ chain, otherwise: "deny", line: 0, ...side });
  }

  function listChain(list: AccessList, { direction, interface: name, family }: IosGroup): number {
    if (family === "ipv6" || !seesTranslated(facts, name)) {
      return iosChain(builder, facts, list, done);
    }
    const hidden = { ...list, name: `${list.name} ${direction} (ip nat)` };
    return iosChain(builder, facts, hidden, done, (entry) => behindNat(entry, direction));
  }
}

/** The entries of a list, with what an IPv6 list permits without saying so. */
export function iosChain(
  builder: PolicyBuilder,
  { scope }: IosFacts,
  list: AccessList,
  done: Set<number>,
  change: (entry: Entry) => Entry = (entry) => entry,
): number {
  const isNew = !done.has(builder.chain(list.name));
  const read = (item: AccessList["items"][number]) => {
    const entry = readIosEntry(item, list.kind, scope);
    return entry && change(entry);
  };
  const chain = chainOf(builder, list, read, done);
  if (isNew && list.kind === "ipv6") {
    // Neighbour solicitation and advertisement, types 135 and 136; they stand in no line.
    const services = [{ protocol: icmpV6, destinationPorts: [135 * 256, 136 * 256 + 255] }];
    builder.add({ chain, line: 0, action: "permit", services });
  }
  return chain;
}

/** What passes an interface's list unasked: the other family, and answers that a program expects. */
function withExceptions(
  builder: PolicyBuilder,
  { inspect }: IosFacts,
  families: readonly Family[],
  group: IosGroup,
  own: number,
): number {
  if (families.length === 1 && inspect === undefined) return own;
  const { line, direction, family } = group;
  const chain = builder.chain(`${group.list} ${direction} ${group.interface} ${family}`);
  if (families.length > 1) {
    const source = family === "ipv4" ? anyV6 : anyV4;
    builder.add({ chain, line, action: "permit", source });
  }
  if (inspect !== undefined) {
    const unknown = { code: "application", what: "ip inspect" } as const;
    builder.add({ chain, line: inspect, action: "permit", phases: answering, unknown });
  }
  builder.add({ chain, line, action: "jump", target: own });
  return chain;
}

/** Zones look at what is spoken; they may stop what lists permit. */
function addZones(builder: PolicyBuilder, line: number): void {
  const chain = builder.chain("zone-pair");
  const unknown = { code: "application", what: "zone-pair" } as const;
  builder.add({ chain, line, action: "unclear", unknown });
  builder.stage({ chain, otherwise: "permit", line: 0 });
}
