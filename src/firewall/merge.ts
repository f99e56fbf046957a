import type { AddressSet } from "./address.ts";
import type { Flow } from "./flow.ts";
import { commentOf, stemFor } from "./naming.ts";
import type { Opening } from "./opening.ts";
import { after, type Bound, overlaps, pairsOf, rangesOf } from "./ranges.ts";
import { fewestRectangles } from "./rectangles.ts";

/** Part of the flows' destinations whose every address has the same flows. */
interface Piece {
  destination: AddressSet;
  flows: readonly number[];
}

/** What is asked alike everywhere in it: the same ports. */
interface Class {
  pieces: Piece[];
  ports: readonly number[];
}

type Draft = Pick<Opening, "direction" | "transport" | "ports"> & {
  destination: AddressSet;
  flows: readonly number[];
};

/**
 * The fewest openings, each sources × destinations × ports, that permit exactly these flows and
 * nothing else. Where kinds of hosts and of ports that hang together are beyond what can be searched
 * (src/firewall/rectangles.ts), it is the better of grouping by host and by port. Direction,
 * transport, addresses, exact names and wildcards stay apart, because no rule can join them.
 */
export function openingsOf(
  flows: readonly Flow[],
  sources: AddressSet,
  guide: { id: string; edition: string },
): Opening[] {
  const drafts = (["outbound", "inbound"] as const).flatMap((direction) =>
    (["tcp", "udp"] as const).flatMap((transport) =>
      piecesOf(flows, direction, transport).flatMap((pieces) =>
        merged(pieces, flows).map((draft) => ({ ...draft, direction, transport })),
      ),
    ),
  );
  // Whoever compares with the guide finds them in its order.
  drafts.sort((a, b) => a.flows[0]! - b.flows[0]!);
  const stem = stemFor(guide, sources, drafts);
  return drafts.map(({ destination, flows: served, ...draft }, at): Opening => {
    const endpoints = [...new Set(served.map((flow) => flows[flow]!.endpoint))];
    const inbound = draft.direction === "inbound";
    return {
      name: `${stem}-${at + 1}`,
      ...draft,
      sources: inbound ? destination : sources,
      destinations: inbound ? sources : destination,
      endpoints,
      hosts: [...new Set(served.map((flow) => flows[flow]!.host))],
      comment: commentOf(guide, endpoints),
    };
  });
}

/** The destinations cut into pieces: addresses, exact names and wildcards, each on its own. */
function piecesOf(
  flows: readonly Flow[],
  direction: Flow["direction"],
  transport: Flow["transport"],
): Piece[][] {
  const asked = [...flows.entries()].filter(
    ([, flow]) => flow.direction === direction && flow.transport === transport,
  );
  const blocksOf = <T extends Bound>(pick: (set: AddressSet) => readonly T[]) =>
    asked.flatMap(([at, { destination }]) =>
      pairsOf(pick(destination)).map(([lo, hi]) => ({ lo, hi, owner: at })),
    );
  const v4 = cut(blocksOf(({ v4 }) => v4)).map(({ lo, hi, owners }) => ({
    destination: { v4: [lo, hi], v6: [], names: [] },
    flows: owners,
  }));
  const v6 = cut(blocksOf(({ v6 }) => v6)).map(({ lo, hi, owners }) => ({
    destination: { v4: [], v6: [lo, hi], names: [] },
    flows: owners,
  }));
  const named = asked.flatMap(([at, { destination }]) =>
    destination.names.map((name) => ({ name, owner: at })),
  );
  const names = [...Map.groupBy(named, ({ name }) => name)].map(([name, same]) => ({
    destination: { v4: [], v6: [], names: [name] },
    flows: same.map(({ owner }) => owner),
  }));
  const isWildcard = ({ destination }: Piece) => destination.names[0]!.includes("*");
  return [[...v4, ...v6], names.filter((name) => !isWildcard(name)), names.filter(isWildcard)];
}

/** Ranges that overlap, cut at every border: who owns each part. Ascending. */
function cut<T extends Bound>(
  blocks: readonly { lo: T; hi: T; owner: number }[],
): { lo: T; hi: T; owners: number[] }[] {
  const starts = Map.groupBy(blocks, ({ lo }) => lo);
  const borders = [...new Set(blocks.flatMap(({ lo, hi }) => [lo, after(hi)]))];
  borders.sort((a, b) => (a < b ? -1 : 1));
  const parts: { lo: T; hi: T; owners: number[] }[] = [];
  let active: { hi: T; owner: number }[] = [];
  for (const [at, lo] of borders.entries()) {
    active = [...active.filter(({ hi }) => hi >= lo), ...(starts.get(lo) ?? [])];
    if (active.length === 0) continue;
    const end = borders[at + 1]!;
    const hi = (typeof end === "bigint" ? end - 1n : (end as number) - 1) as T;
    const owners = [...new Set(active.map(({ owner }) => owner))].sort((a, b) => a - b);
    parts.push({ lo, hi, owners });
  }
  return parts;
}

function merged(
  pieces: readonly Piece[],
  flows: readonly Flow[],
): Pick<Draft, "destination" | "ports" | "flows">[] {
  const classes = classesOf(pieces, flows);
  const parts = cut(
    classes.flatMap(({ ports }, owner) => pairsOf(ports).map(([lo, hi]) => ({ lo, hi, owner }))),
  );
  const columns = [...Map.groupBy(parts, ({ owners }) => owners.join()).values()];
  const relation: number[][] = classes.map(() => []);
  for (const [column, same] of columns.entries()) {
    for (const owner of same[0]!.owners) relation[owner]!.push(column);
  }
  return fewestRectangles(relation).map((rectangle) => {
    const within = rectangle.rows.flatMap((row) => classes[row]!.pieces);
    const ports = rangesOf(
      rectangle.columns.flatMap((column) =>
        columns[column]!.map(({ lo, hi }) => [lo, hi] as const),
      ),
    );
    const served = [...new Set(within.flatMap((piece) => piece.flows))]
      .filter((flow) => overlaps(flows[flow]!.ports, ports))
      .sort((a, b) => a - b);
    return { destination: joined(within), ports, flows: served };
  });
}

function classesOf(pieces: readonly Piece[], flows: readonly Flow[]): Class[] {
  // Many addresses share the flows of few hosts, so their ports are worked out once.
  const portsOf = new Map<string, number[]>();
  const classes = new Map<string, Class>();
  for (const piece of pieces) {
    const owners = piece.flows.join();
    const ports =
      portsOf.get(owners) ?? rangesOf(piece.flows.flatMap((flow) => pairsOf(flows[flow]!.ports)));
    portsOf.set(owners, ports);
    if (ports.length === 0) continue;
    const known = classes.get(ports.join());
    if (known) known.pieces.push(piece);
    else classes.set(ports.join(), { pieces: [piece], ports });
  }
  return [...classes.values()];
}

function joined(pieces: readonly Piece[]): AddressSet {
  const sets = pieces.map(({ destination }) => destination);
  return {
    v4: rangesOf(sets.flatMap(({ v4 }) => pairsOf(v4))),
    v6: rangesOf(sets.flatMap(({ v6 }) => pairsOf(v6))),
    names: sets.flatMap(({ names }) => names),
  };
}
