import fc from "fast-check";
import type { Configuration, Objects, PlainAddress, PlainRule } from "./configuration.ts";
import { number, type PlainPacket } from "./interpreter.ts";

/** Few and close to each other, so that rules overlap and packets meet their edges. */
const zones = ["trust", "dmz 1", "untrust"];
const addressNames = ["A1", "A 2", "A3", "A4", "G1", "G2", "G 3"];
const serviceNames = ["S1", "S2", "S3", "T1", "T2"];

const address = fc.integer({ min: 0, max: 15 }).map((last) => `10.0.0.${last}`);
const block = fc
  .tuple(address, fc.integer({ min: 27, max: 32 }))
  .map(([first, bits]) => `${first}/${bits}`);
const range = fc
  .tuple(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 0, max: 15 }))
  .map(([a, b]) => `10.0.0.${Math.min(a, b)}-10.0.0.${Math.max(a, b)}`);
const anAddress: fc.Arbitrary<PlainAddress> = fc.oneof(
  block.map((value) => ["ip-netmask", value] as const),
  address.map((value) => ["ip-netmask", value] as const),
  range.map((value) => ["ip-range", value] as const),
  fc.constant(["fqdn", "pay.example.com"] as const),
);

const ports = fc.constantFrom("80", "443", "80,443", "79-81,443", "8000-8080", "0-65535");
const aService = fc.record({
  protocol: fc.constantFrom("tcp" as const, "udp" as const),
  port: ports,
  sourcePort: fc.option(fc.constant("1024-65535"), { nil: undefined, freq: 4 }),
});

function some<T>(from: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.uniqueArray(from, { minLength: 1, maxLength: 3 });
}

/** Objects of some of the names: the others are missing, and groups may hold each other. */
const objects: fc.Arbitrary<Objects> = fc.record({
  addresses: someOf(addressNames.slice(0, 4), anAddress),
  groups: someOf(addressNames.slice(4), some(fc.constantFrom(...addressNames))),
  services: someOf(serviceNames.slice(0, 3), aService),
  serviceGroups: someOf(serviceNames.slice(3), some(fc.constantFrom(...serviceNames))),
});

function someOf<T>(
  names: readonly string[],
  each: fc.Arbitrary<T>,
): fc.Arbitrary<Record<string, T>> {
  return fc
    .tuple(...names.map(() => fc.option(each, { freq: 3 })))
    .map((all) =>
      Object.fromEntries(names.flatMap((name, at) => (all[at] ? [[name, all[at] as T]] : []))),
    );
}

function orAny(list: fc.Arbitrary<string[]>): fc.Arbitrary<string[]> {
  return fc.oneof(fc.constant<string[]>(["any"]), list);
}

const addresses = orAny(
  some(fc.oneof({ arbitrary: fc.constantFrom(...addressNames), weight: 3 }, block, address)),
);
const services = fc.oneof(
  fc.constant(["any"]),
  fc.constant(["application-default"]),
  some(fc.constantFrom(...serviceNames, "service-http", "service-https")),
);

const rule: fc.Arbitrary<Omit<PlainRule, "name">> = fc.record({
  type: fc.constantFrom(undefined, undefined, "universal", "intrazone", "interzone"),
  from: orAny(some(fc.constantFrom(...zones))),
  to: orAny(some(fc.constantFrom(...zones))),
  source: addresses,
  destination: addresses,
  negateSource: fc.boolean(),
  negateDestination: fc.boolean(),
  application: fc.constantFrom(["any"], ["any"], ["any"], ["ssl", "web-browsing"]),
  service: services,
  action: fc.constantFrom("allow", "allow", "deny", "drop", "reset-both"),
  disabled: fc.constantFrom(false, false, false, false, true),
});

export const configurations: fc.Arbitrary<Configuration> = fc.record({
  zones: fc.constant(zones),
  objects,
  shared: objects,
  rules: fc
    .array(rule, { minLength: 1, maxLength: 8 })
    .map((rules) => rules.map((each, at) => ({ ...each, name: `rule ${at + 1}.` }))),
  defaults: fc.record(
    {
      "intrazone-default": fc.constantFrom("allow", "deny"),
      "interzone-default": fc.constantFrom("allow", "drop"),
    },
    { requiredKeys: [] },
  ),
});

export const packets: fc.Arbitrary<PlainPacket> = fc.record({
  from: fc.option(fc.constantFrom(...zones), { nil: undefined, freq: 5 }),
  to: fc.option(fc.constantFrom(...zones), { nil: undefined, freq: 5 }),
  source: fc.integer({ min: 0, max: 16 }).map((last) => number(`10.0.0.${last}`)),
  destination: fc.integer({ min: 0, max: 16 }).map((last) => number(`10.0.0.${last}`)),
  protocol: fc.constantFrom("tcp" as const, "udp" as const),
  sourcePort: fc.constantFrom(80, 1023, 1024, 50_000),
  port: fc.constantFrom(79, 80, 81, 443, 8000, 8080, 9000),
});
