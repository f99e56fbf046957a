import { formatCidrInFull } from "../cidr.ts";
import type { Opening } from "../opening.ts";
import { type AwsRule, awsGroupsOf } from "./_aws.ts";
import { needsArguments, plainComment } from "./_cloud.ts";
import { cloudLimits } from "./_cloud-limits.ts";
import type { Sorted } from "./_request.ts";
import { heading, stemOf, textOf } from "./_text.ts";
import type { Writer, WrittenFile } from "./writer.ts";

/** The rules of one security group in one direction. */
interface Part {
  group: number;
  networks: string;
  direction: Opening["direction"];
  rules: readonly AwsRule[];
}

type Way = "add" | "remove";

const id = "aws-security-group";
const directions = { outbound: "egress", inbound: "ingress" } as const;
const commands = { add: "authorize", remove: "revoke" } as const;

/**
 * Permissions for `aws ec2 authorize-security-group-egress`, and the commands that load them. A
 * security group does not say whom it guards, so clients with other networks get another group.
 */
export const awsSecurityGroup: Writer = {
  id,
  title: "AWS security group (JSON)",
  write(request) {
    const { parts, groups } = awsGroupsOf(request);
    const documents = groups.flatMap(({ networks, rules }, at) =>
      (["outbound", "inbound"] as const).flatMap((direction): Part[] => {
        const own = rules.filter(({ opening }) => opening.direction === direction);
        return own.length > 0 ? [{ group: at + 1, networks, direction, rules: own }] : [];
      }),
    );
    return {
      add: filesOf(parts, documents, "add"),
      remove: filesOf(parts, documents, "remove"),
      needsPerson: parts.needsPerson,
    };
  },
};

function filesOf(parts: Sorted, documents: readonly Part[], way: Way): WrittenFile[] {
  if (documents.length === 0) return [];
  const stem = `${stemOf(parts)}-${id}`;
  const end = way === "add" ? "" : "-remove";
  const files = documents.map(({ group, direction, rules }) => ({
    name: `${stem}-${directions[direction]}-${group}${end}.json`,
    text: `${JSON.stringify(permissionsOf(rules, way), null, 2)}\n`,
  }));
  const calls = documents.map(({ group, direction }, at) => {
    const call = `aws ec2 ${commands[way]}-security-group-${directions[direction]}`;
    return `${call} --group-id "\${${group}}" --ip-permissions file://${files[at]!.name}`;
  });
  const hints = new Map(documents.map(({ group, networks }) => [group, networks]));
  const script = [
    "#!/bin/sh",
    ...heading(parts, "#", "Arguments: the ids of these security groups, in this order:"),
    ...[...hints].map(([group, networks]) => `#   ${group}: of the clients in ${networks}`),
    "set -eu",
    needsArguments(hints.size),
    ...calls,
  ];
  return [...files, { name: `${stem}${end}.sh`, text: textOf(script) }];
}

function permissionsOf(rules: readonly AwsRule[], way: Way) {
  const key = ({ opening, from, to }: AwsRule) => `${opening.transport} ${from} ${to}`;
  return [...Map.groupBy(rules, key).values()].map((same) => {
    const { opening, from, to } = same[0]!;
    const v4 = same.filter(({ cidr }) => cidr.family === "ipv4");
    const v6 = same.filter(({ cidr }) => cidr.family === "ipv6");
    return {
      IpProtocol: opening.transport,
      FromPort: from,
      ToPort: to,
      ...(v4.length > 0 && { IpRanges: v4.map((rule) => rangeOf(rule, "CidrIp", way)) }),
      ...(v6.length > 0 && { Ipv6Ranges: v6.map((rule) => rangeOf(rule, "CidrIpv6", way)) }),
    };
  });
}

/** Revoking finds a rule by what it permits; its description is no part of that. */
function rangeOf({ opening, cidr }: AwsRule, name: string, way: Way) {
  const block = { [name]: formatCidrInFull(cidr) };
  if (way === "remove") return block;
  return { ...block, Description: plainComment(opening, cloudLimits.awsDescription) };
}
