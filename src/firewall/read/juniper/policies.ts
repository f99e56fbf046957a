import { anyAddress } from "../../address.ts";
import type { PolicyBuilder, Rule } from "../../builder.ts";
import type { Unknown, UnknownCode } from "../../policy.ts";
import { type Algebra, addRule, anyServices, type Members, surely } from "../members.ts";
import type { AddressBooks } from "./addresses.ts";
import type { Applications } from "./applications.ts";
import { find, preferred, type Statement, within, wordsIn } from "./statement.ts";
import { pairsOf } from "./systems.ts";
import { matchOf, ownZone, type Zones } from "./zones.ts";

export interface Objects {
  books: AddressBooks;
  applications: Applications;
  zones: Zones;
  sets: Algebra;
  /** Sets of excluded addresses, so that the same list is the same object. */
  excluded: Map<string, Members>;
  /** Whether a scheduler has ended. */
  isOver(scheduler: string): boolean;
  /** Why every rule is in doubt, where it is. */
  doubt: string | undefined;
}

/** Between which zones a policy stands; none for a global one that does not say. */
interface Place {
  from: readonly string[];
  to: readonly string[];
  /** Whose address book it speaks of. */
  books: { source: string | undefined; destination: string | undefined };
}

const understood = new Set([
  "source-address",
  "destination-address",
  "source-address-excluded",
  "destination-address-excluded",
  "application",
  "from-zone",
  "to-zone",
]);

/** Conditions on something that a file cannot tell. */
const narrowing: Readonly<Record<string, UnknownCode>> = {
  "source-identity": "user",
  "source-end-user-profile": "user",
  "dynamic-application": "application",
  "url-category": "application",
  "source-identity-feed": "dynamic-group",
  "destination-identity-feed": "dynamic-group",
};

/** Values of a condition with which it asks for nothing. */
const neutral = new Set(["any", "none"]);

/** What may stand beside `match` and `then` and changes nothing. */
const harmless = new Set(["match", "then", "description", "scheduler-name"]);
/** Settings beside the policies. */
const settings = new Set(
  `from-zone global default-policy policy-rematch policy-stats traceoptions unified-policy
  pre-id-default-policy`.split(/\s+/),
);

/** Zone pairs first, then what is global; the default policy is the stage's own. */
export function addPolicies(
  builder: PolicyBuilder,
  chain: number,
  security: Statement,
  objects: Objects,
): void {
  const policies = find(security, "policies");
  for (const { from, to, policies: own } of pairsOf(policies)) {
    if (from === ownZone || to === ownZone) continue;
    const place = { from: [from], to: [to], books: { source: from, destination: to } };
    for (const policy of own) addPolicy(builder, chain, policy, place, objects);
  }
  for (const policy of within(policies, "global", "policy")) {
    const match = find(policy, "match");
    const place: Place = {
      from: wordsIn(match, "from-zone"),
      to: wordsIn(match, "to-zone"),
      books: { source: undefined, destination: undefined },
    };
    if (onlyOwn(place.from) || onlyOwn(place.to)) continue;
    addPolicy(builder, chain, policy, place, objects);
  }
  for (const { word, line } of within(policies)) {
    if (!settings.has(word)) builder.notUnderstood(line, word);
  }
}

function onlyOwn(zones: readonly string[]): boolean {
  return zones.length > 0 && zones.every((zone) => zone === ownZone);
}

function addPolicy(
  builder: PolicyBuilder,
  chain: number,
  policy: Statement,
  { from, to, books }: Place,
  objects: Objects,
): void {
  if (hasEnded(policy, objects)) return;
  const match = find(policy, "match");
  const applications = wordsIn(match, "application");
  const rule: Rule = {
    ...actionOf(policy),
    chain,
    line: policy.line,
    input: matchOf(from, objects.zones),
    output: matchOf(to, objects.zones),
  };
  const unknown = unknownOf(policy, match, objects);
  if (unknown) rule.unknown = unknown;
  addRule(builder, rule, {
    source: membersOf("source", books.source),
    destination: membersOf("destination", books.destination),
    services: applications.length === 0 ? anyServices : objects.applications.of(applications),
  });

  function membersOf(side: "source" | "destination", zone: string | undefined): Members {
    const names = wordsIn(match, `${side}-address`);
    if (names.length === 0) return surely(anyAddress);
    const members = objects.books.of(zone, names);
    if (!find(match, `${side}-address-excluded`)) return members;
    const key = `${zone ?? ""}\n${names.join("\n")}`;
    const found = objects.excluded.get(key) ?? objects.sets.without(surely(anyAddress), members);
    objects.excluded.set(key, found);
    return found;
  }
}

/** A policy whose scheduler is over matches nothing any more. */
function hasEnded(policy: Statement, { isOver, doubt }: Objects): boolean {
  const schedulers = wordsIn(policy, "scheduler-name");
  return doubt === undefined && schedulers.length > 0 && schedulers.every(isOver);
}

function actionOf(policy: Statement): Pick<Rule, "action" | "unknown"> {
  const decisions = ["permit", "deny", "reject"].flatMap(
    (word) => find(policy, "then", word) ?? [],
  );
  const [decision, other] = preferred(decisions);
  if (!decision || other) {
    return { action: "unclear", unknown: { code: "value", what: other?.word ?? "then" } };
  }
  if (decision.word !== "permit") return { action: "deny" };
  const unknown = unknownPermit(decision);
  return unknown ? { action: "permit", unknown } : { action: "permit" };
}

/** A permission may hold only for those who have logged on, or for translated destinations. */
function unknownPermit(permit: Statement): Unknown | undefined {
  const services = within(permit, "application-services");
  if (find(permit, "firewall-authentication") ?? services.find(({ word }) => /^uac/.test(word))) {
    return { code: "user", what: "firewall-authentication" };
  }
  if (find(permit, "destination-address")) return { code: "nat", what: "destination-address" };
  const known = ["application-services", "tunnel", "tcp-options", "services-offload", "log"];
  const foreign = within(permit).find(({ word }) => !known.includes(word));
  return foreign && { code: "match", what: foreign.word };
}

/** The first condition of a policy that cannot be judged. */
function unknownOf(
  policy: Statement,
  match: Statement | undefined,
  { doubt }: Objects,
): Unknown | undefined {
  if (doubt !== undefined) return { code: "match", what: doubt };
  const [schedule] = wordsIn(policy, "scheduler-name");
  if (schedule !== undefined) return { code: "schedule", what: schedule };
  for (const condition of within(match)) {
    const { word } = condition;
    if (understood.has(word)) continue;
    const values = wordsIn(condition);
    // Also where every value of it is inactive.
    if (condition.inner.size > 0 && values.every((value) => neutral.has(value))) continue;
    return Object.hasOwn(narrowing, word)
      ? { code: narrowing[word]!, what: values[0] ?? word }
      : { code: "match", what: word };
  }
  const foreign = within(policy).find(({ word }) => !harmless.has(word));
  const missing = ["source-address", "destination-address", "application"].find(
    (word) => wordsIn(match, word).length === 0,
  );
  const what = foreign?.word ?? missing;
  return what === undefined ? undefined : { code: "match", what };
}
