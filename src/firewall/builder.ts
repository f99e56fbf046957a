import { type AddressSet, anyAddress, type Family } from "./address.ts";
import type { Attachment, InterfaceMatch, Policy, Stage, Unknown } from "./policy.ts";
import type { Ranges } from "./ranges.ts";
import { ConfigError } from "./source.ts";
import {
  type Action,
  actions,
  anyPorts,
  anyProtocol,
  everyPhase,
  newRow,
  newTable,
  packPorts,
  pooled,
  type RuleTable,
} from "./table.ts";

/** One protocol with its ports; no protocol means every protocol. */
export interface Service {
  /** IANA number: 6 TCP, 17 UDP, 1 ICMP, 58 ICMPv6. */
  protocol?: number | undefined;
  sourcePorts?: Ranges<number> | undefined;
  /** For ICMP `type * 256 + code`. */
  destinationPorts?: Ranges<number> | undefined;
}

/** A rule as a reader understands it. What is not given matches everything. */
export interface Rule {
  chain: number;
  /** Where it stands in the file, from 1. */
  line: number;
  action: Action;
  target?: number | undefined;
  source?: AddressSet | undefined;
  destination?: AddressSet | undefined;
  services?: readonly Service[] | undefined;
  input?: InterfaceMatch | undefined;
  output?: InterfaceMatch | undefined;
  phases?: number | undefined;
  unknown?: Unknown | undefined;
}

/** Puts a policy together, rule by rule, in the order of the file. */
export interface PolicyBuilder {
  /** The number of a chain; the same name is the same chain. */
  chain(name: string): number;
  add(rule: Rule): void;
  stage(stage: Stage): void;
  attach(attachment: Attachment): void;
  notUnderstood(line: number, what: string): void;
  assume(key: string, values?: Record<string, string | number>): void;
  finish(): Policy;
  /** For readers of very large files, which fill rows themselves: the table and its pools. */
  table: RuleTable;
  pools: Pools;
}

/** Numbers for what a column cannot hold itself; the same number for the same thing. */
export interface Pools {
  addresses: Pool<AddressSet>;
  ports: Pool<Ranges<number>>;
  interfaces: Pool<InterfaceMatch>;
  unknowns: Pool<Unknown>;
}

export interface Pool<T> {
  all: readonly T[];
  number(thing: T): number;
}

export interface PolicyHead {
  vendor: string;
  families: readonly Family[];
  replies: Policy["replies"];
  /** About how many rows there will be. */
  capacity?: number;
}

/** What the columns for chains and interfaces can hold. */
const mostNumbers = 0xffff;

const anyService: readonly Service[] = [{}];
const noInterface: InterfaceMatch = { names: [], negated: true };
const noUnknown: Unknown = { code: "match", what: "" };

export function policyBuilder(head: PolicyHead): PolicyBuilder {
  const table = newTable(head.capacity ?? 256);
  const chains = new Map<string, number>();
  const addresses = pool<AddressSet>([]);
  const ports = pool<Ranges<number>>([]);
  const interfaces = pool<InterfaceMatch>([noInterface], interfaceKey, mostNumbers);
  const unknowns = pool<Unknown>([noUnknown], ({ code, what }) => `${code} ${what}`);
  const splits = new Map<AddressSet, Split>();
  const stages: Stage[] = [];
  const attachments: Attachment[] = [];
  const notUnderstood: Policy["notUnderstood"][number][] = [];
  const assumptions: Policy["assumptions"][number][] = [];

  /** The same parts for the same set, so that a group of many rules is held once. */
  function split(set: AddressSet | undefined): Split {
    const known = set && splits.get(set);
    const parts = known ?? named(set);
    if (set && set.names.length > 0 && !known) splits.set(set, parts);
    return parts;
  }

  function addRow(rule: Rule, service: Service): void {
    const { source = anyAddress, destination = anyAddress } = rule;
    const row = newRow(table);
    let flags = 0;
    table.chain[row] = rule.chain;
    table.line[row] = rule.line;
    table.action[row] = actions[rule.action];
    table.target[row] = rule.target ?? 0;
    table.protocol[row] = service.protocol ?? anyProtocol;
    if (isPlain(source)) {
      table.sourceLo[row] = source.v4[0]!;
      table.sourceHi[row] = source.v4[1]!;
    } else {
      table.sourceLo[row] = addresses.number(source);
      flags |= pooled.source;
    }
    if (isPlain(destination)) {
      table.destinationLo[row] = destination.v4[0]!;
      table.destinationHi[row] = destination.v4[1]!;
    } else {
      table.destinationLo[row] = addresses.number(destination);
      flags |= pooled.destination;
    }
    const from = packed(service.sourcePorts);
    if (from === undefined) flags |= pooled.sourcePorts;
    table.sourcePorts[row] = from ?? ports.number(service.sourcePorts!);
    const to = packed(service.destinationPorts);
    if (to === undefined) flags |= pooled.destinationPorts;
    table.destinationPorts[row] = to ?? ports.number(service.destinationPorts!);
    table.flags[row] = flags;
    table.phases[row] = rule.phases ?? everyPhase;
    table.input[row] = rule.input ? interfaces.number(rule.input) : 0;
    table.output[row] = rule.output ? interfaces.number(rule.output) : 0;
    table.unknown[row] = rule.unknown ? unknowns.number(rule.unknown) : 0;
  }

  return {
    chain(name) {
      const known = chains.get(name);
      if (known !== undefined) return known;
      if (chains.size > mostNumbers) throw new ConfigError("firewall.config.too-large", 0);
      chains.set(name, chains.size);
      return chains.size - 1;
    },
    add(rule) {
      // What a name stands for is unknown; the addresses beside it in the same group are not.
      const parts = [split(rule.source), split(rule.destination)] as const;
      for (const service of rule.services ?? anyService) {
        addRow({ ...rule, source: parts[0].known, destination: parts[1].known }, service);
        const names = [...parts[0].names, ...parts[1].names];
        if (names.length === 0) continue;
        const unknown = rule.unknown ?? { code: "fqdn", what: names[0]! };
        const source = parts[0].perhaps ?? rule.source;
        const destination = parts[1].perhaps ?? rule.destination;
        addRow({ ...rule, source, destination, unknown }, service);
      }
    },
    stage: (stage) => void stages.push(stage),
    attach: (attachment) => void attachments.push(attachment),
    notUnderstood: (line, what) => void notUnderstood.push({ line, what }),
    assume: (key, values = {}) => void assumptions.push({ key, values }),
    finish() {
      return {
        vendor: head.vendor,
        families: head.families,
        replies: head.replies,
        table,
        addressSets: addresses.all,
        portSets: ports.all,
        interfaces: interfaces.all,
        unknowns: unknowns.all,
        chains: chainsOf([...chains.keys()], table),
        stages,
        attachments,
        notUnderstood,
        assumptions,
      };
    },
    table,
    pools: { addresses, ports, interfaces, unknowns },
  };
}

/** Rows of each chain in their order, by counting. */
export function chainsOf(names: readonly string[], table: Policy["table"]): Policy["chains"] {
  const counts = new Uint32Array(names.length);
  for (let row = 0; row < table.length; row += 1) counts[table.chain[row]!]! += 1;
  const chains = names.map((name, at) => ({ name, rows: new Int32Array(counts[at]!) }));
  counts.fill(0);
  for (let row = 0; row < table.length; row += 1) {
    const chain = table.chain[row]!;
    chains[chain]!.rows[counts[chain]!++] = row;
  }
  return chains;
}

function isPlain({ v4, v6, names }: AddressSet): boolean {
  return v4.length === 2 && v6.length === 0 && names.length === 0;
}

function packed(ports: Ranges<number> | undefined): number | undefined {
  if (ports === undefined) return anyPorts;
  return ports.length === 2 ? packPorts(ports[0]!, ports[1]!) : undefined;
}

interface Split {
  known: AddressSet | undefined;
  names: readonly string[];
  perhaps?: AddressSet;
}

function named(set: AddressSet | undefined): Split {
  if (set === undefined || set.names.length === 0) return { known: set, names: [] };
  const known = { ...set, names: [] };
  return { known, names: set.names, perhaps: { ...anyAddress, names: set.names } };
}

function interfaceKey({ names, negated }: InterfaceMatch): string {
  return `${negated} ${names.join("\n")}`;
}

/** Numbers for things, the same number for the same thing: by identity, or by a key. */
function pool<T extends object>(
  all: T[],
  keyOf?: (thing: T) => string,
  most = Number.MAX_SAFE_INTEGER,
): Pool<T> {
  const numbers = new Map<unknown, number>(all.map((thing, at) => [keyOf?.(thing) ?? thing, at]));
  return {
    all,
    number(thing: T): number {
      const key = keyOf?.(thing) ?? thing;
      const known = numbers.get(key);
      if (known !== undefined) return known;
      if (all.length > most) throw new ConfigError("firewall.config.too-large", 0);
      numbers.set(key, all.length);
      all.push(thing);
      return all.length - 1;
    },
  };
}
