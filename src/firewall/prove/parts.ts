import type { Policy, Unknown } from "../policy.ts";
import { actions, type Phase } from "../table.ts";
import { type Box, boxesOf } from "./boxes.ts";
import { cellOf, type Grid } from "./grid.ts";
import { byDefault, type Layer, notAsked } from "./layer.ts";

export type PartVerdict = "permitted" | "denied" | "undetermined";

/** A line that decides about a part of a flow. */
export interface Deciding {
  /** From 1; 0 where it is the firewall's own default and stands nowhere. */
  line: number;
  verdict: "permit" | "deny" | "unclear";
  chain: string;
  /** Which packets of the connection it decides about. */
  phase: Phase;
  /** Set where it decides only perhaps. */
  unknown: Unknown | undefined;
}

/** Packets of a flow that fare alike, for the same reasons. */
export interface Part {
  verdict: PartVerdict;
  decidedBy: Deciding[];
  boxes: Box[];
  /** Whether there are more boxes than are told. */
  more: boolean;
  /** Of all packets of the flow, 0 to 1. */
  share: number;
}

/** Lines of one part that are told; more would help nobody. */
const mostTold = 100;

/** Groups the cells of a grid by what happens there and why. */
export function partsOf(policy: Policy, grid: Grid, layers: Layer[]): Part[] {
  const groups = new Map<number, { verdict: PartVerdict; cell: number; cells: number[] }>();
  const reasons = numbering();
  for (let cell = 0; cell < grid.cells; cell += 1) {
    const { verdict, key } = judge(cell);
    const group = groups.get(key);
    if (group) group.cells.push(cell);
    else groups.set(key, { verdict, cell, cells: [cell] });
  }
  const volume = volumeOf(grid);
  return [...groups.values()].map(({ verdict, cell, cells }) => ({
    verdict,
    decidedBy: decidingOf(policy, layers, cell, verdict),
    ...boxesOf(grid, cells),
    share: cells.reduce((sum, each) => sum + volume(each), 0),
  }));

  /** Denied by one layer is denied; else one that cannot tell makes the whole untold. */
  function judge(cell: number): { verdict: PartVerdict; key: number } {
    let verdict: PartVerdict = "permitted";
    let key = 0;
    let unclear: Phase | undefined;
    for (const layer of layers) {
      // What an earlier stage has perhaps rewritten is another packet to those behind it.
      if (layer.phase === unclear) continue;
      if (isUnclear(policy, layer, cell)) unclear = layer.phase;
      const found = verdictOf(policy, layer, cell);
      const doubts = layer.doubts.get(cell);
      const reason = doubts ? `${layer.deciders[cell]} ${doubts.join(" ")}` : layer.deciders[cell]!;
      if (found === "denied") return { verdict: found, key: reasons(reasons(0, found), reason) };
      if (found === "undetermined") verdict = found;
      key = reasons(key, reason);
    }
    return { verdict, key: reasons(key, verdict) };
  }
}

function verdictOf(policy: Policy, layer: Layer, cell: number): PartVerdict {
  const last = effect(policy, layer, layer.deciders[cell]!);
  const doubts = layer.doubts.get(cell);
  if (!doubts)
    return last === "unclear" ? "undetermined" : last === "permit" ? "permitted" : "denied";
  const all = new Set([last, ...doubts.map((row) => effect(policy, layer, row))]);
  if (all.size > 1 || all.has("unclear")) return "undetermined";
  return last === "permit" ? "permitted" : "denied";
}

function isUnclear(policy: Policy, layer: Layer, cell: number): boolean {
  const rows = [layer.deciders[cell]!, ...(layer.doubts.get(cell) ?? [])];
  return rows.some((row) => effect(policy, layer, row) === "unclear");
}

function effect(policy: Policy, { stage }: Layer, row: number): Deciding["verdict"] {
  if (row === notAsked) return "permit";
  if (row === byDefault) return policy.stages[stage]!.otherwise;
  const action = policy.table.action[row]!;
  return action === actions.permit ? "permit" : action === actions.deny ? "deny" : "unclear";
}

function decidingOf(
  policy: Policy,
  layers: Layer[],
  cell: number,
  verdict: PartVerdict,
): Deciding[] {
  const wanted = layers.filter((layer) => verdictOf(policy, layer, cell) === verdict);
  // One layer that denies is enough, and the first packet is the one people look at.
  const told = verdict === "denied" ? wanted.slice(0, 1) : wanted;
  const found = told.flatMap((layer) => {
    const rows = [...(layer.doubts.get(cell) ?? []), layer.deciders[cell]!];
    return rows.filter((row) => row !== notAsked).map((row) => describe(policy, layer, row));
  });
  const seen = new Set<string>();
  return found
    .filter(({ line, chain, verdict: says }) => {
      const key = `${line} ${chain} ${says}`;
      return seen.size < seen.add(key).size;
    })
    .slice(0, mostTold);
}

function describe(policy: Policy, layer: Layer, row: number): Deciding {
  const stage = policy.stages[layer.stage]!;
  const verdict = effect(policy, layer, row);
  const { phase } = layer;
  if (row === byDefault) {
    const chain = policy.chains[stage.chain]?.name ?? "";
    return { line: stage.line, verdict, chain, phase, unknown: undefined };
  }
  const { table, unknowns, chains } = policy;
  const unknown = table.unknown[row] === 0 ? undefined : unknowns[table.unknown[row]!];
  const chain = chains[table.chain[row]!]?.name ?? "";
  return { line: table.line[row]!, verdict, chain, phase, unknown };
}

/** A cell's share of the whole grid. */
function volumeOf(grid: Grid): (cell: number) => number {
  const weights = [grid.clients, grid.clientPorts, grid.servers, grid.serverPorts].map(
    ({ from, to }) => {
      const sizes = from.map((lo, at) => Number(BigInt(to[at]!) - BigInt(lo)) + 1);
      const all = sizes.reduce((sum, size) => sum + size, 0);
      return sizes.map((size) => size / all);
    },
  );
  return (cell) => {
    const at = cellOf(grid, cell);
    return [at.client, at.clientPort, at.server, at.serverPort].reduce(
      (product, place, axis) => product * weights[axis]![place]!,
      1,
    );
  };
}

/** Small numbers for chains of reasons, so that cells can be told apart quickly. */
function numbering() {
  const known = new Map<number, Map<number | string, number>>();
  let next = 1;
  return (before: number, reason: number | string): number => {
    let after = known.get(before);
    if (!after) {
      after = new Map();
      known.set(before, after);
    }
    let number = after.get(reason);
    if (number === undefined) {
      number = next++;
      after.set(reason, number);
    }
    return number;
  };
}
