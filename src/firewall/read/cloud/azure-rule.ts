import type { Service } from "../../builder.ts";
import { type Ranges, rangesOf } from "../../ranges.ts";
import { type Algebra, doubtful, type Members, type Services } from "../members.ts";
import { prefixMembers } from "./azure-tag.ts";
import { doubtAbout } from "./doubt.ts";
import type { JsonObject } from "./json.ts";
import { isBlank, isList, isObject, member, objectsOf, textOf } from "./value.ts";

type Side = "source" | "destination";

/** Addresses of one side: a prefix, a list of them, tags, or application security groups. */
export function sideMembers(rule: JsonObject, side: Side, { joined }: Algebra): Members {
  const groups = member(rule, `${side}ApplicationSecurityGroups`);
  if (!isBlank(groups)) {
    const [first] = objectsOf(groups);
    return doubtful(doubtAbout("dynamic-group", (first && textOf(first, "id")) ?? ""));
  }
  const prefixes = texts(rule, `${side}AddressPrefix`, `${side}AddressPrefixes`);
  if (!prefixes) return doubtful(doubtAbout("value", `${side}AddressPrefix`));
  return joined([...new Set(prefixes)].map(prefixMembers));
}

/** Ports of one side; undefined where they are not understood. */
function sidePorts(rule: JsonObject, side: Side): Ranges<number> | undefined {
  const ranges = texts(rule, `${side}PortRange`, `${side}PortRanges`)?.map((text) => {
    if (text === "*" || text.toLowerCase() === "any") return [0, 65_535] as const;
    const [, from, to] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text) ?? [];
    const [lo, hi] = [Number(from), Number(to ?? from)];
    return lo <= hi && hi <= 65_535 ? ([lo, hi] as const) : undefined;
  });
  return ranges?.every((range) => range !== undefined) ? rangesOf(ranges) : undefined;
}

const protocols: ReadonlyMap<string, number> = new Map([
  ["tcp", 6],
  ["udp", 17],
  ["esp", 50],
  ["ah", 51],
]);
/** A port says something of these alone. */
const withPorts: readonly number[] = [6, 17];
/** Of these a rule for every protocol speaks too, but what a port means to them is not written anywhere. */
const withoutPorts: readonly number[] = [1, 58, 50, 51];

export function ruleServices(rule: JsonObject): Services {
  const word = textOf(rule, "protocol") ?? "";
  const sourcePorts = sidePorts(rule, "source");
  const destinationPorts = sidePorts(rule, "destination");
  const name = word.toLowerCase();
  const every = name === "*" || name === "any";
  if (!sourcePorts || !destinationPorts) {
    const list = [{ protocol: protocols.get(name) }];
    return inDoubt([], list, `${sourcePorts ? "destination" : "source"}PortRange`);
  }
  const ported = (protocol: number): Service => ({ protocol, sourcePorts, destinationPorts });
  if (every && isWhole(sourcePorts) && isWhole(destinationPorts)) return sure([{}]);
  if (every) {
    const others = withoutPorts.map((protocol) => ({ protocol }));
    return inDoubt(withPorts.map(ported), others, word);
  }
  // Whether the word also means ICMPv6 is not documented.
  if (name === "icmp") return inDoubt([{ protocol: 1 }], [{ protocol: 58 }], word);
  const known = protocols.get(name);
  if (!known) return inDoubt([], [{}], word);
  return sure([withPorts.includes(known) ? ported(known) : { protocol: known }]);
}

function sure(list: readonly Service[]): Services {
  return { sure: list, perhaps: undefined };
}

function inDoubt(certain: readonly Service[], list: readonly Service[], what: string): Services {
  return { sure: certain, perhaps: { list, unknown: doubtAbout("value", what) } };
}

function isWhole(ports: Ranges<number>): boolean {
  return ports.length === 2 && ports[0] === 0 && ports[1] === 65_535;
}

/**
 * What stands under either name, one value or a list of them, commas included, as the portal takes
 * them; undefined where there is nothing, or something that is no text.
 */
function texts(rule: JsonObject, ...names: readonly string[]): string[] | undefined {
  const found: string[] = [];
  for (const name of names) {
    const value = member(rule, name);
    if (isBlank(value)) continue;
    for (const each of isList(value) ? value : [value]) {
      if (each == null || typeof each === "boolean" || isObject(each) || isList(each))
        return undefined;
      // Not as arguments: a hostile text has more commas than a call may have arguments.
      for (const part of String(each).split(",")) found.push(part);
    }
  }
  const all = found.map((text) => text.trim()).filter((text) => text !== "");
  return all.length > 0 ? all : undefined;
}
