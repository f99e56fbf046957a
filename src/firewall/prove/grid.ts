import type { AddressSet } from "../address.ts";
import type { Policy } from "../policy.ts";
import type { Bound, Ranges } from "../ranges.ts";
import { sidesOf, type Way } from "./candidates.ts";
import type { Question } from "./question.ts";

/**
 * A question cut into cells along every border of every rule that touches it: within a cell all
 * packets fare alike. Cells are numbered with the client address running fastest.
 */
export interface Grid {
  clients: Axis;
  clientPorts: Axis;
  servers: Axis;
  serverPorts: Axis;
  cells: number;
}

/** The pieces of one dimension: piece `i` is `from[i]` to `to[i]`, inclusive. */
export interface Axis {
  from: Bound[];
  to: Bound[];
}

/** Cells `[from, to)` in a row; a rule covers a few such runs. */
export type Run = readonly [from: number, to: number];

/** More than this and the question is not answered: 4 bytes each in a dozen arrays. */
export const mostCells = 4_000_000;

/** Undefined where it would have too many cells. */
export function gridOf(
  policy: Policy,
  question: Question,
  rows: Record<Way, Int32Array>,
): Grid | undefined {
  const cuts: Record<keyof Omit<Grid, "cells">, Bound[]> = {
    clients: [],
    clientPorts: [],
    servers: [],
    serverPorts: [],
  };
  for (const way of ["there", "back"] as const) {
    for (const row of rows[way]) {
      const sides = sidesOf(policy, row, way);
      cut(cuts.clients, ofFamily(sides.client, question), question.clients);
      cut(cuts.clientPorts, sides.clientPorts, question.clientPorts);
      cut(cuts.servers, ofFamily(sides.server, question), question.servers);
      cut(cuts.serverPorts, sides.serverPorts, question.serverPorts);
    }
  }
  const grid = {
    clients: axisOf(question.clients, cuts.clients),
    clientPorts: axisOf(question.clientPorts, cuts.clientPorts),
    // A name is one piece, whatever addresses rules speak of.
    servers: question.name === undefined ? axisOf(question.servers, cuts.servers) : onePiece,
    serverPorts: axisOf(question.serverPorts, cuts.serverPorts),
  };
  const cells =
    grid.clients.from.length *
    grid.clientPorts.from.length *
    grid.servers.from.length *
    grid.serverPorts.from.length;
  return cells > mostCells ? undefined : { ...grid, cells };
}

const onePiece: Axis = { from: [0], to: [0] };

/** Begins of pieces: where a rule's range begins, and behind where it ends. */
function cut(cuts: Bound[], ranges: Ranges<Bound>, within: Ranges<Bound>): void {
  const [first, last] = [within[0], within.at(-1)];
  if (first === undefined || last === undefined) return;
  for (let at = 0; at < ranges.length; at += 2) {
    const lo = ranges[at]!;
    const hi = ranges[at + 1]!;
    if (lo > first && lo <= last) cuts.push(lo);
    if (hi >= first && hi < last) cuts.push(typeof hi === "bigint" ? hi + 1n : hi + 1);
  }
}

function axisOf(within: Ranges<Bound>, cuts: Bound[]): Axis {
  const axis: Axis = { from: [], to: [] };
  const sorted = sort(cuts);
  let next = 0;
  for (let at = 0; at < within.length; at += 2) {
    let from = within[at]!;
    const end = within[at + 1]!;
    while (next < sorted.length && sorted[next]! <= from) next += 1;
    for (; next < sorted.length && sorted[next]! <= end; next += 1) {
      const begin = sorted[next]!;
      if (begin === from) continue;
      axis.from.push(from);
      axis.to.push(typeof begin === "bigint" ? begin - 1n : begin - 1);
      from = begin;
    }
    axis.from.push(from);
    axis.to.push(end);
  }
  return axis;
}

function sort(cuts: Bound[]): ArrayLike<Bound> {
  if (typeof cuts[0] === "bigint") return cuts.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return Float64Array.from(cuts as number[]).sort();
}

/** Where a rule lies on the grid. */
export function runsOf(policy: Policy, grid: Grid, question: Question, row: number, way: Way) {
  const sides = sidesOf(policy, row, way);
  const clients = spansOf(grid.clients, ofFamily(sides.client, question));
  const ports = spansOf(grid.clientPorts, sides.clientPorts);
  const servers =
    question.name === undefined
      ? spansOf(grid.servers, ofFamily(sides.server, question))
      : [[0, 1] as const];
  const serverPorts = spansOf(grid.serverPorts, sides.serverPorts);
  return joined(grid, clients, ports, servers, serverPorts);
}

/** The pieces `[from, to)` of an axis that lie in `ranges`; every border is a border of pieces. */
function spansOf(axis: Axis, ranges: Ranges<Bound>): Run[] {
  const spans: Run[] = [];
  for (let at = 0; at < ranges.length; at += 2) {
    const from = firstAt(axis.from, ranges[at]!);
    const to = firstBehind(axis.from, ranges[at + 1]!);
    if (from < to) spans.push([from, to]);
  }
  return spans;
}

function firstAt(values: readonly Bound[], wanted: Bound): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function firstBehind(values: readonly Bound[], wanted: Bound): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! <= wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function joined(
  grid: Grid,
  clients: Run[],
  ports: Run[],
  servers: Run[],
  serverPorts: Run[],
): Run[] {
  const width = grid.clients.from.length;
  const whole = clients.length === 1 && clients[0]![1] - clients[0]![0] === width;
  const runs: Run[] = [];
  for (const serverPort of each(serverPorts)) {
    for (const server of each(servers)) {
      const above = (serverPort * grid.servers.from.length + server) * grid.clientPorts.from.length;
      for (const [from, to] of ports) {
        if (whole) runs.push([(above + from) * width, (above + to) * width]);
        else {
          for (let port = from; port < to; port += 1) {
            for (const [lo, hi] of clients) {
              runs.push([(above + port) * width + lo, (above + port) * width + hi]);
            }
          }
        }
      }
    }
  }
  return runs;
}

function* each(spans: Run[]): Iterable<number> {
  for (const [from, to] of spans) for (let at = from; at < to; at += 1) yield at;
}

function ofFamily(set: AddressSet, { family }: Question): Ranges<Bound> {
  return family === "ipv4" ? set.v4 : set.v6;
}

/** The box that is one cell. */
export function cellOf(grid: Grid, cell: number) {
  const width = grid.clients.from.length;
  const client = cell % width;
  let rest = Math.floor(cell / width);
  const clientPort = rest % grid.clientPorts.from.length;
  rest = Math.floor(rest / grid.clientPorts.from.length);
  const server = rest % grid.servers.from.length;
  const serverPort = Math.floor(rest / grid.servers.from.length);
  return { client, clientPort, server, serverPort };
}
