import { type PolicyBuilder, policyBuilder } from "../builder.ts";
import type { Policy } from "../policy.ts";
import type { Source } from "../source.ts";
import { type AsaFacts, asaFacts } from "./cisco/asa-facts.ts";
import { addRewrites } from "./cisco/asa-nat.ts";
import { addAsaStages } from "./cisco/asa-stages.ts";
import { lacksEnd } from "./cisco/commands.ts";
import { extendedEntry } from "./cisco/entry.ts";
import { type AccessList, chainOf, type Item, onlyList } from "./cisco/lists.ts";
import { wordsOf } from "./cisco/words.ts";
import { kind } from "./kinds/cisco-asa.ts";
import type { Reader, ReadOptions } from "./reader.ts";

export const ciscoAsa: Reader = {
  ...kind,
  read,
};

function read(source: Source, { list: wanted, today }: ReadOptions): Policy {
  const facts = asaFacts(source, today);
  const builder = policyBuilder({
    vendor: ciscoAsa.id,
    families: ["ipv4", "ipv6"],
    replies: "implicit",
  });
  if (lacksEnd(source)) builder.assume("firewall.assumed.no-end");
  const done = new Set<number>();
  const chainOfList = (list: AccessList) =>
    chainOf(builder, list, (item) => entryOf(item, list, facts), done);
  for (const { line, text } of facts.notUnderstood)
    builder.notUnderstood(line, text.split(" ")[0]!);
  for (const attachment of facts.attachments) builder.attach(attachment);
  const isWhole = facts.groups.length > 0 || facts.interfaces.length > 0;
  if (wanted === undefined && isWhole) {
    addRewrites(builder, facts);
    addAsaStages(builder, facts, chainOfList);
  } else judgeOne(builder, facts, wanted, chainOfList);
  return builder.finish();
}

function judgeOne(
  builder: PolicyBuilder,
  { lists }: AsaFacts,
  wanted: string | undefined,
  chainOfList: (list: AccessList) => number,
): void {
  const candidates = [...lists.values()].filter(({ kind }) => kind === "extended");
  const list = onlyList(candidates, wanted);
  if (wanted === undefined) builder.assume("firewall.assumed.only-list", { list: list.name });
  builder.stage({ chain: chainOfList(list), otherwise: "deny", line: 0 });
}

/** A remark is no entry; a standard list of an ASA filters nothing and cannot be judged. */
function entryOf({ line, text }: Item, list: AccessList, { scope }: AsaFacts) {
  if (text.startsWith("remark")) return undefined;
  const words = wordsOf(list.kind === "extended" ? text : "");
  return extendedEntry(line, words, scope);
}
