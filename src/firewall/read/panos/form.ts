import { ConfigError, type Source } from "../../source.ts";
import { wholeText } from "../wholeness.ts";
import { readBraces } from "./braces.ts";
import { readCommands } from "./commands.ts";
import { readMarkup } from "./markup.ts";
import { configurationOf, isRunning } from "./running.ts";
import type { Told, Tree } from "./tree.ts";

const name = '(?:"[^"\\n]{0,99}"|[^\\s"]{1,99})';
const commandLine = new RegExp(
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
const markup = /^[ \t\ufeff]*(?:<\?xml|<!--|<!DOCTYPE|<[a-z][\w-]*(?:\s[^<>]*)?>)/m;
const ownMarkup =
  /<config [^<>]*(?:version|urldb)=|<(?:(?:pre-|post-)?rulebase|device-group|vsys|mgt-config)>/;
const block = /^[ \t]*(?:"[^"]*"|\S+) \{[ \t\r]*$/m;
const ownBlock =
  /^[ \t]*(?:(?:pre-|post-)?rulebase|mgt-config|deviceconfig|vsys|device-group) \{|^[ \t]*(?:application\/service|source-user|negate-source|hip-profiles|ip-netmask|log-end) |; index: \d+" \{/m;
/** XML is often one line; the parser holds it once. */
const longestMarkupBytes = 64 << 20;
const headBytes = 65_536;

/** What prints a configuration that can be read. */
export const command = "set cli config-output-format set; configure; show";

/** 0 to 1; words that other vendors use as well are not enough. */
export function likeness(head: string): number {
  if (isMarkup(head)) return ownMarkup.test(head) ? 0.95 : 0;
  if (commandLine.test(head)) return 0.95;
  if (block.test(head) && ownBlock.test(head)) return 0.9;
  return isTable(head) ? 0.6 : 0;
}

/** A banner within commands may hold a line that looks like markup. */
function isMarkup(head: string): boolean {
  return markup.test(head) && (ownMarkup.test(head) || !commandLine.test(head));
}

/** The rules as the web page exports them (CSV), which say less than the configuration. */
function isTable(head: string): boolean {
  return head
    .split("\n")
    .some((line) => line.includes("Source Zone") && line.includes("Destination Zone"));
}

/** Reads whichever form it is; the same tree comes out of all. */
export function readForm(source: Source, told: Told): Tree {
  const head = new TextDecoder().decode(source.bytes.subarray(0, headBytes));
  if (isMarkup(head)) return readMarkupOf(source);
  const text = wholeText(source).replace(/^\ufeff/, "");
  if (commandLine.test(text)) return readCommands(text, told);
  if (text.trim() === "") throw new ConfigError("firewall.config.empty", 0);
  if (!text.includes("{")) {
    if (/^[ \t]*set /m.test(text)) return readCommands(text, told);
    throw new ConfigError("firewall.config.wrong-form", 0, { command });
  }
  const tree = readBraces(text, told);
  return isRunning(tree) ? configurationOf(tree) : tree;
}

function readMarkupOf(source: Source): Tree {
  if (source.bytes.length > longestMarkupBytes) {
    throw new ConfigError("firewall.config.too-large", 0);
  }
  const text = source.text();
  const lineAt = (offset: number) => text.slice(0, offset).split("\n").length;
  const nul = text.indexOf("\0");
  if (nul >= 0) throw new ConfigError("firewall.config.binary", lineAt(nul));
  // A terminal's prompt and command may stand in front.
  const start = markup.exec(text)?.index ?? 0;
  return readMarkup(text.slice(start), lineAt(start));
}
