import type { Family } from "../address.ts";
import { policyBuilder } from "../builder.ts";
import type { Policy } from "../policy.ts";
import type { Source } from "../source.ts";
import { lacksEnd } from "./cisco/commands.ts";
import { type IosFacts, iosFacts } from "./cisco/ios-facts.ts";
import { addIosStages, iosChain } from "./cisco/ios-stages.ts";
import { type AccessList, onlyList } from "./cisco/lists.ts";
import { kind } from "./kinds/cisco-ios.ts";
import type { Reader, ReadOptions } from "./reader.ts";

export const ciscoIos: Reader = {
  ...kind,
  read,
};

function read(source: Source, { list: wanted, today }: ReadOptions): Policy {
  const facts = iosFacts(source, today);
  const isApplied = facts.groups.length > 0 || facts.zonePair !== undefined;
  const policy = wanted === undefined && isApplied ? judgeAll(facts) : judgeOne(facts, wanted);
  const noEnd = { key: "firewall.assumed.no-end", values: {} };
  return lacksEnd(source) ? { ...policy, assumptions: [...policy.assumptions, noEnd] } : policy;
}

/** Routers remember no connections: answers are asked like everything else. */
function judgeAll(facts: IosFacts): Policy {
  const found = new Set(facts.groups.map(({ family }) => family));
  const families: Family[] = found.size > 0 ? [...found] : ["ipv4", "ipv6"];
  const builder = policyBuilder({ vendor: ciscoIos.id, families, replies: "checked" });
  tell(builder, facts);
  addIosStages(builder, facts, families);
  return builder.finish();
}

/** One list is one direction: nothing is known about the way back. */
function judgeOne(facts: IosFacts, wanted: string | undefined): Policy {
  const isFilter = ({ kind }: AccessList) => kind !== "other";
  const list = onlyList([...facts.lists.values()].filter(isFilter), wanted);
  const families: Family[] = [list.kind === "ipv6" ? "ipv6" : "ipv4"];
  const builder = policyBuilder({ vendor: ciscoIos.id, families, replies: "implicit" });
  tell(builder, facts);
  builder.assume("firewall.assumed.only-list", { list: list.name });
  builder.stage({ chain: iosChain(builder, facts, list, new Set()), otherwise: "deny", line: 0 });
  return builder.finish();
}

function tell(builder: ReturnType<typeof policyBuilder>, facts: IosFacts): void {
  for (const { line, text } of facts.notUnderstood) builder.notUnderstood(line, text.slice(0, 80));
  for (const attachment of facts.attachments) builder.attach(attachment);
}
