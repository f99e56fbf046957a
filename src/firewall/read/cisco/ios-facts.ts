import { type AddressSet, anyAddress } from "../../address.ts";
import { includes } from "../../ranges.ts";
import type { Source } from "../../source.ts";
import { readAddress, single } from "./addresses.ts";
import { type Command, commandsOf } from "./commands.ts";
import { define } from "./definitions.ts";
import { type AccessList, type Lists, listOf, refuseTooMany } from "./lists.ts";
import { newScope, type Scope } from "./scope.ts";
import { addTimeRange } from "./time-ranges.ts";
import { peek, skip, take, type Words, wordsOf } from "./words.ts";

export interface IosGroup {
  list: string;
  direction: "in" | "out";
  interface: string;
  family: "ipv4" | "ipv6";
  line: number;
}

/** What a configuration says, before anything is made of it. */
export interface IosFacts {
  scope: Scope;
  lists: Lists;
  groups: IosGroup[];
  attachments: { name: string; addresses: AddressSet }[];
  /** Routes of which only the next router is known. */
  gateways: { gateway: number | bigint; addresses: AddressSet }[];
  /** `ip nat …` that is not an interface's. */
  nat: Command[];
  natInside: string[];
  natOutside: string[];
  /** The first line of a zone-based firewall, and of `ip inspect` on an interface. */
  zonePair: number | undefined;
  inspect: number | undefined;
  notUnderstood: Command[];
}

const entry = /^((sequence )?\d+ )?(permit|deny|remark|evaluate)\b/;
const ofInterface =
  /^(no |description|shutdown|zone-member|ip (address|access-group|inspect|nat (in|out)side$)|ipv6 (address|traffic-filter))/;
const ofGroup = /^(host|range|group-object|description|any|\d+|tcp|udp|icmp|esp|ahp|gre|ip)\b/;

function belongs(above: string, text: string): boolean {
  if (/^ip(v6)? access-list /.test(above)) return entry.test(text);
  if (above.startsWith("interface ")) return ofInterface.test(text);
  if (above.startsWith("time-range ")) return /^(absolute|periodic) /.test(text);
  return above.startsWith("object-group ") && ofGroup.test(text) && !/^ip(v6)? [a-z]/.test(text);
}

export function iosFacts(source: Source, today: string | undefined): IosFacts {
  const facts: IosFacts = {
    scope: newScope("wildcard", anyAddress, today),
    lists: new Map(),
    groups: [],
    attachments: [],
    gateways: [],
    nat: [],
    natInside: [],
    natOutside: [],
    zonePair: undefined,
    inspect: undefined,
    notUnderstood: [],
  };
  for (const command of commandsOf(source, { belongs, delimitedBanners: true })) {
    gather(facts, command);
  }
  for (const { items } of facts.lists.values()) items.sort((a, b) => a.sequence - b.sequence);
  const held = new Map(facts.groups.map((group) => [groupKey(group), group]));
  facts.groups = [...held.values()];
  refuseTooMany(facts.groups.map((group) => group.interface));
  const nets = facts.attachments.slice(0, mostNetworks);
  for (const { gateway, addresses } of facts.gateways) {
    const name = nets.find(({ addresses: { v4, v6 } }) =>
      typeof gateway === "number" ? includes(v4, gateway) : includes(v6, gateway),
    )?.name;
    if (name !== undefined) facts.attachments.push({ name, addresses });
  }
  return facts;
}

/** Among which a route's next router is looked for. */
const mostNetworks = 2048;

/** Of two groups with one key the later holds. */
function groupKey({ interface: name, direction, family }: IosGroup): string {
  return `${family} ${direction} ${name}`;
}

function gather(facts: IosFacts, command: Command): void {
  const words = wordsOf(command.text);
  const first = take(words)!;
  const key = first === "ip" || first === "ipv6" ? `${first} ${take(words)}` : first;
  if (Object.hasOwn(gatherers, key)) gatherers[key]!(facts, command, words);
}

type Gatherer = (facts: IosFacts, command: Command, words: Words) => void;

const notUnderstood: Gatherer = (facts, command) => void facts.notUnderstood.push(command);
const ofZones: Gatherer = (facts, command, words) => {
  if (skip(words, "type") && skip(words, "inspect")) facts.notUnderstood.push(command);
};

const gatherers: Readonly<Record<string, Gatherer>> = {
  "access-list": gatherNumbered,
  "class-map": ofZones,
  interface: gatherInterface,
  "ip access-list": (facts, command, words) => {
    const kind = take(words);
    if (kind === "standard" || kind === "extended") gatherNamed(facts, command, kind, words);
  },
  "ip inspect": notUnderstood,
  "ip nat": ({ nat }, command) => void nat.push(command),
  "ip route": gatherRoute,
  "ipv6 access-list": (facts, command, words) => gatherNamed(facts, command, "ipv6", words),
  "ipv6 route": gatherRoute,
  "object-group": ({ scope }, command) => define(scope.definitions, command),
  "policy-map": ofZones,
  "time-range": ({ scope }, command) => addTimeRange(scope, command),
  "zone-pair": (facts, command, words) => {
    facts.zonePair ??= command.line;
    notUnderstood(facts, command, words);
  },
};

function gatherNamed(
  { lists }: IosFacts,
  { line, inside }: Command,
  kind: AccessList["kind"],
  words: Words,
): void {
  const list = listOf(lists, take(words) ?? "", kind, line);
  for (const inner of inside) addItem(list, inner);
}

/** Entries stand in the order of their numbers; one without comes last. */
function addItem({ items }: AccessList, { line, text }: Command): void {
  const head = /^(?:sequence\s+)?(\d+)\s+/.exec(text);
  const sequence = head ? Number(head[1]) : (items.at(-1)?.sequence ?? 0) + 10;
  items.push({ line, text: head ? text.slice(head[0].length) : text, sequence });
}

/** `access-list 101 …`: the number says what kind of list it is. */
function gatherNumbered({ lists }: IosFacts, { line, text }: Command): void {
  const head = /^access-list\s+(\d{1,4})\b\s*/.exec(text);
  if (!head) return;
  const list = listOf(lists, head[1]!, kindOf(Number(head[1])), line);
  const sequence = (list.items.at(-1)?.sequence ?? 0) + 10;
  list.items.push({ line, text: text.slice(head[0].length), sequence });
}

function kindOf(number: number): AccessList["kind"] {
  if (number < 100 || (number >= 1300 && number < 2000)) return "standard";
  return number < 200 || (number >= 2000 && number < 2700) ? "extended" : "other";
}

function gatherInterface(
  facts: IosFacts,
  { inside }: Command,
  { all: [, name = ""] }: Words,
): void {
  for (const command of inside) {
    const { line, text } = command;
    const words = wordsOf(text);
    const family = take(words) === "ipv6" ? "ipv6" : "ipv4";
    switch (take(words)) {
      case "access-group":
      case "traffic-filter": {
        const list = take(words);
        const direction = take(words);
        const isOne = list !== undefined && (direction === "in" || direction === "out");
        if (isOne) facts.groups.push({ list, direction, interface: name, family, line });
        else facts.notUnderstood.push(command);
        break;
      }
      case "address":
        gatherAddress(facts, words, name);
        break;
      case "nat":
        if (peek(words) === "inside") facts.natInside.push(name);
        if (peek(words) === "outside") facts.natOutside.push(name);
        break;
      case "inspect":
        facts.inspect ??= line;
        facts.notUnderstood.push(command);
    }
  }
}

/** Interfaces write a netmask where lists write what may vary. */
function gatherAddress({ scope, attachments }: IosFacts, words: Words, name: string): void {
  const own = single(peek(words)?.split("/")[0], scope)?.sure;
  const network = own && readAddress(words, { ...scope, masks: "netmask" })?.sure;
  if (!network) return;
  attachments.push({ name, addresses: network });
  if (own.v4.length > 0 && !scope.interfaces.has(name)) scope.interfaces.set(name, own);
}

/** `ip route NET MASK [INTERFACE] [GATEWAY]`. */
function gatherRoute({ scope, attachments, gateways }: IosFacts, _: Command, words: Words): void {
  if (peek(words) === "vrf") return;
  const addresses = readAddress(words, { ...scope, masks: "netmask" })?.sure;
  const next = take(words);
  if (!addresses || next === undefined) return;
  const router = single(next, scope)?.sure;
  const gateway = router?.v4[0] ?? router?.v6[0];
  if (gateway === undefined) attachments.push({ name: next, addresses });
  else gateways.push({ gateway, addresses });
}
