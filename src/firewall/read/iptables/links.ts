import type { PolicyBuilder } from "../../builder.ts";
import type { UnknownCode } from "../../policy.ts";
import { actions } from "../../table.ts";
import type { ChainInfo } from "./reading.ts";

/** Chains may lead into one another this deep; real rules stay far below. */
const deepest = 60;

/**
 * Makes every jump one that ends: where the chain is not declared, leads back to itself, or lies too
 * deep, nobody can tell what happens to the packet.
 */
export function settleJumps({ table, pools }: PolicyBuilder, chains: readonly ChainInfo[]): void {
  const edges = new Map<number, Set<number>>();
  const jumps: number[] = [];
  for (let row = 0; row < table.length; row += 1) {
    const action = table.action[row];
    if (action !== actions.jump && action !== actions.goto) continue;
    const target = chains[table.target[row]!]!;
    if (!target.declared) settle(row, "object-missing");
    else {
      jumps.push(row);
      const from = table.chain[row]!;
      edges.set(from, (edges.get(from) ?? new Set()).add(target.number));
    }
  }
  if (jumps.length === 0) return;
  const cyclic = onCycles(edges);
  const depths = depthsOf(edges, cyclic);
  for (const row of jumps) {
    const [from, to] = [table.chain[row]!, table.target[row]!];
    if (cyclic.has(from) && cyclic.has(to)) settle(row, "object-cyclic");
    else if ((depths.get(from) ?? 0) >= deepest) settle(row, "match");
  }

  function settle(row: number, code: UnknownCode): void {
    const what = chains[table.target[row]!]!.name;
    table.action[row] = actions.unclear;
    table.target[row] = 0;
    table.unknown[row] = pools.unknowns.number({ code, what });
  }
}

type Edges = ReadonlyMap<number, ReadonlySet<number>>;

/** Chains that lie on a cycle, or between two: what is left when loose ends are taken off. */
function onCycles(edges: Edges): Set<number> {
  const forward = withoutLooseEnds(edges);
  return withoutLooseEnds(reversed(edges, forward));
}

/** Chains that are left when those nobody leads to are taken away, again and again. */
function withoutLooseEnds(edges: Edges): Set<number> {
  const loose = new Set(sorted(edges).order);
  const all = [...edges].flatMap(([from, targets]) => [from, ...targets]);
  return new Set(all.filter((chain) => !loose.has(chain)));
}

function reversed(edges: Edges, among: ReadonlySet<number>): Edges {
  const found = new Map<number, Set<number>>();
  for (const [from, targets] of edges) {
    for (const to of targets) {
      if (among.has(from) && among.has(to)) found.set(to, (found.get(to) ?? new Set()).add(from));
    }
  }
  return found;
}

/** The longest way from a chain that nobody leads to, in jumps. */
function depthsOf(edges: Edges, cyclic: ReadonlySet<number>): ReadonlyMap<number, number> {
  const ending = new Map(
    [...edges].map(([from, targets]): [number, ReadonlySet<number>] => [
      from,
      new Set([...targets].filter((to) => !(cyclic.has(from) && cyclic.has(to)))),
    ]),
  );
  return sorted(ending).depths;
}

/** Chains in the order of the jumps, as far as that goes (Kahn). */
function sorted(edges: Edges) {
  const incoming = new Map<number, number>();
  for (const targets of edges.values()) {
    for (const to of targets) incoming.set(to, (incoming.get(to) ?? 0) + 1);
  }
  const order = [...edges.keys()].filter((chain) => !incoming.has(chain));
  const depths = new Map<number, number>();
  for (const from of order) {
    for (const to of edges.get(from) ?? []) {
      depths.set(to, Math.max(depths.get(to) ?? 0, (depths.get(from) ?? 0) + 1));
      const left = incoming.get(to)! - 1;
      incoming.set(to, left);
      if (left === 0) order.push(to);
    }
  }
  return { order, depths };
}
