import { type AddressSet, anyAddress, anyV4, anyV6 } from "../../address.ts";
import type { Source } from "../../source.ts";
import { readAddress, single } from "./addresses.ts";
import { type Command, commandsOf } from "./commands.ts";
import { define } from "./definitions.ts";
import { type Lists, listOf, refuseTooMany } from "./lists.ts";
import { newScope, type Scope } from "./scope.ts";
import { addTimeRange } from "./time-ranges.ts";
import { firstWord, peek, skip, take, type Words, wordsOf } from "./words.ts";

export interface AsaInterface {
  name: string;
  level: number;
  /** Of its security level, or of its name where no level is written. */
  line: number;
}

export interface AsaGroup {
  list: string;
  direction: "in" | "out" | "global";
  /** Empty for the global one. */
  interface: string;
  line: number;
}

/** What a configuration says, before anything is made of it. */
export interface AsaFacts {
  scope: Scope;
  lists: Lists;
  groups: AsaGroup[];
  interfaces: AsaInterface[];
  attachments: { name: string; addresses: AddressSet }[];
  /** Interfaces of one level may speak to each other. */
  sameLevel: boolean;
  /** An interface may send back what it received. */
  sameInterface: boolean;
  /** `nat` and `static`, those inside objects under the object's name. */
  nat: { command: Command; object: string | undefined }[];
  notUnderstood: Command[];
  /** How many entries were put before others. */
  insertions: number;
}

const openers = /^(interface|object|object-group|time-range) /;
const belonging = new RegExp(
  "^(host|subnet|range|fqdn|network-object|group-object|port-object|service-object|" +
    "protocol-object|icmp-object|description|absolute|periodic|nameif|security-level|ip address|ipv6 address|" +
    "service (tcp|udp|icmp|icmp6|sctp|\\d)|nat \\([^)]*\\) (static|dynamic)) ?",
);
/** Other ways to let packets pass, none of which is an access list. */
const otherFilters = ["apply", "conduit", "established", "filter", "outbound"];

export function asaFacts(source: Source, today: string | undefined): AsaFacts {
  const commands = commandsOf(source, {
    belongs: (above, text) => openers.test(above) && belonging.test(text),
    delimitedBanners: false,
  });
  const facts: AsaFacts = {
    scope: newScope("netmask", commands.some(isOld) ? anyV4 : anyAddress, today),
    lists: new Map(),
    groups: [],
    interfaces: [],
    attachments: [],
    sameLevel: false,
    sameInterface: false,
    nat: [],
    notUnderstood: [],
    insertions: 0,
  };
  for (const command of commands) gather(facts, command);
  // Of two groups on one interface the later holds.
  const filters = facts.groups.filter(({ list }) => facts.lists.get(list)?.kind !== "other");
  const held = new Map(filters.map((group) => [`${group.direction} ${group.interface}`, group]));
  facts.groups = [...held.values()];
  refuseTooMany([
    ...facts.groups.map((each) => each.interface),
    ...facts.interfaces.map(({ name }) => name),
  ]);
  return facts;
}

/** Before 9.0 `any` was IPv4 only and IPv6 had lists of its own. */
function isOld({ text }: Command): boolean {
  return /^(ASA|PIX) Version [5-8]\./.test(text);
}

function gather(facts: AsaFacts, command: Command): void {
  const head = firstWord(command.text);
  if (head === "access-list") gatherList(facts, command);
  else if (Object.hasOwn(gatherers, head))
    gatherers[head]!(facts, command, { ...wordsOf(command.text), at: 1 });
  else if (otherFilters.includes(head)) facts.notUnderstood.push(command);
}

type Gatherer = (facts: AsaFacts, command: Command, words: Words) => void;

const gatherers: Readonly<Record<string, Gatherer>> = {
  "access-group": gatherGroup,
  interface: gatherInterface,
  ipv6: (facts, command, words) => {
    if (skip(words, "route")) gatherRoute(facts, command, words);
  },
  name: ({ scope }, _, { all: [, address, name] }) => {
    if (address !== undefined && name !== undefined) scope.names.set(name, address);
  },
  nat: ({ nat }, command) => void nat.push({ command, object: undefined }),
  object: gatherObject,
  "object-group": gatherObject,
  route: gatherRoute,
  "same-security-traffic": (facts, { text }) => {
    facts.sameLevel ||= text.endsWith(" inter-interface");
    facts.sameInterface ||= text.endsWith(" intra-interface");
  },
  static: ({ nat }, command) => void nat.push({ command, object: undefined }),
  "time-range": ({ scope }, command) => addTimeRange(scope, command),
};

const mostInsertions = 1000;
/** Settings and headings that look like lists. */
const noLists = ["alert-interval", "cached", "deny-flow-max"];
const types = ["extended", "standard", "ethertype", "webtype"];

/** `access-list NAME [line N] …`; a line number puts the entry before the one that had it. */
function gatherList(facts: AsaFacts, command: Command): void {
  const { line, text } = command;
  const head = /^access-list\s+(\S+)(?:\s+line\s+(\d+))?\s*/.exec(text);
  const name = head?.[1];
  if (!head || name === undefined) {
    facts.notUnderstood.push(command);
    return;
  }
  if (noLists.includes(name) || name.endsWith(";")) return;
  const rest = text.slice(head[0].length);
  const word = firstWord(rest);
  const isType = types.includes(word);
  const kind = !isType || word === "extended" ? "extended" : word === "standard" ? word : "other";
  const { items } = listOf(facts.lists, name, kind, line);
  const item = { line, text: isType ? rest.slice(word.length).trimStart() : rest, sequence: 0 };
  const at = head[2] === undefined ? items.length + 1 : Number(head[2]);
  if (at > items.length) items.push(item);
  else if (facts.insertions < mostInsertions) {
    facts.insertions += 1;
    items.splice(Math.max(0, at - 1), 0, item);
  } else if (items[0]!.text !== disordered) {
    items.unshift({ ...item, text: disordered });
  }
}

/** No action: an entry that puts the whole list in doubt. */
const disordered = "line";

function gatherObject(facts: AsaFacts, command: Command, { all: [, , object] }: Words): void {
  define(facts.scope.definitions, command);
  for (const inner of command.inside) {
    if (inner.text.startsWith("nat ")) facts.nat.push({ command: inner, object });
  }
}

function gatherInterface({ scope, interfaces, attachments }: AsaFacts, command: Command): void {
  const own = new Map(command.inside.map((inner) => [wordsOf(inner.text).all[0], inner]));
  const nameif = own.get("nameif");
  const name = nameif && wordsOf(nameif.text).all[1];
  if (!nameif || name === undefined) return;
  const level = own.get("security-level");
  const written = level && Number(wordsOf(level.text).all[1]);
  interfaces.push({
    name,
    level: written ?? (name === "inside" ? 100 : 0),
    line: (level ?? nameif).line,
  });
  for (const { text } of command.inside) {
    const words = wordsOf(text);
    const family = take(words);
    if ((family !== "ip" && family !== "ipv6") || !skip(words, "address")) continue;
    const address = peek(words);
    if (address === "dhcp" && text.endsWith(" setroute")) {
      attachments.push({ name, addresses: anyV4 });
    }
    const network = readAddress(words, scope)?.sure;
    if (!network) continue;
    attachments.push({ name, addresses: network });
    const self = single(address?.split("/")[0], scope)?.sure;
    if (self && family === "ip") scope.interfaces.set(name, self);
  }
}

function gatherGroup({ groups }: AsaFacts, { line }: Command, words: Words): void {
  const list = take(words);
  const direction = take(words);
  if (list === undefined) return;
  if (direction === "global") groups.push({ list, direction, interface: "", line });
  if ((direction !== "in" && direction !== "out") || !skip(words, "interface")) return;
  const name = take(words);
  // What is sent to the firewall itself crosses nothing.
  if (name === undefined || peek(words) === "control-plane") return;
  groups.push({ list, direction, interface: name, line });
}

/** `route IF NET MASK GATEWAY`, `ipv6 route IF P/L GATEWAY`. */
function gatherRoute({ attachments, scope }: AsaFacts, _: Command, words: Words): void {
  const name = take(words);
  const word = peek(words);
  if (name === undefined || word === undefined) return;
  const found = word === "::/0" ? anyV6 : readAddress(words, scope)?.sure;
  if (found) attachments.push({ name, addresses: found });
}
