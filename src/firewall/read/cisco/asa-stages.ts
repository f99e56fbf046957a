import type { PolicyBuilder } from "../../builder.ts";
import type { AsaFacts, AsaGroup, AsaInterface } from "./asa-facts.ts";
import type { AccessList } from "./lists.ts";

/** The chain of a list's entries. */
type ChainOf = (list: AccessList) => number;

/** Every stage between two interfaces: the list of the way in, security levels, the list of the way out. */
export function addAsaStages(builder: PolicyBuilder, facts: AsaFacts, chainOfList: ChainOf): void {
  const incoming = facts.groups.filter(({ direction }) => direction === "in");
  const global = facts.groups.find(({ direction }) => direction === "global");
  const filtered = incoming.map((group) => group.interface);
  if (!facts.sameLevel) addEqualLevels(builder, facts, global ? undefined : filtered);
  for (const group of incoming) addIncoming(builder, facts, chainOfList, group, global);
  const levelled = facts.interfaces.filter(({ name }) => !filtered.includes(name));
  if (global) {
    const input = { names: filtered, negated: true };
    const chain = applied(builder, facts, chainOfList, global);
    builder.stage({ chain, otherwise: "deny", line: 0, input });
  } else {
    for (const one of levelled) addLevels(builder, facts, one);
    addRest(builder, facts, filtered);
  }
  for (const group of facts.groups) {
    if (group.direction !== "out") continue;
    const output = { names: [group.interface], negated: false };
    const chain = applied(builder, facts, chainOfList, group);
    builder.stage({ chain, otherwise: "deny", line: 0, output });
  }
}

/** What the interface's list does not decide goes on to the global one. */
function addIncoming(
  builder: PolicyBuilder,
  facts: AsaFacts,
  chainOfList: ChainOf,
  group: AsaGroup,
  global: AsaGroup | undefined,
): void {
  const input = { names: [group.interface], negated: false };
  const own = applied(builder, facts, chainOfList, group);
  if (!global) {
    builder.stage({ chain: own, otherwise: "deny", line: 0, input });
    return;
  }
  const both = builder.chain(`in interface ${group.interface}`);
  builder.add({ chain: both, line: group.line, action: "jump", target: own });
  const target = applied(builder, facts, chainOfList, global);
  builder.add({ chain: both, line: global.line, action: "jump", target });
  builder.stage({ chain: both, otherwise: "deny", line: 0, input });
}

/** The chain of an applied list; one that the file does not define leaves everything unclear. */
function applied(
  builder: PolicyBuilder,
  facts: AsaFacts,
  chainOfList: ChainOf,
  { list: name, line }: AsaGroup,
): number {
  const list = facts.lists.get(name);
  if (list) return chainOfList(list);
  const chain = builder.chain(name);
  builder.add({ chain, line, action: "unclear", unknown: { code: "object-missing", what: name } });
  return chain;
}

/** Without a list, packets pass to interfaces that are trusted less. */
function addLevels(builder: PolicyBuilder, facts: AsaFacts, from: AsaInterface): void {
  const chain = builder.chain(`security-level ${from.name}`);
  const lower = facts.interfaces.filter(
    (to) =>
      to.level < from.level ||
      (to.name === from.name ? facts.sameInterface : facts.sameLevel && to.level === from.level),
  );
  if (lower.length > 0) {
    const output = { names: lower.map(({ name }) => name), negated: false };
    builder.add({ chain, line: from.line, action: "permit", output });
  }
  const input = { names: [from.name], negated: false };
  builder.stage({ chain, otherwise: "deny", line: from.line, input });
}

/** Interfaces of one level do not speak to each other, whatever a list permits. */
function addEqualLevels(
  builder: PolicyBuilder,
  { interfaces }: AsaFacts,
  filtered: string[] | undefined,
): void {
  for (const { name, level, line } of interfaces) {
    if (filtered && !filtered.includes(name)) continue;
    const isEqual = (each: AsaInterface) => each.level === level && each.name !== name;
    const equal = interfaces.filter(isEqual).map((each) => each.name);
    if (equal.length === 0) continue;
    const chain = builder.chain(`same security-level ${name}`);
    builder.add({ chain, line, action: "deny", output: { names: equal, negated: false } });
    // Named so that nobody takes the equal ones for the only ways out.
    const rest = interfaces.filter((each) => !isEqual(each)).map((each) => each.name);
    builder.add({ chain, line, action: "permit", output: { names: rest, negated: false } });
    builder.stage({ chain, otherwise: "permit", line, input: { names: [name], negated: false } });
  }
}

/** Interfaces of which nothing is written: whether they have a level, only the whole file says. */
function addRest(builder: PolicyBuilder, facts: AsaFacts, filtered: string[]): void {
  const chain = builder.chain("other interfaces");
  if (facts.interfaces.length === 0) {
    const unknown = { code: "value", what: "nameif" } as const;
    builder.add({ chain, line: facts.groups[0]!.line, action: "unclear", unknown });
  }
  const names = [...new Set([...filtered, ...facts.interfaces.map(({ name }) => name)])];
  builder.stage({ chain, otherwise: "deny", line: 0, input: { names, negated: true } });
}
