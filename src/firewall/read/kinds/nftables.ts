import type { Kind } from "../reader.ts";

const tableLine =
  /^\s*(?:(?:add|create)\s+)?table\s+(?:inet|ip6?|bridge|arp|netdev)\s+[^\s{]+\s*\{/m;
const commandLine = /^\s*(?:flush ruleset|(?:add|insert) rule\s+(?:inet|ip6?)\s)/m;
const jsonHead = /^\s*\{\s*"nftables"\s*:/;
const shebang = /^#!.*\bnft\b/;

export const kind: Kind = {
  id: "nftables",
  title: "nftables",
  command: "nft list ruleset",
  recognise(head) {
    if (jsonHead.test(head) || shebang.test(head) || tableLine.test(head)) return 1;
    return commandLine.test(head) ? 0.9 : 0;
  },
};
