import { type AddressSet, anyAddress } from "../../address.ts";
import type { Unknown, UnknownCode } from "../../policy.ts";
import { rangesOf } from "../../ranges.ts";
import { addressesOf, unionOf } from "./addresses.ts";
import { anyBox, type Box, intersected, mostBoxes, subtracted } from "./boxes.ts";
import { icmpCodes } from "./icmp.ts";
import type { IpSet, IpSetEntry, IpSets } from "./ipset.ts";
import { portRange } from "./ports.ts";
import { icmp, icmpV6, portProtocols, protocolNumber, tcp, udp } from "./protocols.ts";

type Found = { boxes: readonly Box[] } | Unknown;

/** How deep lists of sets may lie in one another; ipset itself allows one. */
const deepest = 8;

const kept = new WeakMap<IpSets, Map<string, Found>>();

/** The packets that a set holds, looked at from `src`, `dst` or both in turn; or why not known. */
export function setBoxes(sets: IpSets, name: string, sides: readonly string[]): Found {
  const known = kept.get(sets) ?? new Map<string, Found>();
  kept.set(sets, known);
  const key = `${name} ${sides.join(",")}`;
  const found = known.get(key) ?? boxesOf(sets, name, sides, 0);
  known.set(key, found);
  return found;
}

function boxesOf(sets: IpSets, name: string, sides: readonly string[], depth: number): Found {
  const why = (code: UnknownCode): Unknown => ({ code, what: name });
  const set = sets.get(name);
  if (!set) return why("object-missing");
  if (set.dynamic) return why("dynamic-group");
  if (set.masked) return why("value");
  if (depth > deepest) return why("object-cyclic");
  if (set.type === "list:set") {
    const members = set.entries.map(({ parts }) => boxesOf(sets, parts[0]!, sides, depth + 1));
    const unknown = members.find((member) => "code" in member);
    if (unknown) return unknown;
    const boxes = members.flatMap((member) => ("boxes" in member ? member.boxes : []));
    return boxes.length > mostBoxes ? why("match") : { boxes };
  }
  const kinds = set.type.slice(set.type.indexOf(":") + 1).split(",");
  const plain = kinds.every((kind) => kind === "ip" || kind === "net" || kind === "port");
  const directed = kinds.every((_, at) => sides[at] === "src" || sides[at] === "dst");
  if (!plain || !directed) return why("match");
  const boxes = elementBoxes(set, kinds, sides);
  return boxes ? { boxes } : why("value");
}

/** An exception (`nomatch`) holds against wider entries and yields to narrower ones. */
function elementBoxes(
  set: IpSet,
  kinds: readonly string[],
  sides: readonly string[],
): readonly Box[] | undefined {
  if (!set.entries.some(({ nomatch }) => nomatch)) return grouped(set.entries, kinds, sides);
  const layers = Map.groupBy(set.entries, ({ parts, nomatch }) =>
    [...kinds.map((kind, at) => (kind === "port" ? "" : prefix(parts[at]))), nomatch].join(" "),
  );
  let boxes: readonly Box[] | undefined = [];
  for (const [, entries] of [...layers].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const own = grouped(entries, kinds, sides);
    if (!own || !boxes) return undefined;
    boxes = entries[0]!.nomatch ? subtracted(boxes, own) : [...boxes, ...own];
  }
  return boxes;
}

/** The length of a prefix in three digits, to be sorted as text; an address alone is the longest. */
function prefix(part: string | undefined): string {
  return (part?.split("/")[1] ?? "999").padStart(3, "0");
}

/** One box for all entries that differ in their first address only. */
function grouped(
  entries: readonly IpSetEntry[],
  kinds: readonly string[],
  sides: readonly string[],
): Box[] | undefined {
  if (kinds.length === 1 && kinds[0] === "port") return portBoxes(entries, sides[0]!);
  const first = kinds.findIndex((kind) => kind !== "port");
  const rest = (parts: readonly string[]) => parts.filter((_, at) => at !== first);
  const groups = Map.groupBy(entries, ({ parts }) => rest(parts).join(","));
  if (groups.size > mostBoxes) return undefined;
  const boxes: Box[] = [];
  for (const group of groups.values()) {
    const others = rest(group[0]!.parts);
    const addresses = collected(group.map(({ parts }) => parts[first] ?? ""));
    const otherKinds = rest(kinds);
    const otherSides = kinds.map((_, at) => sides[at]!).filter((_, at) => at !== first);
    let found: Box[] | undefined = addresses && [addressBox(addresses, sides[first]!)];
    for (const [at, kind] of otherKinds.entries()) {
      const box = partBox(kind, others[at] ?? "", otherSides[at]!);
      found = found && box && intersected(found, [box]);
    }
    if (!found) return undefined;
    boxes.push(...found);
  }
  return boxes;
}

function collected(texts: readonly string[]): AddressSet | undefined {
  const sets = texts.map(addressesOf);
  return sets.every((set) => set !== undefined) ? unionOf(sets) : undefined;
}

function addressBox(set: AddressSet, side: string): Box {
  return { ...anyBox, [side === "src" ? "source" : "destination"]: set };
}

function partBox(kind: string, text: string, side: string): Box | undefined {
  if (kind === "port") return elementPort(text, side);
  const set = addressesOf(text);
  return set && addressBox(set, side);
}

/** `80`, `udp:53`, `icmp:8/0`, `icmp:echo-request`, `gre:0`. */
function elementPort(text: string, side: string): Box | undefined {
  const [protocolText = "", portText = ""] = text.includes(":") ? split(text) : ["tcp", text];
  const protocol = protocolNumber(protocolText);
  if (protocol === undefined || protocol === 0) return undefined;
  const box = { ...anyBox, protocols: [protocol, protocol] };
  if (protocol === icmp || protocol === icmpV6) {
    const codes = icmpCodes(portText, protocol === icmp ? "ipv4" : "ipv6");
    return codes && { ...box, destinationPorts: codes };
  }
  if (!portProtocols.includes(protocol)) return portText === "0" ? box : undefined;
  const ports = portRange(portText.replace("-", ":"));
  return ports && { ...box, [side === "src" ? "sourcePorts" : "destinationPorts"]: ports };
}

function split(text: string): [string, string] {
  const at = text.indexOf(":");
  return [text.slice(0, at), text.slice(at + 1)];
}

/** bitmap:port speaks of TCP and UDP alike. */
function portBoxes(entries: readonly IpSetEntry[], side: string): Box[] | undefined {
  const pairs = entries.map(({ parts }) => portRange((parts[0] ?? "").replace("-", ":")));
  if (!pairs.every((pair) => pair !== undefined)) return undefined;
  const ports = rangesOf(pairs);
  if (ports.length === 0) return [];
  return [tcp, udp].map((protocol) => ({
    ...anyBox,
    source: anyAddress,
    protocols: [protocol, protocol],
    [side === "src" ? "sourcePorts" : "destinationPorts"]: ports,
  }));
}
