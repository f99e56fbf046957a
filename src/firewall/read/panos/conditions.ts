import type { Unknown, UnknownCode } from "../../policy.ts";
import { partOf, partsOf, type Tree, wordOf, wordsOf } from "./tree.ts";

/** What a rule looks at that a packet's addresses and ports do not show; `any` is no condition. */
const conditions = new Map<string, UnknownCode>([
  ["application", "application"],
  ["category", "application"],
  ["source-user", "user"],
  ["hip-profiles", "user"],
  ["source-hip", "user"],
  ["destination-hip", "user"],
  ["source-region", "geography"],
  ["destination-region", "geography"],
  ["schedule", "schedule"],
  ["source-device", "match"],
  ["destination-device", "match"],
  ["source-imsi", "match"],
  ["source-imei", "match"],
  ["source-nw-slice", "match"],
  ["saas-user-list", "match"],
  ["saas-tenant-list", "match"],
]);

const read = ["from", "to", "source", "destination", "service", "action"];
const switches = ["disabled", "negate-source", "negate-destination"];
const types = ["universal", "intrazone", "interzone"];
const harmless = new Set([
  ...["description", "tag", "group-tag", "uuid", "audit-comment", "log-setting", "log-start"],
  ...["log-end", "profile-setting", "option", "qos", "icmp-unreachable", "disable-inspect"],
]);
/** What every rule has; where it is missing, the rule was not exported or typed whole. */
const needed = ["from", "to", "source", "destination", "application", "service"];

/** Why a rule matches only perhaps; undefined where addresses, ports and zones say all. */
export function doubtOf(rule: Tree): Unknown | undefined {
  for (const [word, part] of partsOf(rule)) {
    const doubt = doubtAbout(word, part);
    if (doubt) return doubt;
  }
  if (takesDefaultPorts(rule)) return { code: "application", what: "application-default" };
  const missing = needed.find((word) => wordsOf(partOf(rule, word)).length === 0);
  return missing === undefined ? undefined : { code: "match", what: missing };
}

function doubtAbout(word: string, part: Tree): Unknown | undefined {
  if ((word === "from" || word === "to") && wordsOf(part).some((zone) => zone.includes("*"))) {
    return { code: "value", what: word };
  }
  if (harmless.has(word) || read.includes(word)) return undefined;
  const code = conditions.get(word);
  if (code) return isAnything(part) ? undefined : { code, what: wordsOf(part)[0] ?? word };
  const value = wordOf(part) ?? "";
  if (switches.includes(word) && !["yes", "no"].includes(value))
    return { code: "value", what: word };
  if (word === "rule-type" && !types.includes(value)) return { code: "value", what: word };
  // A rule of Panorama for some of its firewalls only: which one this is, the file does not say.
  if (word === "target" && !partOf(part, "devices") && !partOf(part, "tags")) return undefined;
  return switches.includes(word) || word === "rule-type"
    ? undefined
    : { code: "match", what: word };
}

/** Whether a rule takes any application, but each only at the ports that the firewall knows for it. */
function takesDefaultPorts(rule: Tree): boolean {
  return Boolean(
    partOf(rule, "service", "application-default") && partOf(rule, "application", "any"),
  );
}

function isAnything(part: Tree): boolean {
  const words = wordsOf(part);
  return words.length > 0 && words.every((word) => word === "any");
}
