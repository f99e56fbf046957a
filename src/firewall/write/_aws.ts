import { type Cidr, cidrsOf, formatCidrInFull } from "../cidr.ts";
import type { Opening, OpeningRequest } from "../opening.ts";
import { pairsOf } from "../ranges.ts";
import { familiesOf, ofFamily } from "./_addresses.ts";
import { addressesOnly, clientsOf, farSide, networksText, without } from "./_cloud.ts";
import { cloudLimits } from "./_cloud-limits.ts";
import { type Sorted, sorted } from "./_request.ts";
import { chunks } from "./_text.ts";

/** One network and one range of ports, as AWS counts rules. */
export interface AwsRule {
  opening: Opening;
  cidr: Cidr;
  from: number;
  to: number;
}

/** One security group, and for which clients it is. */
export interface AwsGroup {
  networks: string;
  rules: readonly AwsRule[];
}

/**
 * As many groups of the size that AWS takes as the rules of each kind of clients fill; a machine may
 * bear several, which permit together what each permits. No rule stands twice in them.
 */
export function awsGroupsOf(request: OpeningRequest): { parts: Sorted; groups: AwsGroup[] } {
  const parts = sorted(request, addressesOnly);
  const beyond: Opening[] = [];
  const groups = clientsOf(parts.openings, request).flatMap(({ networks, openings }) => {
    const rules = new Map<string, AwsRule>();
    const room = cloudLimits.awsRules * cloudLimits.awsGroups;
    for (const opening of openings) {
      const fresh = rulesOf(opening, room)?.filter((rule) => !rules.has(keyOf(rule)));
      if (fresh && rules.size + fresh.length <= room) {
        for (const rule of fresh) rules.set(keyOf(rule), rule);
      } else beyond.push(opening);
    }
    return chunks([...rules.values()], cloudLimits.awsRules).map((own) => ({
      networks: networksText(networks),
      rules: own,
    }));
  });
  return { parts: without(parts, beyond), groups };
}

/** Undefined where there would be more than there is room for. */
function rulesOf(opening: Opening, room: number): AwsRule[] | undefined {
  const far = farSide(opening);
  const cidrs = familiesOf(opening).flatMap((family) => cidrsOf(ofFamily(far, family)));
  const ports = pairsOf(opening.ports);
  if (cidrs.length * ports.length > room) return undefined;
  return ports.flatMap(([from, to]) => cidrs.map((cidr) => ({ opening, cidr, from, to })));
}

function keyOf({ opening, cidr, from, to }: AwsRule): string {
  return `${opening.direction} ${opening.transport} ${from}-${to} ${formatCidrInFull(cidr)}`;
}
