import type { Service } from "../../builder.ts";
import { anyServices, type Services } from "../members.ts";
import { doubtAbout } from "./doubt.ts";
import type { Json, JsonObject } from "./json.ts";
import { isObject, member, textOf, wholeOf } from "./value.ts";

const numbers: ReadonlyMap<string, number> = new Map([
  ["tcp", 6],
  ["udp", 17],
  ["icmp", 1],
  ["icmpv6", 58],
]);
const icmp: readonly number[] = [1, 58];

/** Two numbers that mean ports, or type and code of ICMP. */
interface Pair {
  first: number | undefined;
  second: number | undefined;
}

/** What a permission of a security group speaks of: `IpProtocol`, `FromPort`, `ToPort`. */
export function groupServices(rule: JsonObject): Services {
  const pair = pairOf(member(rule, "fromPort"), member(rule, "toPort"));
  return servicesOf(textOf(rule, "ipProtocol"), pair, pair);
}

/** What an entry of a network ACL speaks of: `Protocol`, `PortRange`, `IcmpTypeCode`. */
export function aclServices(entry: JsonObject): Services {
  const ports = member(entry, "portRange");
  const icmp = member(entry, "icmpTypeCode");
  return servicesOf(
    textOf(entry, "protocol"),
    isObject(ports) ? pairOf(member(ports, "from"), member(ports, "to")) : pairOf(),
    isObject(icmp) ? pairOf(member(icmp, "type"), member(icmp, "code")) : pairOf(),
  );
}

function servicesOf(name: string | undefined, ports: Pair, message: Pair): Services {
  if (name === "-1") return anyServices;
  const protocol = numbers.get(name?.toLowerCase() ?? "") ?? wholeOf(name);
  if (protocol === undefined || protocol < 0 || protocol > 255) return inDoubt({}, name ?? "");
  if (protocol === 6 || protocol === 17) {
    const { first, second } = ports;
    const whole = first !== undefined && second !== undefined && first >= 0 && second <= 65_535;
    if (!whole || first > second) return inDoubt({ protocol }, `${first}-${second}`);
    return sure({ protocol, destinationPorts: [first, second] });
  }
  return icmp.includes(protocol) ? icmpServices(protocol, message) : sure({ protocol });
}

/** -1 stands for every type, or every code of a type. */
function icmpServices(protocol: number, { first: type, second: code }: Pair): Services {
  if (type === -1) return sure({ protocol });
  const whole = type !== undefined && code !== undefined && type >= 0 && type <= 255;
  if (!whole || code < -1 || code > 255) return inDoubt({ protocol }, `${type}-${code}`);
  const from = type * 256;
  const destinationPorts = code === -1 ? [from, from + 255] : [from + code, from + code];
  return sure({ protocol, destinationPorts });
}

function pairOf(first?: Json, second?: Json): Pair {
  return { first: wholeOf(first), second: wholeOf(second) };
}

function sure(service: Service): Services {
  return { sure: [service], perhaps: undefined };
}

function inDoubt(service: Service, what: string): Services {
  return { sure: [], perhaps: { list: [service], unknown: doubtAbout("value", what) } };
}
