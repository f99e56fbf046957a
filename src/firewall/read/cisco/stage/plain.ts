import fc from "fast-check";

/** An access list as its author thinks of it, and the plainest way to say what it does to a packet. */
export interface PlainAddress {
  kind: "any" | "host" | "net" | "object" | "group";
  /** Last octets of 10.0.0.x; a net of `bits` fixed bits of 8. */
  value: number;
  bits: number;
}

export interface PlainPorts {
  operator: "all" | "eq" | "neq" | "gt" | "lt" | "range" | "group";
  a: number;
  b: number;
}

export interface PlainEntry {
  kind: "entry" | "inactive" | "remark";
  action: "permit" | "deny";
  protocol: "ip" | "tcp" | "udp" | "service";
  source: PlainAddress;
  sourcePorts: PlainPorts;
  destination: PlainAddress;
  destinationPorts: PlainPorts;
}

/** Objects are nets or hosts; a group holds hosts and objects and perhaps the group before it. */
export interface PlainList {
  objects: PlainAddress[];
  groups: { hosts: number[]; objects: number[]; nested: boolean }[];
  /** Port group and service group alike: single ports. */
  ports: number[][];
  entries: PlainEntry[];
}

export interface PlainPacket {
  protocol: "tcp" | "udp";
  source: number;
  sourcePort: number;
  destination: number;
  destinationPort: number;
}

/** Small numbers, so that entries and packets meet. */
const octet = fc.integer({ min: 0, max: 255 });
const port = fc.integer({ min: 0, max: 12 });
const own = fc.record({
  kind: fc.constantFrom("host" as const, "net" as const),
  value: octet,
  bits: fc.integer({ min: 0, max: 7 }),
});
const address = fc.record({
  kind: fc.constantFrom("any", "any", "host", "net", "net", "object", "group") as fc.Arbitrary<
    PlainAddress["kind"]
  >,
  value: octet,
  bits: fc.integer({ min: 0, max: 7 }),
});
const ports = fc
  .record({
    operator: fc.constantFrom(
      "all",
      "all",
      "eq",
      "neq",
      "gt",
      "lt",
      "range",
      "group",
    ) as fc.Arbitrary<PlainPorts["operator"]>,
    a: port,
    b: port,
  })
  .map(({ operator, a, b }): PlainPorts => ({ operator, a: Math.min(a, b), b: Math.max(a, b) }));

export const plainList: fc.Arbitrary<PlainList> = fc.record({
  objects: fc.array(own, { minLength: 1, maxLength: 4 }),
  groups: fc.array(
    fc.record({
      hosts: fc.array(octet, { maxLength: 3 }),
      objects: fc.array(fc.nat(3), { minLength: 1, maxLength: 2 }),
      nested: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  ports: fc.array(fc.array(port, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
  entries: fc.array(
    fc.record({
      kind: fc.constantFrom("entry", "entry", "entry", "entry", "inactive", "remark"),
      action: fc.constantFrom("permit", "deny"),
      protocol: fc.constantFrom("ip", "tcp", "tcp", "udp", "service"),
      source: address,
      sourcePorts: ports,
      destination: address,
      destinationPorts: ports,
    }) as fc.Arbitrary<PlainEntry>,
    { maxLength: 12 },
  ),
});

export const plainPacket: fc.Arbitrary<PlainPacket> = fc.record({
  protocol: fc.constantFrom("tcp", "udp"),
  source: octet,
  sourcePort: port,
  destination: octet,
  destinationPort: port,
});

/** The number of the entry that decides, and what it decides; -1 where none does. */
export function decide(list: PlainList, packet: PlainPacket) {
  const at = list.entries.findIndex(
    (entry) =>
      entry.kind === "entry" &&
      inAddress(list, entry.source, packet.source) &&
      inAddress(list, entry.destination, packet.destination) &&
      inService(list, entry, packet),
  );
  return { at, verdict: at < 0 ? "deny" : list.entries[at]!.action };
}

function inAddress(list: PlainList, one: PlainAddress, value: number): boolean {
  switch (one.kind) {
    case "any":
      return true;
    case "host":
      return value === one.value;
    case "net":
      return value >> (8 - one.bits) === one.value >> (8 - one.bits);
    case "object":
      return inAddress(list, list.objects[one.value % list.objects.length]!, value);
    case "group":
      return inGroup(list, one.value % list.groups.length, value);
  }
}

function inGroup(list: PlainList, at: number, value: number): boolean {
  const { hosts, objects, nested } = list.groups[at]!;
  return (
    hosts.includes(value) ||
    objects.some((each) => inAddress(list, list.objects[each % list.objects.length]!, value)) ||
    (nested && at > 0 && inGroup(list, at - 1, value))
  );
}

/** A service group is TCP to its ports. */
function inService(list: PlainList, entry: PlainEntry, packet: PlainPacket): boolean {
  if (entry.protocol === "ip") return true;
  if (entry.protocol === "service") {
    const held = list.ports[entry.destinationPorts.a % list.ports.length]!;
    return packet.protocol === "tcp" && held.includes(packet.destinationPort);
  }
  return (
    packet.protocol === entry.protocol &&
    inPorts(list, entry.sourcePorts, packet.sourcePort) &&
    inPorts(list, entry.destinationPorts, packet.destinationPort)
  );
}

function inPorts(list: PlainList, { operator, a, b }: PlainPorts, value: number): boolean {
  switch (operator) {
    case "all":
      return true;
    case "eq":
      return value === a;
    case "neq":
      return value !== a;
    case "gt":
      return value > a;
    case "lt":
      return value < a;
    case "range":
      return value >= a && value <= b;
    case "group":
      return list.ports[a % list.ports.length]!.includes(value);
  }
}

export function packetText({
  protocol,
  source,
  sourcePort,
  destination,
  destinationPort,
}: PlainPacket) {
  return `${protocol} 10.0.0.${source}:${sourcePort} > 10.0.0.${destination}:${destinationPort}`;
}

/** The first address of a net, and its mask or wildcard in the last octet. */
export function netOf({ value, bits }: PlainAddress) {
  const size = 2 ** (8 - bits);
  return { first: value - (value % size), netmask: 256 - size, wildcard: size - 1 };
}
