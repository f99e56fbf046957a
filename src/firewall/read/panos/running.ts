import { grow, newTree, partOf, partsOf, put, type Tree, wordsOf } from "./tree.ts";

const named = /^(.*); index: \d+$/;
/** What `show running security-policy` calls otherwise than a configuration does. */
const renamed = new Map([
  ["user", "source-user"],
  ["destinataion-device", "destination-device"],
  ["icmp-unreachable:", "icmp-unreachable"],
]);
const conditions = ["source-region", "destination-region", "source-device", "destination-device"];

/** Whether a tree is what `show running security-policy` prints: the rules as they are in force. */
export function isRunning(root: Tree): boolean {
  for (const [, rule] of partsOf(root)) {
    if (partOf(rule, "terminal") || partOf(rule, "application/service")) return true;
  }
  return false;
}

/** The same rules as a configuration. Addresses are resolved in them, services stand as numbers. */
export function configurationOf(root: Tree): Tree {
  const whole = newTree(0);
  const rulebase = grow(whole, "rulebase", 0);
  for (const [title, printed] of partsOf(root)) {
    const name = named.exec(title)?.[1] ?? title;
    const isDefault = name === "intrazone-default" || name === "interzone-default";
    const base = grow(rulebase, isDefault ? "default-security-rules" : "security", printed.line);
    const rule = grow(grow(base, "rules", printed.line), name, printed.line);
    for (const [word, part] of partsOf(printed)) addWord(whole, rule, word, part);
  }
  return whole;
}

function addWord(whole: Tree, rule: Tree, word: string, part: Tree): void {
  if (word === "application/service") addServices(whole, rule, part);
  if (word === "application/service" || word === "terminal") return;
  const name = renamed.get(word) ?? word;
  const words = wordsOf(part);
  if (conditions.includes(name) && words.every((each) => each === "none" || each === "any")) return;
  const own = grow(rule, name, part.line);
  for (const each of words) put(own, each);
}

/** `0:ssl/tcp/any/443` is an application, a protocol, source ports and destination ports. */
function addServices(whole: Tree, rule: Tree, part: Tree): void {
  const { line } = part;
  const applications = new Set<string>();
  const services = grow(rule, "service", line);
  for (const item of wordsOf(part)) {
    const [application, protocol, from, to, ...more] = item.replace(/^\d+:/, "").split("/");
    applications.add(application!);
    const ported = (protocol === "tcp" || protocol === "udp") && more.length === 0;
    const all = protocol === "any" && from === "any" && to === "any" && more.length === 0;
    const name = all ? "any" : item;
    put(services, name);
    if (ported && from && to) addService(whole, name, protocol, [from, to], line);
  }
  // An application beside `any` restricts only its own ports: then no port is certain.
  if (applications.size > 1) applications.delete("any");
  for (const application of applications) put(grow(rule, "application", line), application);
}

function addService(
  whole: Tree,
  name: string,
  protocol: string,
  [from, to]: readonly [string, string],
  line: number,
): void {
  const object = grow(grow(whole, "service", line), name, line);
  const ports = grow(grow(object, "protocol", line), protocol, line);
  put(grow(ports, "port", line), to === "any" ? "0-65535" : to);
  if (from !== "any") put(grow(ports, "source-port", line), from);
}
