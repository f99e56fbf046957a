import type { Kind } from "../reader.ts";

const keys =
  /"(SecurityGroupRules|NetworkAcls|NetworkAclId|IpPermissions|IpPermissionsEgress)"\s*:/;

export const kind: Kind = {
  id: "aws",
  title: "AWS security groups, network ACLs",
  command: "aws ec2 describe-security-groups --output json",
  recognise(head) {
    if (!/^\uFEFF?\s*[[{]/.test(head)) return 0;
    if (keys.test(head)) return 1;
    // Machines and load balancers name their groups too, without saying what these permit.
    if (/"SecurityGroups"\s*:/.test(head)) return 0.5;
    return /"IpProtocol"\s*:/.test(head) ? 0.9 : 0;
  },
};
