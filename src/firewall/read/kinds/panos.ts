import type { Kind } from "../reader.ts";

const name = '(?:"[^"\\n]{0,99}"|[^\\s"]{1,99})';
export const commandLine = new RegExp(
  [
    "^(?:[\\w.-]{1,99}@[\\w.()-]{1,99}[>#] *)?(?:set|delete|move) +",
    `(?:(?:(?:vsys|device-group) ${name}|shared) )?`,
    "(?:(?:pre-|post-)?rulebase |deviceconfig |mgt-config |device-group |vsys |shared ",
    `|address(?:-group)? ${name} (?:ip-netmask|ip-range|ip-wildcard|fqdn|static|dynamic) `,
    `|service ${name} protocol |zone ${name} network `,
    "|network (?:interface|virtual-router) )",
  ].join(""),
  "m",
);
export const markup = /^[ \t\ufeff]*(?:<\?xml|<!--|<!DOCTYPE|<[a-z][\w-]*(?:\s[^<>]*)?>)/m;
const ownMarkup =
  /<config [^<>]*(?:version|urldb)=|<(?:(?:pre-|post-)?rulebase|device-group|vsys|mgt-config)>/;
const block = /^[ \t]*(?:"[^"]*"|\S+) \{[ \t\r]*$/m;
const ownBlock =
  /^[ \t]*(?:(?:pre-|post-)?rulebase|mgt-config|deviceconfig|vsys|device-group) \{|^[ \t]*(?:application\/service|source-user|negate-source|hip-profiles|ip-netmask|log-end) |; index: \d+" \{/m;

export const kind: Kind = {
  id: "panos",
  title: "Palo Alto Networks PAN-OS",
  command: "set cli config-output-format set; configure; show",
  /** Words that other vendors use as well are not enough. */
  recognise(head) {
    if (isMarkup(head)) return ownMarkup.test(head) ? 0.95 : 0;
    if (commandLine.test(head)) return 0.95;
    if (block.test(head) && ownBlock.test(head)) return 0.9;
    return isTable(head) ? 0.6 : 0;
  },
};

/** A banner within commands may hold a line that looks like markup. */
export function isMarkup(head: string): boolean {
  return markup.test(head) && (ownMarkup.test(head) || !commandLine.test(head));
}

/** The rules as the web page exports them (CSV), which say less than the configuration. */
function isTable(head: string): boolean {
  return head
    .split("\n")
    .some((line) => line.includes("Source Zone") && line.includes("Destination Zone"));
}
