import { anyAddress } from "../../address.ts";
import type { PolicyBuilder } from "../../builder.ts";
import { ConfigError } from "../../source.ts";
import type { Action } from "../../table.ts";
import { addRule, doubtful, type Members } from "../members.ts";
import type { AddressBook } from "./addresses.ts";
import { doubtOf } from "./conditions.ts";
import type { ServiceBook } from "./services.ts";
import { partOf, partsOf, type Tree, wordOf, wordsOf } from "./tree.ts";
import type { RuleType, ZoneBook, Zones } from "./zones.ts";

/** What is needed to understand a rule. */
export interface Books {
  addresses: AddressBook;
  services: ServiceBook;
  zones: ZoneBook;
  /** Whether a schedule has ended. */
  isOver(schedule: string): boolean;
  builder: PolicyBuilder;
  chain: number;
}

const verdicts = new Map<string, Action>([
  ["allow", "permit"],
  ["deny", "deny"],
  ["drop", "deny"],
  ["reset-client", "deny"],
  ["reset-server", "deny"],
  ["reset-both", "deny"],
]);

/** A rule between many zones is a row for each of them. */
const mostRows = 5_000_000;

/** Adds the rules of one rulebase, in their order. */
export function addRules(rules: Tree | undefined, books: Books): void {
  let rows = 0;
  for (const [, rule] of partsOf(rules)) {
    rows += addSecurityRule(rule, books);
    if (rows > mostRows) throw new ConfigError("firewall.config.too-large", rule.line);
  }
}

function addSecurityRule(rule: Tree, books: Books): number {
  if (wordOf(partOf(rule, "disabled")) === "yes") return 0;
  const schedule = wordOf(partOf(rule, "schedule"));
  if (schedule !== undefined && books.isOver(schedule)) return 0;
  const word = wordOf(partOf(rule, "action"));
  const action = verdicts.get(word ?? "") ?? "unclear";
  const unread =
    action === "unclear" ? ({ code: "value", what: word ?? "action" } as const) : undefined;
  const unknown = doubtOf(rule) ?? unread;
  const services = wordsOf(partOf(rule, "service"));
  const condition = {
    source: membersOf(rule, "source", books),
    destination: membersOf(rule, "destination", books),
    services: books.services(services.length > 0 ? services : ["any"]),
  };
  const crossings = books.zones.crossings(typeOf(rule), zonesOf(rule, "from"), zonesOf(rule, "to"));
  for (const { certain, ...match } of crossings) {
    const doubt = certain ? unknown : (unknown ?? ({ code: "match", what: "rule-type" } as const));
    const { line } = rule;
    addRule(
      books.builder,
      { chain: books.chain, line, action, unknown: doubt, ...match },
      condition,
    );
  }
  return crossings.length * condition.services.sure.length;
}

function membersOf(rule: Tree, side: "source" | "destination", books: Books): Members {
  const names = wordsOf(partOf(rule, side));
  const negate = partOf(rule, `negate-${side}`);
  const word = negate ? wordOf(negate) : "no";
  if (word !== "yes" && word !== "no") {
    return doubtful({ code: "value", what: `negate-${side}` }, anyAddress);
  }
  return books.addresses.list(names.length > 0 ? names : ["any"], word === "yes");
}

/** The zones that a rule names; undefined where it does not restrict them. */
export function zonesOf(rule: Tree, side: "from" | "to"): Zones {
  const names = wordsOf(partOf(rule, side));
  return names.length === 0 || names.includes("any") ? undefined : names;
}

/** A type that is not understood already makes the rule one that matches perhaps. */
function typeOf(rule: Tree): RuleType {
  const type = wordOf(partOf(rule, "rule-type"));
  return type === "intrazone" || type === "interzone" ? type : "universal";
}

/** What happens to packets within one zone and between zones about which no rule decided. */
export function addDefaults(rulebases: readonly (Tree | undefined)[], books: Books): void {
  const within = defaultOf("intrazone-default", "permit");
  for (const zone of books.zones.names) {
    const [match] = books.zones.crossings("universal", [zone], [zone]);
    const { input, output } = match!;
    books.builder.add({ chain: books.chain, ...within, input, output });
  }
  const between = defaultOf("interzone-default", "deny");
  const { line, action } = between;
  if (action === "unclear") books.builder.add({ chain: books.chain, ...between });
  const otherwise = action === "permit" ? "permit" : "deny";
  books.builder.stage({ chain: books.chain, otherwise, line });

  /** The nearest place that changes the firewall's own default. */
  function defaultOf(name: string, own: Action) {
    const overriding = rulebases
      .map((base) => partOf(base, "default-security-rules", "rules", name))
      .find((rule) => partOf(rule, "action"));
    if (!overriding) return { line: 0, action: own, unknown: undefined };
    const word = wordOf(partOf(overriding, "action")) ?? "action";
    const action = verdicts.get(word) ?? "unclear";
    const unknown = action === "unclear" ? ({ code: "value", what: word } as const) : undefined;
    return { line: overriding.line, action, unknown };
  }
}
