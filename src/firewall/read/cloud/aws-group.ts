import { parseAddresses } from "../../address.ts";
import type { PolicyBuilder } from "../../builder.ts";
import type { Unknown } from "../../policy.ts";
import { phases } from "../../table.ts";
import { addRule, anyServices, doubtful, type Members, type Services, surely } from "../members.ts";
import { anything } from "./anything.ts";
import { groupServices } from "./aws-service.ts";
import type { Named } from "./choose.ts";
import { doubtAbout } from "./doubt.ts";
import type { Json, JsonObject } from "./json.ts";
import { isBlank, isList, isObject, member, objectsOf, strangeMember, textOf } from "./value.ts";

/** One range, group or prefix list that may be reached, as AWS itself counts rules. */
interface GroupRule {
  line: number;
  far: Members;
  services: Services;
  unknown?: Unknown | undefined;
}

/** A security group: everything it permits in each direction, in no order. */
export interface SecurityGroup extends Named {
  line: number;
  egress: readonly GroupRule[];
  ingress: readonly GroupRule[];
}

const permissionWords: ReadonlySet<string> = new Set(
  "ipProtocol fromPort toPort ipRanges ipv6Ranges prefixListIds userIdGroupPairs".split(" "),
);
const ruleWords: ReadonlySet<string> = new Set(
  `securityGroupRuleId securityGroupRuleArn groupId groupOwnerId isEgress ipProtocol fromPort toPort
  cidrIpv4 cidrIpv6 prefixListId referencedGroupInfo description tags`.split(/\s+/),
);

/** Every group in a document of `describe-security-groups` or `describe-security-group-rules`. */
export function groupsIn(document: JsonObject): SecurityGroup[] {
  const listed = objectsOf(member(document, "securityGroups"));
  const single = ["ipPermissions", "ipPermissionsEgress"].some((name) => member(document, name));
  const rules = objectsOf(member(document, "securityGroupRules"));
  return [...(single ? [document] : listed).map(groupOf), ...groupsOfRules(rules)];
}

/** The permissions of one group alone, as a query for `IpPermissionsEgress` prints them. */
export function bareGroup(permissions: readonly JsonObject[]): SecurityGroup {
  const rules = permissions.flatMap(rulesOf);
  return { names: [], line: permissions[0]?.line ?? 1, egress: rules, ingress: rules };
}

function groupOf(group: JsonObject): SecurityGroup {
  const names = ["groupId", "groupName"].flatMap((name) => textOf(group, name) ?? []);
  const rules = (name: string): GroupRule[] => {
    const permissions = member(group, name);
    if (isList(permissions) && permissions.every(isObject)) return permissions.flatMap(rulesOf);
    return [ruleOf(group, anyServices, doubtAbout("object-missing", name))];
  };
  return {
    names,
    line: group.line,
    egress: rules("ipPermissionsEgress"),
    ingress: rules("ipPermissions"),
  };
}

function rulesOf(permission: JsonObject): GroupRule[] {
  const services = groupServices(permission);
  const strange = strangeMember(permission, permissionWords);
  const each = (list: string, far: (part: JsonObject) => Members | Unknown): GroupRule[] => {
    const parts = member(permission, list);
    if (isBlank(parts)) return [];
    if (!isList(parts)) return [ruleOf(permission, services, doubtAbout("value", list))];
    return parts.map((part) =>
      isObject(part)
        ? ruleOf(part, services, far(part))
        : ruleOf(permission, services, doubtAbout("value", list)),
    );
  };
  return [
    ...each("ipRanges", (part) => blockOf(part, "cidrIp")),
    ...each("ipv6Ranges", (part) => blockOf(part, "cidrIpv6")),
    ...each("prefixListIds", (part) => dynamic(textOf(part, "prefixListId"))),
    ...each("userIdGroupPairs", (part) => dynamic(groupNameOf(part))),
    ...(strange ? [ruleOf(permission, services, doubtAbout("match", strange))] : []),
  ];
}

function groupsOfRules(rules: readonly JsonObject[]): SecurityGroup[] {
  const byGroup = Map.groupBy(rules, (rule) => textOf(rule, "groupId") ?? "");
  return [...byGroup].map(([id, own]) => ({
    names: [id],
    line: own[0]!.line,
    egress: own.filter((rule) => member(rule, "isEgress") !== false).map(singleRule),
    ingress: own.filter((rule) => member(rule, "isEgress") !== true).map(singleRule),
  }));
}

function singleRule(rule: JsonObject): GroupRule {
  const services = groupServices(rule);
  const strange = strangeMember(rule, ruleWords);
  if (strange) return ruleOf(rule, services, doubtAbout("match", strange));
  const far = farOf(rule);
  const directed = typeof member(rule, "isEgress") === "boolean";
  return {
    ...ruleOf(rule, services, far),
    unknown: directed ? undefined : doubtAbout("value", "IsEgress"),
  };
}

function farOf(rule: JsonObject): Members | Unknown {
  for (const name of ["cidrIpv4", "cidrIpv6"]) if (textOf(rule, name)) return blockOf(rule, name);
  const list = textOf(rule, "prefixListId");
  if (list) return dynamic(list);
  const group: Json | undefined = member(rule, "referencedGroupInfo");
  return isObject(group) ? dynamic(groupNameOf(group)) : doubtAbout("object-missing", "CidrIpv4");
}

function groupNameOf(pair: JsonObject): string | undefined {
  return textOf(pair, "groupId") ?? textOf(pair, "groupName");
}

/** A CIDR block, or what cannot be read as one. */
export function blockOf(object: JsonObject, name: string): Members | Unknown {
  const text = textOf(object, name);
  const addresses = text === undefined ? undefined : parseAddresses(text);
  return addresses ? surely(addresses) : doubtAbout("value", text ?? name);
}

function dynamic(what: string | undefined): Unknown {
  return doubtAbout("dynamic-group", what ?? "");
}

function ruleOf({ line }: JsonObject, services: Services, far: Members | Unknown): GroupRule {
  return { line, services, far: "code" in far ? doubtful(far) : far };
}

/**
 * Groups that apply together permit what any of them permits. They remember connections, so answers
 * pass; that has to be said only where something beside them checks answers.
 */
export function addGroups(
  builder: PolicyBuilder,
  groups: readonly SecurityGroup[],
  { outgoing, answers }: { outgoing: boolean; answers: boolean },
): void {
  const chain = builder.chain("security-group");
  const action = "permit";
  const [first] = groups;
  if (answers && first) {
    builder.add({ chain, line: first.line, action, phases: phases.reply | phases.replyData });
  }
  for (const { line, far, services, unknown } of groups.flatMap((group) =>
    outgoing ? group.egress : group.ingress,
  )) {
    const [source, destination] = outgoing ? [anything, far] : [far, anything];
    addRule(builder, { chain, line, action, unknown }, { source, destination, services });
  }
  builder.stage({ chain, otherwise: "deny", line: 0 });
}
