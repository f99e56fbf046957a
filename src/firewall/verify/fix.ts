import type { AddressSet } from "../address.ts";
import { chainsOf, policyBuilder } from "../builder.ts";
import { transports } from "../flow.ts";
import { openingsOf } from "../merge.ts";
import type { Opening, Placement } from "../opening.ts";
import type { Policy } from "../policy.ts";
import type { Crossing } from "../prove/crossing.ts";
import type { Deciding } from "../prove/parts.ts";
import { type FlowProof, prove } from "../prove/prove.ts";
import type { Source } from "../source.ts";
import {
  actions,
  copyRow,
  everyPhase,
  newTable,
  phases,
  pooled,
  type RuleTable,
} from "../table.ts";
import type { Writer, Written } from "../write/writer.ts";
import { crossingOf } from "./crossing.ts";
import { placementOf, writtenTogether } from "./place.ts";

/** Where rules are missing: before a row of a chain, or at its end. */
interface Place {
  chain: number;
  row: number | undefined;
  line: number;
  /** Whose packets are denied there: those of who opens the connection, or the answers. */
  side: Placement["side"];
}

/** One place and how the rules are written into it; undefined where a person must put them there. */
export interface FixPlace {
  line: number;
  before: boolean;
  chain: string;
  placement: Placement | undefined;
}

export interface Fix {
  written: Written;
  openings: readonly Opening[];
  /** Every place that needs the rules, the first one first. */
  places: readonly FixPlace[];
  /** Whether every missing flow is permitted with the openings there, by the same proof. */
  proved: boolean;
}

/** Stages of a way, and lists of both sides of a connection: more places than any device has. */
const mostPlaces = 16;

/**
 * The fewest openings that are missing, where they belong, and the proof that they suffice. Flows of
 * which the file cannot tell are left alone: nobody knows what they lack.
 */
export function fixOf(
  source: Source,
  policy: Policy,
  proofs: readonly FlowProof[],
  sources: AddressSet,
  guide: { id: string; edition: string },
  writer: Writer,
  given: Crossing,
): Fix | undefined {
  const missing = proofs.filter(({ verdict }) => verdict === "denied" || verdict === "partly");
  if (missing.length === 0) return undefined;
  const flows = missing.map(({ flow }) => flow);
  const openings = openingsOf(flows, sources, guide);
  const ask = (now: Policy) => prove(now, flows, sources, given);
  const { places, proved } = placesFor(policy, missing, openings, ask);
  if (places.length === 0) return undefined;
  const lines = source.text().split("\n");
  const found = places.map(({ chain: number, row, line, side }): FixPlace => {
    const chain = policy.chains[number]!.name;
    const before = row !== undefined;
    const spot = { chain, side, line, before };
    return { line, before, chain, placement: placementOf(policy.vendor, lines, spot) };
  });
  const told = writtenTogether(policy.vendor, found);
  const written = told.flatMap(({ placement }) => placement ?? []);
  const request = { guide, openings, ...namedOnly(crossingOf(proofs, given)) };
  const all = writer.write(written.length > 0 ? { ...request, places: written } : request);
  return {
    written: all,
    openings,
    places: told,
    // What a person must open is not in the rules, whatever the proof took for granted.
    proved: proved && all.needsPerson.length === 0,
  };
}

/** `?` is an interface that no rule names, and nothing to write down. */
function namedOnly({ input, output }: Crossing): Crossing {
  return { input: input === "?" ? undefined : input, output: output === "?" ? undefined : output };
}

/** Place by place, until the proof finds nothing denied any more, or knows no other place. */
function placesFor(
  policy: Policy,
  missing: readonly FlowProof[],
  openings: readonly Opening[],
  ask: (policy: Policy) => FlowProof[],
): { places: Place[]; proved: boolean } {
  const places: Place[] = [];
  let proofs = missing;
  while (places.length < mostPlaces) {
    const next = placeOf(policy, proofs, places);
    if (!next) break;
    places.push(next);
    proofs = ask(withOpenings(policy, openings, places));
  }
  return { places, proved: proofs.every(({ verdict }) => verdict === "permitted") };
}

/** Before the first line that denies; at the end of the chain whose default does. */
function placeOf(
  policy: Policy,
  proofs: readonly FlowProof[],
  known: readonly Place[],
): Place | undefined {
  const denying = proofs
    .flatMap(({ parts }) => parts.filter(({ verdict }) => verdict === "denied"))
    .flatMap(({ decidedBy }) => decidedBy.filter(({ verdict }) => verdict === "deny"))
    .map((deciding) => placeBefore(policy, deciding))
    .filter((place) => !known.some((each) => sameList(each, place)));
  const [first] = denying;
  const own = denying.filter((place) => first && sameList(first, place));
  const inRules = own.filter(({ row }) => row !== undefined);
  return inRules.sort((a, b) => a.row! - b.row!)[0] ?? first;
}

function sameList(a: Place, b: Place): boolean {
  return a.chain === b.chain && a.side === b.side;
}

/** Firewalls whose written rules let answers through from the place in which they are put. */
const answersWithin = new Set(["iptables", "nftables"]);

function placeBefore(policy: Policy, { line, chain, phase }: Deciding): Place {
  const number = policy.chains.findIndex(({ name }) => name === chain);
  const { table } = policy;
  const row = policy.chains[number]?.rows.find(
    // A default has a line too, on which something else may stand.
    (each) => table.line[each] === line && table.action[each] === actions.deny,
  );
  const isAnswer = phase === "reply" || phase === "replyData";
  const side = isAnswer && !answersWithin.has(policy.vendor) ? "back" : "there";
  return { chain: number, row, line, side };
}

/** The same policy with what is written put into these places. */
function withOpenings(
  policy: Policy,
  openings: readonly Opening[],
  places: readonly Place[],
): Policy {
  // From the last row to the first, so that the numbers of earlier rows stay as they are.
  return places
    .toSorted((a, b) => (b.row ?? Number.MAX_VALUE) - (a.row ?? Number.MAX_VALUE))
    .reduce((now, place) => withRows(now, rowsFor(now, openings, place), place), policy);
}

/** The rules as they are written for this vendor: src/firewall/write. */
function rowsFor(policy: Policy, openings: readonly Opening[], place: Place): Policy {
  const { vendor, families } = policy;
  const builder = policyBuilder({ vendor, families, replies: "implicit" });
  const base = { chain: builder.chain("added"), line: 0, action: "permit" } as const;
  if (answersWithin.has(vendor)) builder.add({ ...base, phases: everyPhase & ~phases.open });
  for (const { sources, destinations, transport, ports } of openings) {
    const protocol = transports[transport];
    if (place.side === "there") {
      const service = { protocol, destinationPorts: ports };
      const opens = answersWithin.has(vendor) ? phases.open : everyPhase;
      const rule = { ...base, services: [service], phases: opens };
      builder.add({ ...rule, source: sources, destination: destinations });
    } else {
      const service = { protocol, sourcePorts: ports, destinationPorts: clientPorts };
      const answers = transport === "tcp" ? everyPhase & ~phases.open : everyPhase;
      const rule = { ...base, services: [service], phases: answers };
      builder.add({ ...rule, source: destinations, destination: sources });
    }
  }
  return builder.finish();
}

const clientPorts = [1024, 65_535];

/** Rows stand in the order of chains. */
function withRows(policy: Policy, added: Policy, place: Place): Policy {
  const at = place.row ?? policy.table.length;
  const table = newTable(policy.table.length + added.table.length);
  copyRows(policy.table, 0, at, table);
  copyRows(added.table, 0, added.table.length, table, (row) => {
    table.chain[row] = place.chain;
    const flags = table.flags[row]!;
    const sets = policy.addressSets.length;
    const ports = policy.portSets.length;
    if (flags & pooled.source) table.sourceLo[row]! += sets;
    if (flags & pooled.destination) table.destinationLo[row]! += sets;
    if (flags & pooled.sourcePorts) table.sourcePorts[row]! += ports;
    if (flags & pooled.destinationPorts) table.destinationPorts[row]! += ports;
    if (table.unknown[row]) table.unknown[row]! += policy.unknowns.length;
  });
  copyRows(policy.table, at, policy.table.length, table);
  return {
    ...policy,
    table,
    addressSets: [...policy.addressSets, ...added.addressSets],
    portSets: [...policy.portSets, ...added.portSets],
    unknowns: [...policy.unknowns, ...added.unknowns],
    chains: chainsOf(
      policy.chains.map(({ name }) => name),
      table,
    ),
  };
}

function copyRows(
  from: RuleTable,
  begin: number,
  end: number,
  to: RuleTable,
  adapt: (row: number) => void = () => {},
): void {
  for (let row = begin; row < end; row += 1) adapt(copyRow(from, row, to));
}
