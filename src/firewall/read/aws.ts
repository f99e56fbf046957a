import { policyBuilder } from "../builder.ts";
import type { Policy } from "../policy.ts";
import { ConfigError, type Source } from "../source.ts";
import { aclsIn, addAcl, type NetworkAcl } from "./cloud/aws-acl.ts";
import { addGroups, bareGroup, groupsIn, type SecurityGroup } from "./cloud/aws-group.ts";
import { checkWanted, chosen, wantedOf } from "./cloud/choose.ts";
import { type JsonObject, readJson } from "./cloud/json.ts";
import { isList, isObject, member } from "./cloud/value.ts";
import { kind } from "./kinds/aws.ts";
import type { Reader, ReadOptions } from "./reader.ts";

/**
 * Security groups and network ACLs as the AWS command line prints them. A packet must pass both where
 * the file has both: the groups of the client, and the ACL of its subnet.
 */
export const aws: Reader = {
  ...kind,
  read,
};

function read(source: Source, { list, hook }: ReadOptions): Policy {
  const { groups, acls } = guardsIn(source);
  if (groups.length + acls.length === 0) throw new ConfigError("firewall.config.empty", 0);
  const wanted = wantedOf(list);
  checkWanted([...groups, ...acls], wanted);
  const guarding = { groups: chosen(groups, wanted), acls: chosen(acls, wanted) };
  const answers = guarding.acls.length > 0;
  const builder = policyBuilder({
    vendor: "aws",
    families: ["ipv4", "ipv6"],
    replies: answers ? "checked" : "implicit",
  });
  const outgoing = hook !== "input";
  if (guarding.groups.length > 0) addGroups(builder, guarding.groups, { outgoing, answers });
  for (const acl of guarding.acls) {
    addAcl(builder, acl, outgoing);
    builder.assume("firewall.assumed.aws-subnet", { list: acl.names[0]! });
  }
  return builder.finish();
}

/** Also a single group or ACL, a list of them, and the permissions of a group alone. */
function guardsIn(source: Source): { groups: SecurityGroup[]; acls: NetworkAcl[] } {
  const root = readJson(source);
  const documents: JsonObject[] = (isList(root) ? root : [root]).filter(isObject);
  const permissions = documents.filter((document) => isPermission(document));
  if (permissions.length > 0 && permissions.length === documents.length)
    return { groups: [bareGroup(permissions)], acls: [] };
  return { groups: documents.flatMap(groupsIn), acls: documents.flatMap(aclsIn) };
}

function isPermission(document: JsonObject): boolean {
  const ranges = ["ipRanges", "ipv6Ranges", "prefixListIds", "userIdGroupPairs"];
  const known = ranges.some((name) => isList(member(document, name)));
  return known && member(document, "ipProtocol") !== undefined;
}
