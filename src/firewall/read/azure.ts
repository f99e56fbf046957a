import { type PolicyBuilder, policyBuilder } from "../builder.ts";
import type { Policy, Unknown } from "../policy.ts";
import { ConfigError, type Source } from "../source.ts";
import type { Action } from "../table.ts";
import { type Nsg, type NsgRule, nsgsIn, priorityOf } from "./cloud/azure-group.ts";
import { impliedRules } from "./cloud/azure-implied.ts";
import { ruleServices, sideMembers } from "./cloud/azure-rule.ts";
import { checkWanted, chosen, wantedOf } from "./cloud/choose.ts";
import { doubtAbout } from "./cloud/doubt.ts";
import { readJson } from "./cloud/json.ts";
import { strangeMember, textOf } from "./cloud/value.ts";
import { kind } from "./kinds/azure.ts";
import { type Algebra, addRule, algebra } from "./members.ts";
import type { Reader, ReadOptions } from "./reader.ts";

const actions: ReadonlyMap<string, Action> = new Map([
  ["allow", "permit"],
  ["deny", "deny"],
]);

/** Conditions, and what a rule says of itself that is none. */
const words: ReadonlySet<string> = new Set(
  `access description destinationAddressPrefix destinationAddressPrefixes
  destinationApplicationSecurityGroups destinationPortRange destinationPortRanges direction etag id
  name priority protocol provisioningState resourceGroup sourceAddressPrefix sourceAddressPrefixes
  sourceApplicationSecurityGroups sourcePortRange sourcePortRanges type
  destinationApplicationSecurityGroupsText destinationAddressPrefixText destinationPortRangeText
  sourceApplicationSecurityGroupsText sourceAddressPrefixText sourcePortRangeText`.split(/\s+/),
);

/** Azure network security groups, as the command line, PowerShell and templates write them. */
export const azure: Reader = {
  ...kind,
  read,
};

function read(source: Source, { list, hook }: ReadOptions): Policy {
  const groups = nsgsIn(readJson(source));
  if (groups.length === 0) throw new ConfigError("firewall.config.empty", 0);
  const wanted = wantedOf(list);
  checkWanted(groups, wanted);
  const builder = policyBuilder({
    vendor: "azure",
    families: ["ipv4", "ipv6"],
    replies: "implicit",
  });
  builder.assume("firewall.assumed.azure-internet");
  const direction = hook === "input" ? "inbound" : "outbound";
  const sets = algebra();
  const guarding = chosen(groups, wanted);
  if (guarding.some(({ defaults }) => !defaults)) builder.assume("firewall.assumed.azure-defaults");
  for (const [at, group] of guarding.entries()) {
    const chain = builder.chain(`nsg ${at + 1} ${group.names[0] ?? ""}`);
    addGroup(builder, group, { chain, direction, sets });
  }
  return builder.finish();
}

/** The group of the interface and that of the subnet are stages: a packet must pass both. */
function addGroup(
  builder: PolicyBuilder,
  group: Nsg,
  { chain, direction, sets }: { chain: number; direction: "inbound" | "outbound"; sets: Algebra },
): void {
  for (const what of group.unread) {
    const unknown = doubtAbout("object-missing", what);
    builder.add({ chain, line: group.line, action: "unclear", unknown });
  }
  const other = direction === "inbound" ? "outbound" : "inbound";
  const rules = [...group.rules, ...(group.defaults ?? impliedRules(group.line))]
    .filter(({ properties }) => textOf(properties, "direction")?.toLowerCase() !== other)
    // A rule whose place cannot be told is in doubt and asked before all others.
    .sort((a, b) => priorityOf(a) - priorityOf(b));
  for (const rule of rules) {
    const { line, properties } = rule;
    const action = actions.get(textOf(properties, "access")?.toLowerCase() ?? "") ?? "unclear";
    addRule(
      builder,
      { chain, line, action, unknown: doubtOf(rule) },
      {
        source: sideMembers(properties, "source", sets),
        destination: sideMembers(properties, "destination", sets),
        services: ruleServices(properties),
      },
    );
  }
  builder.stage({ chain, otherwise: "deny", line: 0 });
}

function doubtOf(rule: NsgRule): Unknown | undefined {
  const { doubt, properties } = rule;
  if (doubt) return doubtAbout("match", doubt);
  const strange = strangeMember(properties, words);
  if (strange) return doubtAbout("match", strange);
  if (priorityOf(rule) < 0) return doubtAbout("value", "priority");
  const direction = textOf(properties, "direction")?.toLowerCase() ?? "";
  const known = ["inbound", "outbound"].includes(direction);
  return known ? undefined : doubtAbout("value", "direction");
}
