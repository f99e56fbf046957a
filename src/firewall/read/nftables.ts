import { ConfigError } from "../source.ts";
import { rulesetOfJson } from "./nftables/json.ts";
import { policyOf } from "./nftables/stages.ts";
import { rulesetOfText } from "./nftables/text.ts";
import type { Reader } from "./reader.ts";

const tableLine =
  /^\s*(?:(?:add|create)\s+)?table\s+(?:inet|ip6?|bridge|arp|netdev)\s+[^\s{]+\s*\{/m;
const commandLine = /^\s*(?:flush ruleset|(?:add|insert) rule\s+(?:inet|ip6?)\s)/m;
const jsonHead = /^\s*\{\s*"nftables"\s*:/;
const shebang = /^#!.*\bnft\b/;

export const nftables: Reader = {
  id: "nftables",
  title: "nftables",
  command: "nft list ruleset",
  recognise(head) {
    if (jsonHead.test(head) || shebang.test(head) || tableLine.test(head)) return 1;
    return commandLine.test(head) ? 0.9 : 0;
  },
  read(source, options) {
    const text = source.text();
    const zero = text.indexOf("\0");
    if (zero >= 0)
      throw new ConfigError("firewall.config.binary", text.slice(0, zero).split("\n").length);
    const isJson = text.trimStart().startsWith("{");
    const ruleset = isJson ? rulesetOfJson(text) : rulesetOfText(text);
    if (ruleset.tables.size === 0) throw new ConfigError("firewall.config.empty", 0);
    return policyOf(ruleset, options);
  },
};
