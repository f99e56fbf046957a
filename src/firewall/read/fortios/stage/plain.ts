import fc from "fast-check";
import { formatV4 } from "../../../address.ts";

/**
 * For property tests: a configuration as plain data in a world so small that random rules and
 * packets meet often, and an interpreter that knows nothing of ranges, tables or vendors.
 */
export interface Plain {
  addresses: { lo: number; hi: number; bits: number | undefined }[];
  /** Members are addresses, and groups before it. */
  groups: { addresses: number[]; groups: number[]; excluded: number[] }[];
  services: { protocol: "tcp" | "udp"; to: [number, number]; from: [number, number] | undefined }[];
  serviceGroups: { services: number[]; groups: number[] }[];
  rules: PlainRule[];
}

export interface Side {
  addresses: number[];
  groups: number[];
  negated: boolean;
}

export interface PlainRule {
  from: string;
  to: string;
  source: Side;
  destination: Side;
  services: { services: number[]; groups: number[]; negated: boolean };
  permit: boolean;
  disabled: boolean;
  /** Only at times: the rule matches perhaps. */
  scheduled: boolean;
  /** Tried after all that are not. */
  global: boolean;
}

export interface PlainPacket {
  source: number;
  sourcePort: number;
  destination: number;
  port: number;
  protocol: "tcp" | "udp";
  from: string;
  to: string;
}

export const zoneNames = ["west", "east", "any"];
const base = 0x0a000000;
const world = 32;
const ports = 12;

const list = (most: number, minLength = 0) =>
  fc.uniqueArray(fc.nat(most - 1), { minLength, maxLength: 3 });
const range = (most: number) =>
  fc
    .tuple(fc.nat(most - 1), fc.nat(most - 1))
    .map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]);

const address = fc.oneof(
  range(world).map(([lo, hi]) => ({ lo: base + lo, hi: base + hi, bits: undefined })),
  fc.tuple(fc.nat(world - 1), fc.integer({ min: 27, max: 32 })).map(([at, bits]) => {
    const size = 2 ** (32 - bits);
    const lo = base + at - (at % size);
    return { lo, hi: lo + size - 1, bits };
  }),
);
const side = fc
  .record({ addresses: list(5), groups: list(3), negated: fc.boolean() })
  .filter(({ addresses, groups }) => addresses.length + groups.length > 0);

export const plain: fc.Arbitrary<Plain> = fc.record({
  addresses: fc.array(address, { minLength: 5, maxLength: 5 }),
  groups: fc
    .array(fc.record({ addresses: list(5, 1), groups: list(3), excluded: list(5) }), {
      minLength: 3,
      maxLength: 3,
    })
    .map((all) =>
      all.map((each, at) => ({ ...each, groups: each.groups.filter((other) => other < at) })),
    ),
  services: fc.array(
    fc.record({
      protocol: fc.constantFrom("tcp" as const, "udp" as const),
      to: range(ports),
      from: fc.option(range(ports), { nil: undefined }),
    }),
    { minLength: 4, maxLength: 4 },
  ),
  serviceGroups: fc
    .array(fc.record({ services: list(4, 1), groups: list(2) }), { minLength: 2, maxLength: 2 })
    .map((all) =>
      all.map((each, at) => ({ ...each, groups: each.groups.filter((other) => other < at) })),
    ),
  rules: fc.array(
    fc.record({
      from: fc.constantFrom(...zoneNames),
      to: fc.constantFrom(...zoneNames),
      source: side,
      destination: side,
      services: fc
        .record({ services: list(4), groups: list(2), negated: fc.boolean() })
        .filter(({ services, groups }) => services.length + groups.length > 0),
      permit: fc.boolean(),
      disabled: fc.nat(9).map((dice) => dice === 0),
      scheduled: fc.nat(6).map((dice) => dice === 0),
      global: fc.nat(3).map((dice) => dice === 0),
    }),
    { minLength: 1, maxLength: 8 },
  ),
});

export const packets: fc.Arbitrary<PlainPacket[]> = fc.array(
  fc.record({
    source: fc.nat(world - 1).map((at) => base + at),
    sourcePort: fc.nat(ports - 1),
    destination: fc.nat(world - 1).map((at) => base + at),
    port: fc.nat(ports - 1),
    protocol: fc.constantFrom("tcp" as const, "udp" as const),
    from: fc.constantFrom("west", "east"),
    to: fc.constantFrom("west", "east"),
  }),
  { minLength: 25, maxLength: 25 },
);

/** The rules that may decide, in order; the last is -1 where perhaps none does. */
export function decides(world: Plain, rules: readonly PlainRule[], packet: PlainPacket): number[] {
  const found: number[] = [];
  for (const [at, rule] of rules.entries()) {
    if (rule.disabled || !applies(world, rule, packet)) continue;
    found.push(at);
    if (!rule.scheduled) return found;
  }
  return [...found, -1];
}

function applies(world: Plain, rule: PlainRule, packet: PlainPacket): boolean {
  return (
    (rule.from === "any" || rule.from === packet.from) &&
    (rule.to === "any" || rule.to === packet.to) &&
    inSide(world, rule.source, packet.source) &&
    inSide(world, rule.destination, packet.destination) &&
    (rule.services.services.some((each) => serves(world, each, packet)) ||
      rule.services.groups.some((each) => groupServes(world, each, packet))) !==
      rule.services.negated
  );
}

function inSide(world: Plain, { addresses, groups, negated }: Side, at: number): boolean {
  const named = addresses.some((each) => inAddress(world, each, at));
  return (named || groups.some((each) => inGroup(world, each, at))) !== negated;
}

function inAddress({ addresses }: Plain, number: number, at: number): boolean {
  const { lo, hi } = addresses[number]!;
  return lo <= at && at <= hi;
}

function inGroup(world: Plain, number: number, at: number): boolean {
  const { addresses, groups, excluded } = world.groups[number]!;
  if (excluded.some((each) => inAddress(world, each, at))) return false;
  return (
    addresses.some((each) => inAddress(world, each, at)) ||
    groups.some((each) => inGroup(world, each, at))
  );
}

function serves({ services }: Plain, number: number, packet: PlainPacket): boolean {
  const { protocol, to, from = [0, 65_535] } = services[number]!;
  if (protocol !== packet.protocol || packet.port < to[0] || packet.port > to[1]) return false;
  return from[0] <= packet.sourcePort && packet.sourcePort <= from[1];
}

function groupServes(world: Plain, number: number, packet: PlainPacket): boolean {
  const { services, groups } = world.serviceGroups[number]!;
  return (
    services.some((each) => serves(world, each, packet)) ||
    groups.some((each) => groupServes(world, each, packet))
  );
}

/** As `ask` takes it. */
export function written(packet: PlainPacket): string {
  const { source, destination, protocol, port, sourcePort, from, to } = packet;
  const ends = `${formatV4(source)} > ${formatV4(destination)}`;
  return `${ends} ${protocol} ${port}:${sourcePort} [${from} > ${to}]`;
}
