import { type PolicyBuilder, policyBuilder } from "../builder.ts";
import { addressBooks } from "./juniper/addresses.ts";
import { applicationsOf } from "./juniper/applications.ts";
import { parseBraceForm } from "./juniper/brace-form.ts";
import { applyGroups } from "./juniper/groups.ts";
import { addTranslations } from "./juniper/nat.ts";
import { addPolicies } from "./juniper/policies.ts";
import { isOverIn } from "./juniper/schedulers.ts";
import { parseSetForm } from "./juniper/set-form.ts";
import { find, preferred, type Statement, within } from "./juniper/statement.ts";
import { chosenSystem } from "./juniper/systems.ts";
import { attach, zonesOf } from "./juniper/zones.ts";
import { kind } from "./kinds/juniper-srx.ts";
import { algebra } from "./members.ts";
import type { Reader } from "./reader.ts";
import { doubtUnread, type Unread } from "./unread.ts";
import { wholeText } from "./wholeness.ts";

export const juniperSrx: Reader = {
  ...kind,
  read(source, { list, today }) {
    const text = wholeText(source);
    const configuration = isSetForm(text) ? parseSetForm(text) : parseBraceForm(text);
    const { root } = configuration;
    if (text.includes("apply-groups")) applyGroups(configuration);
    const system = chosenSystem(root, list);
    const { own, security } = system;
    const builder = policyBuilder({
      vendor: "juniper-srx",
      families: ["ipv4", "ipv6"],
      replies: "implicit",
    });
    const zones = zonesOf(security);
    const sets = algebra();
    const books = addressBooks(security, sets);
    const chain = builder.chain("security policies");
    addTranslations(builder, chain, security, { books, zones, sets });
    addPolicies(builder, chain, security, {
      books,
      zones,
      sets,
      applications: applicationsOf(own, sets),
      excluded: new Map(),
      isOver: isOverIn(own, today),
      doubt: configuration.doubt,
    });
    addStage(builder, chain, security, configuration.doubt);
    for (const { line, what } of configuration.notUnderstood) builder.notUnderstood(line, what);
    for (const filter of filtersIn(own)) builder.notUnderstood(filter.line, "firewall filter");
    doubtUnread(builder, "interface filters", interfaceFilters(own));
    attach(builder, { root, system: own, zones });
    return builder.finish();
  },
};

/** One form or the other: whichever begins first. */
function isSetForm(text: string): boolean {
  const set = text.search(/^[ \t]*(?:set|deactivate) \S/m);
  return set >= 0 && !/^[^"#\n]*\S[ \t]*\{[ \t]*\r?$/m.test(text.slice(0, set));
}

function addStage(
  builder: PolicyBuilder,
  chain: number,
  security: Statement,
  doubt: string | undefined,
): void {
  const policies = find(security, "policies");
  const [last] = preferred(within(policies, "default-policy"));
  if (doubt !== undefined) {
    // Even that no rule matches is not certain: there may be one that was not seen.
    const unknown = { code: "match" as const, what: doubt };
    builder.add({ chain, line: policies?.line ?? 0, action: "unclear", unknown });
  }
  const otherwise = last?.word === "permit-all" ? "permit" : "deny";
  builder.stage({ chain, otherwise, line: last?.line ?? 0 });
}

/** Stateless filters on interfaces, which are not judged. */
function filtersIn(own: Statement): Statement[] {
  const firewall = find(own, "firewall");
  const families = within(firewall, "family").flatMap((family) => within(family, "filter"));
  return [...within(firewall, "filter"), ...families];
}

/** What an interface's own filter drops never comes to the policies; such filters are not read. */
function interfaceFilters(own: Statement): Unread[] {
  const families = within(own, "interfaces")
    .flatMap((device) => within(device, "unit"))
    .flatMap((unit) => within(unit, "family"));
  const filters = families.flatMap((family) => find(family, "filter") ?? []);
  return filters.map(({ line }) => ({ line, what: "filter" }));
}
