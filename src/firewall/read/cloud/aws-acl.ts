import type { PolicyBuilder } from "../../builder.ts";
import type { Unknown } from "../../policy.ts";
import { type Action, phases } from "../../table.ts";
import { addRule, doubtful } from "../members.ts";
import { anything } from "./anything.ts";
import { blockOf } from "./aws-group.ts";
import { aclServices } from "./aws-service.ts";
import type { Named } from "./choose.ts";
import { doubtAbout } from "./doubt.ts";
import type { JsonObject } from "./json.ts";
import { isList, isObject, member, objectsOf, strangeMember, textOf, wholeOf } from "./value.ts";

/** A network ACL: numbered entries, the lowest number first, without memory of connections. */
export interface NetworkAcl extends Named {
  line: number;
  entries: readonly JsonObject[];
  /** Whether every entry could be read. */
  whole: boolean;
}

const actions: ReadonlyMap<string, Action> = new Map([
  ["allow", "permit"],
  ["deny", "deny"],
]);
const words: ReadonlySet<string> = new Set(
  `cidrBlock ipv6CidrBlock egress icmpTypeCode portRange protocol ruleAction
  ruleNumber`.split(/\s+/),
);

/** Every ACL in a document of `describe-network-acls`, or the one that it is. */
export function aclsIn(document: JsonObject): NetworkAcl[] {
  const single = member(document, "networkAclId") !== undefined;
  return (single ? [document] : objectsOf(member(document, "networkAcls"))).map((acl) => {
    const entries = member(acl, "entries");
    return {
      names: [textOf(acl, "networkAclId") ?? ""],
      line: acl.line,
      entries: objectsOf(entries),
      whole: isList(entries) && entries.every(isObject),
    };
  });
}

/** One ACL as a stage: the first packets go through the entries of one direction, answers through the other's. */
export function addAcl(builder: PolicyBuilder, acl: NetworkAcl, outgoing: boolean): void {
  const chain = builder.chain(`network-acl ${acl.names[0]}`);
  if (!acl.whole) {
    const unknown = doubtAbout("object-missing", "Entries");
    builder.add({ chain, line: acl.line, action: "unclear", unknown });
  }
  // An entry without a number may stand anywhere, so it is in doubt and asked before all others.
  const numberOf = (entry: JsonObject) => wholeOf(member(entry, "ruleNumber")) ?? -1;
  for (const entry of acl.entries.toSorted((a, b) => numberOf(a) - numberOf(b))) {
    const egress = member(entry, "egress");
    if (egress !== false) addEntry(builder, chain, entry, { egress: true, outgoing });
    if (egress !== true) addEntry(builder, chain, entry, { egress: false, outgoing });
  }
  builder.stage({ chain, otherwise: "deny", line: 0 });
}

function addEntry(
  builder: PolicyBuilder,
  chain: number,
  entry: JsonObject,
  { egress, outgoing }: { egress: boolean; outgoing: boolean },
): void {
  const block = blockOf(entry, textOf(entry, "cidrBlock") ? "cidrBlock" : "ipv6CidrBlock");
  const far = "code" in block ? doubtful(block) : block;
  const [source, destination] = egress ? [anything, far] : [far, anything];
  const rule = {
    chain,
    line: entry.line,
    action: actions.get(textOf(entry, "ruleAction")?.toLowerCase() ?? "") ?? "unclear",
    phases: egress === outgoing ? phases.open | phases.data : phases.reply | phases.replyData,
    unknown: doubtOf(entry),
  };
  addRule(builder, rule, { source, destination, services: aclServices(entry) });
}

function doubtOf(entry: JsonObject): Unknown | undefined {
  const strange = strangeMember(entry, words);
  if (strange) return doubtAbout("match", strange);
  if (typeof member(entry, "egress") !== "boolean") return doubtAbout("value", "Egress");
  const number = wholeOf(member(entry, "ruleNumber"));
  return number === undefined ? doubtAbout("value", "RuleNumber") : undefined;
}
