import {
  type AddressSet,
  anyAddress,
  anyV4,
  maxV4,
  noAddress,
  wildcardRanges,
} from "../address.ts";
import type { PolicyBuilder, Rule, Service } from "../builder.ts";
import type { Unknown } from "../policy.ts";
import { difference, pairsOf, rangesOf } from "../ranges.ts";

/**
 * What an address object holds: some addresses surely, and others perhaps, because of something that
 * a file cannot tell. Names are among the sure ones; the builder knows what to make of them.
 */
export interface Members {
  sure: AddressSet;
  perhaps: { set: AddressSet; unknown: Unknown } | undefined;
}

/** The same for an object of services. */
export interface Services {
  sure: readonly Service[];
  perhaps: { list: readonly Service[]; unknown: Unknown } | undefined;
}

export const anyServices: Services = { sure: [{}], perhaps: undefined };
export const noMembers: Members = { sure: noAddress, perhaps: undefined };

export function surely(sure: AddressSet): Members {
  return { sure, perhaps: undefined };
}

/** Anything within `set`, nobody knows what. */
export function doubtful(unknown: Unknown, set: AddressSet = anyAddress): Members {
  return { sure: noAddress, perhaps: { set, unknown } };
}

/** How to put sets together; what would outgrow memory becomes doubtful instead. */
export interface Algebra {
  joined(all: readonly Members[]): Members;
  /** What is in `from` and not in `taken`; exact but for what is in doubt on either side. */
  without(from: Members, taken: Members): Members;
  /** Addresses that agree with `address` where the bits of `mask` are set, holes or not. */
  masked(address: number, mask: number): Members;
  joinedServices(all: readonly Services[]): Services;
}

/** Ends of ranges that the sets of one configuration may have together: some 100 MB. */
const mostEnds = 8_000_000;
const tooLarge: Unknown = { code: "value", what: "too large" };

export function algebra(): Algebra {
  let left = mostEnds;

  function kept(members: Members): Members {
    left -= sizeOf(members.sure) + (members.perhaps ? sizeOf(members.perhaps.set) : 0);
    return left < 0 ? doubtful(tooLarge) : members;
  }

  return {
    joined(all) {
      if (all.length === 1) return all[0]!;
      if (left < 0) return doubtful(tooLarge);
      const unknown = all.find(({ perhaps }) => perhaps)?.perhaps?.unknown;
      const set = unionOf(all.flatMap(({ perhaps }) => perhaps?.set ?? []));
      return kept({
        sure: unionOf(all.map(({ sure }) => sure)),
        perhaps: unknown && { set, unknown },
      });
    },
    without(from, taken) {
      if (left < 0) return doubtful(tooLarge);
      const sure = minus(from.sure, atMost(taken));
      const name = from.sure.names[0] ?? taken.sure.names[0];
      const unknown =
        from.perhaps?.unknown ??
        taken.perhaps?.unknown ??
        (name === undefined ? undefined : { code: "fqdn" as const, what: name });
      return kept({ sure, perhaps: unknown && { set: minus(atMost(from), taken.sure), unknown } });
    },
    masked(address, mask) {
      const v4 = left < 0 ? undefined : wildcardRanges(address, maxV4 - mask);
      return v4 ? kept(surely({ v4, v6: [], names: [] })) : doubtful(tooLarge, anyV4);
    },
    joinedServices(all) {
      if (all.length === 1) return all[0]!;
      if (left < 0) return { sure: [], perhaps: { list: [{}], unknown: tooLarge } };
      const unknown = all.find(({ perhaps }) => perhaps)?.perhaps?.unknown;
      const list = merged(all.flatMap((each) => each.perhaps?.list ?? []));
      const sure = merged(all.flatMap((each) => each.sure));
      for (const { destinationPorts } of [...sure, ...list]) left -= destinationPorts?.length ?? 1;
      return { sure, perhaps: unknown && { list, unknown } };
    },
  };
}

function sizeOf({ v4, v6, names }: AddressSet): number {
  return v4.length + v6.length + names.length;
}

/** Every address that may be meant. */
function atMost({ sure, perhaps }: Members): AddressSet {
  if (sure.names.length > 0) return anyAddress;
  return perhaps ? unionOf([sure, perhaps.set]) : sure;
}

function minus(a: AddressSet, b: AddressSet): AddressSet {
  return { v4: difference(a.v4, b.v4), v6: difference(a.v6, b.v6), names: [] };
}

export function unionOf(sets: readonly AddressSet[]): AddressSet {
  return {
    v4: rangesOf(sets.flatMap(({ v4 }) => pairsOf(v4))),
    v6: rangesOf(sets.flatMap(({ v6 }) => pairsOf(v6))),
    names: [...new Set(sets.flatMap(({ names }) => names))],
  };
}

/** Services of one protocol as one, where their source ports do not differ. */
function merged(services: readonly Service[]): Service[] {
  const whole = services.find((service) => service.protocol === undefined);
  if (whole) return [whole];
  const found: Service[] = [];
  const byProtocol = Map.groupBy(services, ({ protocol }) => protocol);
  for (const [protocol, same] of byProtocol) {
    const plain = same.filter(({ sourcePorts }) => sourcePorts === undefined);
    found.push(...same.filter(({ sourcePorts }) => sourcePorts !== undefined));
    if (plain.length === 0) continue;
    const every = plain.some(({ destinationPorts }) => destinationPorts === undefined);
    const ports = plain.flatMap(({ destinationPorts }) => pairsOf(destinationPorts ?? []));
    found.push(every ? { protocol } : { protocol, destinationPorts: rangesOf(ports) });
  }
  return found;
}

export interface Condition {
  source: Members;
  destination: Members;
  services: Services;
}

/** Adds a rule for what surely matches it, and behind it one for each thing that perhaps does. */
export function addRule(builder: PolicyBuilder, rule: Rule, condition: Condition): void {
  const { source, destination, services } = condition;
  addPart(builder, rule, source.sure, destination.sure, services.sure);
  const doubts = [source.perhaps, destination.perhaps, services.perhaps];
  if (doubts.every((doubt) => doubt === undefined)) return;
  const allServices = services.perhaps
    ? [...services.sure, ...services.perhaps.list]
    : services.sure;
  if (source.perhaps) {
    const { set, unknown } = source.perhaps;
    const doubted = { ...rule, unknown: rule.unknown ?? unknown };
    addPart(builder, doubted, set, held(destination), allServices);
  }
  if (destination.perhaps) {
    const { set, unknown } = destination.perhaps;
    const doubted = { ...rule, unknown: rule.unknown ?? unknown };
    addPart(builder, doubted, source.sure, set, allServices);
  }
  if (services.perhaps) {
    const { list, unknown } = services.perhaps;
    const doubted = { ...rule, unknown: rule.unknown ?? unknown };
    addPart(builder, doubted, source.sure, destination.sure, list);
  }
}

function held({ sure, perhaps }: Members): AddressSet {
  return perhaps ? unionOf([sure, perhaps.set]) : sure;
}

function addPart(
  builder: PolicyBuilder,
  rule: Rule,
  source: AddressSet,
  destination: AddressSet,
  services: readonly Service[],
): void {
  if (isNothing(source) || isNothing(destination)) return;
  builder.add({ ...rule, source, destination, services });
}

function isNothing({ v4, v6, names }: AddressSet): boolean {
  return v4.length === 0 && v6.length === 0 && names.length === 0;
}
