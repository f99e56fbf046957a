import { formatCidrInFull } from "../cidr.ts";
import { type AwsRule, awsGroupsOf } from "./_aws.ts";
import { plainComment, uniqueNames } from "./_cloud.ts";
import { cloudLimits } from "./_cloud-limits.ts";
import { heading, stemOf, textOf } from "./_text.ts";
import type { Writer, WrittenFile } from "./writer.ts";

interface Resource {
  rule: AwsRule;
  type: string;
  name: string;
  variable: string;
}

const id = "aws-terraform";
const types = {
  outbound: "aws_vpc_security_group_egress_rule",
  inbound: "aws_vpc_security_group_ingress_rule",
} as const;

/**
 * One resource for each rule, and a variable for each security group. To take it away, the second
 * file replaces the first: its `removed` blocks (Terraform 1.7) name what is to be destroyed.
 */
export const awsTerraform: Writer = {
  id,
  title: "AWS security group (Terraform)",
  write(request) {
    const { parts, groups } = awsGroupsOf(request);
    const stem = stemOf(request);
    const variables = groups.map(({ networks }, at) => ({
      name: `${stem}-group-${at + 1}`,
      networks,
    }));
    const all = groups.flatMap(({ rules }, at) =>
      rules.map((rule) => ({ rule, variable: variables[at]!.name })),
    );
    const names = uniqueNames(
      all.map(({ rule }) => rule.opening.name),
      identifier,
    );
    const resources = all.map(({ rule, variable }, at): Resource => {
      return { rule, variable, type: types[rule.opening.direction], name: names[at]! };
    });
    const hint = `This file replaces ${stem}-${id}.tf; applying it destroys the rules.`;
    const blocks = [...variables.map(variableOf), ...resources.map(resourceOf)];
    return {
      add: fileOf(`${stem}-${id}.tf`, heading(parts, "#"), blocks),
      remove: fileOf(
        `${stem}-${id}-remove.tf`,
        heading(parts, "#", hint),
        resources.map(removalOf),
      ),
      needsPerson: parts.needsPerson,
    };
  },
};

function fileOf(name: string, head: readonly string[], blocks: readonly string[][]): WrittenFile[] {
  return blocks.length === 0 ? [] : [{ name, text: textOf([...head, ...blocks.flat()]) }];
}

/** Terraform's names begin with a letter or an underscore. */
function identifier(name: string): string {
  return /^[A-Za-z_]/.test(name) ? name : `_${name}`;
}

function variableOf({ name, networks }: { name: string; networks: string }): string[] {
  return [
    "",
    `variable "${name}" {`,
    `  description = "Id of the security group of the clients in ${networks}"`,
    "  type        = string",
    "}",
  ];
}

function resourceOf({ rule, type, name, variable }: Resource): string[] {
  const { opening, cidr, from, to } = rule;
  const block = cidr.family === "ipv4" ? "cidr_ipv4" : "cidr_ipv6";
  return [
    "",
    `resource "${type}" "${name}" {`,
    `  security_group_id = var.${variable}`,
    `  description       = "${plainComment(opening, cloudLimits.awsDescription)}"`,
    `  ip_protocol       = "${opening.transport}"`,
    `  from_port         = ${from}`,
    `  to_port           = ${to}`,
    `  ${block}         = "${formatCidrInFull(cidr)}"`,
    "}",
  ];
}

function removalOf({ type, name }: Resource): string[] {
  return [
    "",
    "removed {",
    `  from = ${type}.${name}`,
    "",
    "  lifecycle {",
    "    destroy = true",
    "  }",
    "}",
  ];
}
