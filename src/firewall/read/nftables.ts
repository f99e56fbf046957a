import { ConfigError } from "../source.ts";
import { kind } from "./kinds/nftables.ts";
import { rulesetOfJson } from "./nftables/json.ts";
import { policyOf } from "./nftables/stages.ts";
import { rulesetOfText } from "./nftables/text.ts";
import type { Reader } from "./reader.ts";

export const nftables: Reader = {
  ...kind,
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
