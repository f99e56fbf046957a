import type { AddressSet } from "../address.ts";
import { chainsOf, policyBuilder } from "../builder.ts";
import { type Flow, transports } from "../flow.ts";
import { openingsOf } from "../merge.ts";
import type { Opening } from "../opening.ts";
import type { Policy } from "../policy.ts";
import type { Crossing } from "../prove/crossing.ts";
import type { Deciding } from "../prove/parts.ts";
import { type FlowProof, prove } from "../prove/prove.ts";
import { copyRow, newTable, pooled, type RuleTable } from "../table.ts";
import type { Writer, Written } from "../write/writer.ts";
import { crossingOf } from "./crossing.ts";

/** Where rules are missing: before a row of a chain, or at its end. */
interface Place {
  chain: number;
  row: number | undefined;
  line: number;
}

export interface Fix {
  written: Written;
  openings: readonly Opening[];
  place: { line: number; before: boolean; chain: string };
  /** Whether every missing flow is permitted with the openings there, by the same proof. */
  proved: boolean;
}

/**
 * The fewest openings that are missing, where they belong, and the proof that they suffice. Flows of
 * which the file cannot tell are left alone: nobody knows what they lack.
 */
export function fixOf(
  policy: Policy,
  proofs: readonly FlowProof[],
  sources: AddressSet,
  guide: { id: string; edition: string },
  writer: Writer,
  given: Crossing,
): Fix | undefined {
  const missing = proofs.filter(({ verdict }) => verdict === "denied" || verdict === "partly");
  const place = placeOf(policy, missing);
  if (!place) return undefined;
  const flows = missing.map(({ flow }) => flow);
  const openings = openingsOf(flows, sources, guide);
  const written = writer.write({ guide, openings, ...namedOnly(crossingOf(proofs, given)) });
  return {
    written,
    openings,
    place: {
      line: place.line,
      before: place.row !== undefined,
      chain: policy.chains[place.chain]?.name ?? "",
    },
    proved: suffices(withOpenings(policy, openings, place), flows, sources, given),
  };
}

/** `?` is an interface that no rule names, and nothing to write down. */
function namedOnly({ input, output }: Crossing): Crossing {
  return { input: input === "?" ? undefined : input, output: output === "?" ? undefined : output };
}

function suffices(policy: Policy, flows: readonly Flow[], sources: AddressSet, given: Crossing) {
  return prove(policy, flows, sources, given).every(({ verdict }) => verdict === "permitted");
}

/** Before the first line that denies; at the end of the chain whose default does. */
function placeOf(policy: Policy, missing: readonly FlowProof[]): Place | undefined {
  const denying = missing
    .flatMap(({ parts }) => parts.filter(({ verdict }) => verdict === "denied"))
    .flatMap(({ decidedBy }) => decidedBy.filter(({ verdict }) => verdict === "deny"));
  const places = denying.map((deciding) => placeBefore(policy, deciding));
  const inRules = places.filter(({ row }) => row !== undefined);
  return inRules.sort((a, b) => a.row! - b.row!)[0] ?? places[0];
}

function placeBefore(policy: Policy, { line, chain }: Deciding): Place {
  const number = policy.chains.findIndex(({ name }) => name === chain);
  const row = policy.chains[number]?.rows.find((each) => policy.table.line[each] === line);
  return { chain: number, row, line };
}

/** The same policy with permits for the openings at a place. Rows stand in the order of chains. */
function withOpenings(policy: Policy, openings: readonly Opening[], place: Place): Policy {
  const builder = policyBuilder({
    vendor: policy.vendor,
    families: policy.families,
    replies: "implicit",
  });
  const chain = builder.chain("added");
  for (const { sources, destinations, transport, ports } of openings) {
    const service = { protocol: transports[transport], destinationPorts: ports };
    const rule = { chain, line: place.line, action: "permit", services: [service] } as const;
    builder.add({ ...rule, source: sources, destination: destinations });
  }
  const added = builder.finish();
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
