import type { Bound } from "../ranges.ts";
import { cellOf, type Grid } from "./grid.ts";

/** Ranges of a part of a flow; the client's side first. */
export interface Box {
  clients: [Bound, Bound][];
  clientPorts: [number, number];
  /** Means nothing where the server is known by name only. */
  servers: [Bound, Bound];
  serverPorts: [number, number];
}

/** Boxes that are told, and boxes that are looked at to join them. */
const mostTold = 100;
const mostJoined = 20_000;

/** The cells of a part, given in ascending order, as few boxes. */
export function boxesOf(grid: Grid, cells: readonly number[]): { boxes: Box[]; more: boolean } {
  const { boxes, more } = alongClients(grid, cells);
  let joined = join(boxes, "clientPorts");
  joined = join(joined, "servers");
  joined = join(joined, "serverPorts");
  return { boxes: joined.slice(0, mostTold), more: more || joined.length > mostTold };
}

function alongClients(grid: Grid, cells: readonly number[]): { boxes: Box[]; more: boolean } {
  const boxes: Box[] = [];
  let row = -1;
  for (const cell of cells) {
    const at = cellOf(grid, cell);
    const range = piece(grid.clients, at.client);
    const own = Math.floor(cell / grid.clients.from.length);
    if (own === row) {
      const { clients } = boxes.at(-1)!;
      const open = clients.at(-1)!;
      if (isNext(open[1], range[0])) open[1] = range[1];
      else clients.push(range);
      continue;
    }
    if (boxes.length === mostJoined) return { boxes, more: true };
    row = own;
    boxes.push({
      clients: [range],
      clientPorts: piece(grid.clientPorts, at.clientPort) as [number, number],
      servers: piece(grid.servers, at.server),
      serverPorts: piece(grid.serverPorts, at.serverPort) as [number, number],
    });
  }
  return { boxes, more: false };
}

/** Joins boxes that differ along one axis only and touch there. */
function join(boxes: Box[], axis: "clientPorts" | "servers" | "serverPorts"): Box[] {
  const open = new Map<string, Box>();
  const joined: Box[] = [];
  for (const box of boxes) {
    const key = keyWithout(box, axis);
    const last = open.get(key);
    if (last && isNext(last[axis][1], box[axis][0])) last[axis][1] = box[axis][1];
    else {
      open.set(key, box);
      joined.push(box);
    }
  }
  return joined;
}

function keyWithout(box: Box, axis: keyof Box): string {
  return (["clients", "clientPorts", "servers", "serverPorts"] as const)
    .map((name) => (name === axis ? "" : box[name].join(" ")))
    .join("|");
}

function piece({ from, to }: Grid["clients"], at: number): [Bound, Bound] {
  return [from[at]!, to[at]!];
}

function isNext(end: Bound, begin: Bound): boolean {
  return typeof end === "bigint" ? end + 1n === begin : end + 1 === begin;
}
