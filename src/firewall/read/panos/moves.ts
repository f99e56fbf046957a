import { ConfigError } from "../../source.ts";
import { partOf, type Tree } from "./tree.ts";
import type { Word } from "./words.ts";

/** Names shifted by all moves together: 10,000 rules may be moved among 10,000. */
const mostShifted = 200_000_000;
/** Writing an order back costs this much more than shifting its names. */
const settling = 50;

/** Changes the order of entries. Moves come in numbers, so their order is written back together. */
export interface Moves {
  /** Whether `rulebase security rules a before b`, or `top`, is understood. */
  move(path: readonly Word[], line: number): boolean;
  settle(line: number): void;
}

export function movesIn(root: Tree): Moves {
  const orders = new Map<Tree, string[]>();
  let shifted = 0;

  function spend(cost: number, line: number): void {
    shifted += cost;
    if (shifted > mostShifted) throw new ConfigError("firewall.config.too-large", line);
  }

  function move(path: readonly Word[], line: number): boolean {
    const words = path.filter((word) => typeof word === "string");
    const beside = words.at(-2) === "before" || words.at(-2) === "after";
    const [name = "", where = "", other = ""] = words.slice(beside ? -3 : -2);
    const parent = partOf(root, ...words.slice(0, beside ? -3 : -2));
    if (!parent?.parts?.has(name) || words.length < path.length) return false;
    const order = orders.get(parent) ?? [...parent.parts.keys()];
    orders.set(parent, order);
    const from = order.indexOf(name);
    order.splice(from, 1);
    const to = placeIn(order, where, other);
    order.splice(to ?? from, 0, name);
    spend(order.length, line);
    return to !== undefined;
  }

  function settle(line: number): void {
    for (const [{ parts }, order] of orders) {
      const entries = order.map((name) => [name, parts!.get(name)!] as const);
      parts!.clear();
      for (const [name, part] of entries) parts!.set(name, part);
      spend(settling * order.length, line);
    }
    orders.clear();
  }

  return { move, settle };
}

function placeIn(order: readonly string[], where: string, other: string): number | undefined {
  if (where === "top") return 0;
  if (where === "bottom") return order.length;
  const found = order.indexOf(other);
  if (found < 0) return undefined;
  return where === "before" ? found : found + 1;
}
