import { anyAddress, anyV4, anyV6 } from "../../address.ts";
import type { PolicyBuilder, Rule } from "../../builder.ts";
import type { Unknown } from "../../policy.ts";
import {
  type Algebra,
  addRule,
  anyServices,
  type Condition,
  type Members,
  noMembers,
  type Services,
  surely,
} from "../members.ts";
import type { Addresses, Version } from "./addresses.ts";
import { type Block, tableOf } from "./config.ts";
import { matchOf, type Zones } from "./interfaces.ts";
import { harmless, internetServices, narrowing, neutral, understood } from "./keywords.ts";
import type { ServiceObjects } from "./services.ts";

export interface Objects {
  addresses: Record<Version, Addresses>;
  services: ServiceObjects;
  zones: Zones;
  sets: Algebra;
  /** Whether a schedule is always on; `always` itself can be changed as any other. */
  isAlways(schedule: string): boolean;
  /** Whether a policy has ended and matches nothing any more. */
  isOver(policy: Block): boolean;
  /** Sets put together from several lists, so that the same lists are the same object. */
  combined: Map<string, Members>;
}

/** A table of policies, and what it leaves to be said. */
export interface PolicyTable {
  name: string;
  /** What plain `srcaddr` and `dstaddr` speak of. */
  version: Version;
  /** Asks what is spoken; a service need not be named. */
  byApplication: boolean;
  /** What a policy does that does not say. */
  otherwise: "deny" | "accept";
}

const everything = surely(anyAddress);

export function addPolicies(
  builder: PolicyBuilder,
  chain: number,
  table: PolicyTable,
  scope: Block,
  objects: Objects,
): void {
  const found = tableOf(scope, table.name);
  for (const policy of found?.inner.values() ?? []) {
    if (policy.set.get("status")?.[0] === "disable" || objects.isOver(policy)) continue;
    const unknown = found?.changedBy
      ? { code: "match" as const, what: found.changedBy }
      : unknownOf(policy, table, objects);
    const rule: Rule = {
      ...actionOf(policy, table),
      chain,
      line: policy.line,
      input: interfaceOf(policy, "srcintf", objects.zones),
      output: interfaceOf(policy, "dstintf", objects.zones),
    };
    if (unknown) rule.unknown = unknown;
    const condition: Condition = {
      source: membersOf(policy, "srcaddr", table.version, objects),
      destination: membersOf(policy, "dstaddr", table.version, objects),
      services: namedServices(policy, objects.services),
    };
    if (policy.set.get("service-negate")?.[0] === "enable") {
      addWithoutServices(builder, rule, condition, `${table.name} ${policy.name}`);
    } else addRule(builder, rule, condition);
  }
}

/** Everything but these services, exactly: a chain that comes back for them and else decides. */
function addWithoutServices(
  builder: PolicyBuilder,
  rule: Rule,
  condition: Condition,
  name: string,
): void {
  const { line, action, input, output, unknown } = rule;
  const inner = builder.chain(`${name}, line ${line}`);
  const jump: Rule = { chain: rule.chain, line, action: "jump", target: inner, input, output };
  addRule(builder, unknown ? { ...jump, unknown } : jump, { ...condition, services: anyServices });
  addRule(
    builder,
    { chain: inner, line, action: "return" },
    { source: everything, destination: everything, services: condition.services },
  );
  builder.add(unknown ? { chain: inner, line, action, unknown } : { chain: inner, line, action });
}

function actionOf({ set }: Block, { otherwise }: PolicyTable): Pick<Rule, "action" | "unknown"> {
  const action = set.get("action")?.[0] ?? otherwise;
  const rewriting = ["nat46", "nat64"].find((key) => set.get(key)?.[0] === "enable");
  if (rewriting) return { action: "unclear", unknown: { code: "nat", what: rewriting } };
  if (action === "deny" || action === "accept") {
    return { action: action === "deny" ? "deny" : "permit" };
  }
  if (action === "ipsec") {
    // Into a tunnel is a permission too, unless the tunnel is for the other direction only.
    const closed = set.get("outbound")?.[0] === "disable";
    return closed
      ? { action: "permit", unknown: { code: "match", what: "outbound" } }
      : { action: "permit" };
  }
  return { action: "unclear", unknown: { code: "value", what: action } };
}

/** The first condition of a policy that cannot be judged. */
function unknownOf(policy: Block, table: PolicyTable, objects: Objects): Unknown | undefined {
  const { set, inner, changedBy } = policy;
  const schedule = set.get("schedule")?.[0] ?? "always";
  if (!objects.isAlways(schedule)) return { code: "schedule", what: schedule };
  for (const [word, values] of set) {
    if (understood.has(word) || harmless.has(word)) continue;
    if (values.every((value) => neutral.has(value))) continue;
    if (internetServices.test(word)) return { code: "dynamic-group", what: values[0] ?? word };
    return Object.hasOwn(narrowing, word)
      ? { code: narrowing[word]!, what: values[0] ?? word }
      : { code: "match", what: word };
  }
  const [nested] = inner.values();
  const what = changedBy ?? nested?.name ?? missing(policy, table);
  return what === undefined ? undefined : { code: "match", what };
}

/** A part that every policy has; where it is missing, so is something of the file. */
function missing({ set }: Block, { byApplication }: PolicyTable): string | undefined {
  const has = (...words: string[]) => words.some((word) => (set.get(word)?.length ?? 0) > 0);
  if (!has("srcaddr", "srcaddr4", "srcaddr6")) return "srcaddr";
  if (!has("dstaddr", "dstaddr4", "dstaddr6")) return "dstaddr";
  if (!byApplication && !has("service")) return "service";
  return ["srcintf", "dstintf"].find((word) => !has(word));
}

function interfaceOf({ set }: Block, word: string, zones: Zones): Rule["input"] {
  const names = set.get(word) ?? [];
  return names.length === 0 ? undefined : matchOf(names, zones);
}

function namedServices({ set }: Block, services: ServiceObjects): Services {
  const names = set.get("service") ?? [];
  return names.length === 0 ? anyServices : services.of(names);
}

/** Both families of one side: a packet is of the same family on both. */
function membersOf(
  { set }: Block,
  word: "srcaddr" | "dstaddr",
  version: Version,
  { addresses, combined, sets }: Objects,
): Members {
  const plain = set.get(word) ?? set.get(`${word}4`) ?? [];
  const six = (version === 4 ? set.get(`${word}6`) : undefined) ?? [];
  const negated = set.get(`${word}-negate`)?.[0] === "enable";
  const sixNegated = set.get(`${word}6-negate`)?.[0] === "enable";
  if (plain.length === 0 && six.length === 0) return everything;
  if (six.length === 0 && !negated) return addresses[version].of(plain);
  const key = JSON.stringify([version, plain, negated, six, sixNegated]);
  const found =
    combined.get(key) ?? sets.joined([family(version, plain, negated), family(6, six, sixNegated)]);
  combined.set(key, found);
  return found;

  function family(of: Version, names: readonly string[], isNegated: boolean): Members {
    if (names.length === 0) return noMembers;
    const members = addresses[of].of(names);
    return isNegated ? sets.without(surely(of === 4 ? anyV4 : anyV6), members) : members;
  }
}
