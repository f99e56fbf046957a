import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { sourceOfText } from "../../source.ts";
import { ciscoAsa } from "../cisco-asa.ts";
import { ciscoIos } from "../cisco-ios.ts";
import { noOptions, type Reader } from "../reader.ts";
import { ask } from "./stage/ask.ts";
import {
  decide,
  netOf,
  type PlainAddress,
  type PlainEntry,
  type PlainList,
  type PlainPorts,
  packetText,
  plainList,
  plainPacket,
} from "./stage/plain.ts";

test("ASA decides as the plainest first match does", () => holds(ciscoAsa, asaText));
test("IOS decides as the plainest first match does", () => holds(ciscoIos, iosText));

function holds(reader: Reader, print: (list: PlainList) => { lines: string[]; first: number }) {
  const packets = fc.array(plainPacket, { minLength: 40, maxLength: 40 });
  fc.assert(
    fc.property(plainList, packets, fc.constantFrom("\n", "\r\n"), (list, asked, end) => {
      const { lines, first } = print(list);
      const policy = reader.read(sourceOfText(lines.join(end)), { ...noOptions, list: "X" });
      for (const packet of asked) {
        const { at, verdict } = decide(list, packet);
        const expected = `${verdict} ${at < 0 ? 0 : first + at}`;
        assert.equal(ask(policy, packetText(packet)), expected, lines.join("\n"));
      }
    }),
    { numRuns: 400, seed: 20_261_125 },
  );
}

test("ASA: an entry that is cut is in doubt and never gone", () => staysWhenCut(ciscoAsa, asaText));
test("IOS: an entry that is cut is in doubt and never gone", () => staysWhenCut(ciscoIos, iosText));

/** A list of ports may be cut and be a shorter list; nothing else may. */
function staysWhenCut(reader: Reader, print: typeof asaText) {
  const packets = fc.array(plainPacket, { minLength: 40, maxLength: 40 });
  let met = 0;
  fc.assert(
    fc.property(plainList, packets, fc.nat(), (list, asked, where) => {
      const last = list.entries.length - 1;
      const entry = list.entries[last];
      if (entry?.kind !== "entry" || entry.destinationPorts.operator === "group") return;
      const lines = print(list).lines.slice(0, -1);
      const words = lines.pop()!.split(" ");
      const least = words.indexOf(entry.action) + 1;
      const cut = words.slice(0, least + (where % (words.length - least + 1))).join(" ");
      const policy = reader.read(sourceOfText([...lines, cut].join("\n")), {
        ...noOptions,
        list: "X",
      });
      for (const packet of asked) {
        if (decide(list, packet).at !== last) continue;
        met += 1;
        assert.match(ask(policy, packetText(packet)), new RegExp(entry.action), cut);
      }
    }),
    { numRuns: 600, seed: 20_261_125 },
  );
  assert.ok(met > 500, `${met} packets`);
}

/** The entries begin at line `first`; each is one line. */
function asaText(list: PlainList): { lines: string[]; first: number } {
  const lines = [
    ...list.objects.flatMap((one, at) => [`object network O${at}`, ` ${asaObject(one)}`]),
    ...list.groups.flatMap(({ hosts, objects, nested }, at) => [
      `object-group network G${at}`,
      " description permit ip any any",
      ...hosts.map((host) => ` network-object host 10.0.0.${host}`),
      ...objects.map((each) => ` network-object object O${each % list.objects.length}`),
      ...(nested && at > 0 ? [` group-object G${at - 1}`] : []),
    ]),
    ...list.ports.flatMap((held, at) => [
      `object-group service P${at} tcp-udp`,
      ...held.map((each) => ` port-object eq ${each}`),
      `object-group service S${at}`,
      ...held.map((each) => ` service-object tcp destination eq ${each}`),
    ]),
    "access-list X remark begin",
  ];
  return { lines: [...lines, ...list.entries.map(asaEntry), ""], first: lines.length + 1 };

  function asaEntry(entry: PlainEntry): string {
    if (entry.kind === "remark") return "access-list X remark extended permit ip any any";
    const words = matchWords(entry, list, asaAddress, asaPorts, (at) => `object-group S${at}`);
    const tail = entry.kind === "inactive" ? " log default inactive" : "";
    return `access-list X extended ${entry.action} ${words}${tail}`;
  }

  function asaAddress(one: PlainAddress): string {
    if (one.kind === "object") return `object O${one.value % list.objects.length}`;
    if (one.kind === "group") return `object-group G${one.value % list.groups.length}`;
    if (one.kind === "host") return `host 10.0.0.${one.value}`;
    const { first, netmask } = netOf(one);
    return one.kind === "any" ? "any" : `10.0.0.${first} 255.255.255.${netmask}`;
  }

  function asaPorts(ports: PlainPorts): string {
    return ports.operator === "group"
      ? `object-group P${ports.a % list.ports.length}`
      : operatorWords(ports);
  }
}

function asaObject(one: PlainAddress): string {
  const { first, netmask } = netOf(one);
  return one.kind === "host"
    ? `host 10.0.0.${one.value}`
    : `subnet 10.0.0.${first} 255.255.255.${netmask}`;
}

/** IOS has no objects and no inactive entries: groups of one, and remarks. */
function iosText(list: PlainList): { lines: string[]; first: number } {
  const lines = [
    "version 15.7",
    "banner motd ^C",
    "ip access-list extended X",
    " permit ip any any",
    "^C",
    ...list.objects.flatMap((one, at) => [`object-group network O${at}`, ` ${iosObject(one)}`]),
    ...list.groups.flatMap(({ hosts, objects, nested }, at) => [
      `object-group network G${at}`,
      ...hosts.map((host) => ` host 10.0.0.${host}`),
      ...objects.map((each) => ` group-object O${each % list.objects.length}`),
      ...(nested && at > 0 ? [` group-object G${at - 1}`] : []),
    ]),
    ...list.ports.flatMap((held, at) => [
      `object-group service S${at}`,
      ...held.map((each, n) => ` tcp ${n % 2 ? "eq " : ""}${each}`),
    ]),
    "ip access-list extended X",
  ];
  return { lines: [...lines, ...list.entries.map(iosEntry), ""], first: lines.length + 1 };

  function iosEntry(entry: PlainEntry, at: number): string {
    if (entry.kind !== "entry") return " remark permit ip any any";
    const words = matchWords(entry, list, iosAddress, iosPorts, (n) => `object-group S${n}`);
    return ` ${10 * at + 10} ${entry.action} ${words}${at % 3 ? "" : " log"}`;
  }

  function iosAddress(one: PlainAddress): string {
    if (one.kind === "object") return `object-group O${one.value % list.objects.length}`;
    if (one.kind === "group") return `object-group G${one.value % list.groups.length}`;
    if (one.kind === "host") return `host 10.0.0.${one.value}`;
    const { first, wildcard } = netOf(one);
    return one.kind === "any" ? "any" : `10.0.0.${first} 0.0.0.${wildcard}`;
  }

  function iosPorts(ports: PlainPorts): string {
    const held = list.ports[ports.a % list.ports.length]!;
    return ports.operator === "group" ? `eq ${held.join(" ")}` : operatorWords(ports);
  }
}

function iosObject(one: PlainAddress): string {
  const { first, netmask } = netOf(one);
  return one.kind === "host"
    ? `host 10.0.0.${one.value}`
    : `10.0.0.${first} 255.255.255.${netmask}`;
}

function matchWords(
  entry: PlainEntry,
  { ports }: PlainList,
  address: (one: PlainAddress) => string,
  portWords: (ports: PlainPorts) => string,
  service: (at: number) => string,
): string {
  const from = address(entry.source);
  const to = address(entry.destination);
  if (entry.protocol === "ip") return `ip ${from} ${to}`;
  if (entry.protocol === "service") {
    return `${service(entry.destinationPorts.a % ports.length)} ${from} ${to}`;
  }
  const parts = [from, portWords(entry.sourcePorts), to, portWords(entry.destinationPorts)];
  return [entry.protocol, ...parts].filter((part) => part !== "").join(" ");
}

function operatorWords({ operator, a, b }: PlainPorts): string {
  if (operator === "all") return "";
  return operator === "range" ? `range ${a} ${b}` : `${operator} ${a}`;
}
