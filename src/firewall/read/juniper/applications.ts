import type { Service } from "../../builder.ts";
import type { UnknownCode } from "../../policy.ts";
import { type Ranges, rangesOf } from "../../ranges.ts";
import type { Algebra, Services } from "../members.ts";
import {
  perhapsWider,
  portNames,
  predefinedApplications,
  predefinedSets,
  protocolNames,
} from "./predefined.ts";
import { find, preferred, type Statement, within, wordsIn } from "./statement.ts";

export interface Applications {
  /** The union of what the names stand for; the same object for the same names. */
  of(names: readonly string[]): Services;
}

/** Does not change what an application matches. */
const harmless = new Set(["application-protocol", "alg", "inactivity-timeout", "description"]);
const conditions = ["protocol", "source-port", "destination-port"];
const icmpConditions = ["icmp-type", "icmp-code", "icmp6-type", "icmp6-code"];

/** Sets in sets deeper than this are taken for a mistake. */
const deepest = 64;
/** The options of a term may stand in one line, each inside the one before. */
const deepestOption = 16;

/** Resolves applications and sets of them: those of the file go before those of Junos. */
export function applicationsOf(system: Statement, sets: Algebra): Applications {
  const own = find(system, "applications");
  const known = new Map<string, Services>();
  const lists = new Map<string, Services>();

  function named(name: string, depth: number): Services {
    const found = known.get(name);
    if (found) return found;
    const cyclic = doubt("object-cyclic", name);
    if (depth > deepest) return cyclic;
    // Whoever comes here again before it is known has gone round in a circle.
    known.set(name, cyclic);
    const services = resolve(name, depth);
    known.set(name, services);
    return services;
  }

  function resolve(name: string, depth: number): Services {
    const single = find(own, "application", name);
    if (single) return servicesIn(single, sets);
    const set = find(own, "application-set", name);
    const inner = set
      ? [...wordsIn(set, "application"), ...wordsIn(set, "application-set")]
      : Object.hasOwn(predefinedSets, name) && predefinedSets[name]!;
    if (inner) return sets.joinedServices(inner.map((each) => named(each, depth + 1)));
    if (!Object.hasOwn(predefinedApplications, name)) return doubt("object-missing", name);
    const sure = predefined(predefinedApplications[name]!);
    if (!Object.hasOwn(perhapsWider, name)) return { sure, perhaps: undefined };
    const unknown = { code: "value" as const, what: name };
    return { sure, perhaps: { list: predefined(perhapsWider[name]!), unknown } };
  }

  return {
    of(names) {
      const key = names.join("\n");
      const found = lists.get(key) ?? sets.joinedServices(names.map((name) => named(name, 0)));
      lists.set(key, found);
      return found;
    },
  };
}

function doubt(code: UnknownCode, what: string): Services {
  return { sure: [], perhaps: { list: [{}], unknown: { code, what } } };
}

function servicesIn(application: Statement, { joinedServices }: Algebra): Services {
  const terms = within(application, "term");
  const own = within(application).filter(({ word }) => word !== "term" && !harmless.has(word));
  const all = terms.map(termServices);
  if (own.length > 0) all.push(termServices(application));
  return all.length > 0 ? joinedServices(all) : doubt("value", application.word);
}

function termServices(term: Statement): Services {
  const options = new Map<string, Statement[]>();
  collect(term, options, 0);
  const foreign = [...options.keys()].find(
    (key) => !(harmless.has(key) || conditions.includes(key) || icmpConditions.includes(key)),
  );
  if (foreign !== undefined) return doubt("match", foreign);
  const service = serviceOf((key) => preferred(options.get(key) ?? []).map(({ word }) => word));
  return service ? { sure: [service], perhaps: undefined } : doubt("value", term.word);
}

function collect(from: Statement, options: Map<string, Statement[]>, depth: number): void {
  if (depth > deepestOption) return;
  for (const option of within(from)) {
    if (option.word === "term") continue;
    const values = options.get(option.word) ?? [];
    options.set(option.word, values);
    for (const value of within(option)) {
      values.push(value);
      collect(value, options, depth + 1);
    }
  }
}

function serviceOf(values: (key: string) => string[]): Service | undefined {
  const [name, ...others] = values("protocol");
  const protocol = name === undefined ? undefined : numberOf(name, protocolNames, 255);
  if (protocol === undefined || others.length > 0) return undefined;
  const source = values("source-port").map(portRange);
  const destination = values("destination-port").map(portRange);
  const icmp = icmpOf(values, protocol);
  if ([...source, ...destination].includes(undefined) || icmp === undefined) return undefined;
  const service: Service = { protocol, destinationPorts: icmp ?? union(destination) };
  if (source.length > 0) service.sourcePorts = union(source);
  return service;
}

function union(ranges: readonly ([number, number] | undefined)[]): Ranges<number> | undefined {
  return ranges.length === 0 ? undefined : rangesOf(ranges.flatMap((each) => (each ? [each] : [])));
}

/** Types as `type * 256 + code`; null where none is asked for, undefined where it cannot be read. */
function icmpOf(
  values: (key: string) => string[],
  protocol: number,
): Ranges<number> | null | undefined {
  const family = protocol === 58 ? "icmp6" : "icmp";
  const asked = icmpConditions.filter((key) => values(key).length > 0);
  if (asked.length === 0) return null;
  const [type, code] = [values(`${family}-type`), values(`${family}-code`)];
  const numbers = [type, code].map(([text = ""]) => numberOf(text, icmpNames[family], 255));
  const whole = asked.every((key) => key.startsWith(`${family}-`)) && type.length === 1;
  if (!whole || code.length > 1 || numbers[0] === undefined) return undefined;
  const lo = numbers[0] * 256;
  if (code.length === 0) return [lo, lo + 255];
  return numbers[1] === undefined ? undefined : [lo + numbers[1], lo + numbers[1]];
}

const icmpNames = {
  icmp: { "echo-reply": 0, unreachable: 3, "echo-request": 8, "time-exceeded": 11 },
  icmp6: { "destination-unreachable": 1, "echo-request": 128, "echo-reply": 129 },
};

/** A number, or a name from a list; undefined where it is neither or too large. */
export function numberOf(
  text: string,
  names: Readonly<Record<string, number>>,
  most: number,
): number | undefined {
  if (Object.hasOwn(names, text)) return names[text];
  return /^\d{1,5}$/.test(text) && Number(text) <= most ? Number(text) : undefined;
}

function portRange(text: string): [number, number] | undefined {
  const single = numberOf(text, portNames, 65_535);
  if (single !== undefined) return [single, single];
  const [, from, to] = /^(\d{1,5})-(\d{1,5})$/.exec(text) ?? [];
  const [lo, hi] = [Number(from), Number(to)];
  return lo <= hi && hi <= 65_535 ? [lo, hi] : undefined;
}

function predefined(text: string): Service[] {
  if (text === "any") return [{}];
  return text.split(", ").map((part) => {
    const [name = "", value] = part.split(" ");
    const protocol = numberOf(name, protocolNames, 255)!;
    if (value === undefined) return { protocol };
    const type = Number(value) * 256;
    return name.startsWith("icmp")
      ? { protocol, destinationPorts: [type, type + 255] }
      : { protocol, destinationPorts: portRange(value)! };
  });
}
