import type { Service } from "../../builder.ts";
import type { UnknownCode } from "../../policy.ts";
import { type Ranges, rangesOf } from "../../ranges.ts";
import type { Algebra, Services } from "../members.ts";
import { type Block, tableOf } from "./config.ts";
import { predefinedGroups, predefinedServices } from "./predefined.ts";

export interface ServiceObjects {
  /** The union of what the names stand for; the same object for the same list. */
  of(names: readonly string[]): Services;
}

const protocols: Record<string, number> = { tcp: 6, udp: 17, sctp: 132, icmp: 1, icmp6: 58 };
const portKeys = ["tcp-portrange", "udp-portrange", "sctp-portrange"] as const;
const everyType: Ranges<number> = [0, 65_535];

/** Groups in groups deeper than this are taken for a mistake. */
const deepest = 64;

/** Resolves service objects, the predefined ones where the file does not define them. */
export function servicesOf(scope: Block, { joinedServices }: Algebra): ServiceObjects {
  const custom = tableOf(scope, "firewall service custom")?.inner;
  const groups = tableOf(scope, "firewall service group")?.inner;
  const known = new Map<string, Services>();
  const lists = new Map<string, Services>();

  function named(name: string, above: readonly string[]): Services {
    const found = known.get(name);
    if (found) return found;
    if (above.includes(name) || above.length > deepest) return doubt("object-cyclic", name);
    const services = resolved(name, above);
    known.set(name, services);
    return services;
  }

  function resolved(name: string, above: readonly string[]): Services {
    const single = custom?.get(`edit ${name}`);
    if (single) return servicesIn(single);
    const members =
      groups?.get(`edit ${name}`)?.set.get("member") ??
      (Object.hasOwn(predefinedGroups, name) ? predefinedGroups[name]! : undefined);
    if (members) return joinedServices(members.map((each) => named(each, [...above, name])));
    if (!Object.hasOwn(predefinedServices, name)) return doubt("object-missing", name);
    return { sure: predefined(predefinedServices[name]!), perhaps: undefined };
  }

  return {
    of(names) {
      if (names.length === 1) return named(names[0]!, []);
      const key = names.join("\n");
      const found = lists.get(key) ?? joinedServices(names.map((name) => named(name, [])));
      lists.set(key, found);
      return found;
    },
  };
}

function doubt(code: UnknownCode, what: string, list: readonly Service[] = [{}]): Services {
  return { sure: [], perhaps: { list, unknown: { code, what } } };
}

function servicesIn({ name, set, changedBy }: Block): Services {
  const protocol = set.get("protocol")?.[0] ?? "TCP/UDP/SCTP";
  const list = listOf(set, protocol);
  if (!list || changedBy) return doubt("value", name);
  const type = set.get("app-service-type")?.[0] ?? "disable";
  if (type !== "disable") return doubt("application", name);
  // A service may be bound to servers; that is a condition on the destination.
  const server = set.get("fqdn") ?? set.get("iprange");
  if (server && server[0] !== "0.0.0.0" && server[0] !== "") return doubt("match", name, list);
  return { sure: list, perhaps: undefined };
}

function listOf(set: Block["set"], protocol: string): Service[] | undefined {
  if (protocol.startsWith("TCP/UDP")) {
    const lists = portKeys.map((key) =>
      portServices(protocols[key.slice(0, key.indexOf("-"))]!, set.get(key) ?? []),
    );
    return lists.every((list) => list !== undefined) ? lists.flat() : undefined;
  }
  if (protocol === "IP") {
    const number = Number(set.get("protocol-number")?.[0] ?? 0);
    if (!(Number.isInteger(number) && number >= 0 && number < 256)) return undefined;
    return number === 0 ? [{}] : [{ protocol: number }];
  }
  if (protocol !== "ICMP" && protocol !== "ICMP6") return undefined;
  return icmp(
    protocols[protocol.toLowerCase()]!,
    set.get("icmptype")?.[0],
    set.get("icmpcode")?.[0],
  );
}

function icmp(protocol: number, type = "", code = ""): Service[] | undefined {
  if (type === "") return [{ protocol, destinationPorts: everyType }];
  const [from, to] = [type, code].map(Number) as [number, number];
  if (!(isByte(from) && isByte(to))) return undefined;
  const lo = from * 256;
  return [{ protocol, destinationPorts: code === "" ? [lo, lo + 255] : [lo + to, lo + to] }];
}

function isByte(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < 256;
}

/** `443`, `8000-8010`, `514:512-1023` (destination before source), each a word. */
function portServices(protocol: number, words: readonly string[]): Service[] | undefined {
  const plain: [number, number][] = [];
  const services: Service[] = [];
  for (const word of words) {
    const [destination = "", source] = word.split(":");
    const to = portRange(destination);
    const from = source === undefined ? undefined : portRange(source);
    if (!to || (source !== undefined && !from)) return undefined;
    if (from) services.push({ protocol, destinationPorts: to, sourcePorts: from });
    else plain.push(to);
  }
  if (plain.length > 0) services.unshift({ protocol, destinationPorts: rangesOf(plain) });
  return services;
}

function portRange(text: string): [number, number] | undefined {
  const found = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text);
  if (!found) return undefined;
  const lo = Number(found[1]);
  const hi = Number(found[2] ?? found[1]);
  return lo <= hi && hi <= 65_535 ? [lo, hi] : undefined;
}

function predefined(text: string): Service[] {
  return text.split(", ").flatMap((part) => {
    const [kind = "", ...words] = part.split(" ");
    if (kind === "ip") return words.length === 0 ? [{}] : [{ protocol: Number(words[0]) }];
    const protocol = protocols[kind]!;
    return (kind.startsWith("icmp") ? icmp(protocol, words[0]) : portServices(protocol, words))!;
  });
}
