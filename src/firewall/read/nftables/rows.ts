import type { PolicyBuilder, Rule, Service } from "../../builder.ts";
import type { Unknown } from "../../policy.ts";
import { ConfigError } from "../../source.ts";
import type { Action } from "../../table.ts";
import { type Box, everything, isEmpty } from "./box.ts";
import { unknownBox } from "./field.ts";
import { excerpt } from "./syntax.ts";

/**
 * Chains, interface matches and rows are counted in columns of the table; no ruleset needs more. A
 * chain moves on only so often, since every time is one step deeper.
 */
const limits = { chains: 65_000, interfaces: 65_000, rows: 4_000_000, moves: 8 };

export interface Decision {
  chain: number;
  line: number;
  action: Action;
  target?: number | undefined;
}

/** Writes boxes as rows of the policy. */
export interface Rows {
  /** The chain in which what follows has to be written: mostly the same. */
  add(decision: Decision, boxes: readonly Box[], except: readonly Box[]): number;
  /** A fresh chain; undefined where there are too many. */
  chain(name: string): number | undefined;
}

export function rowsOf(builder: PolicyBuilder): Rows {
  const interfaces = new Set<string>();
  /** How often the rest of a chain has moved on the way to this one. */
  const moved = new Map<number, number>();
  let chains = 0;
  let rows = 0;

  function chain(name: string): number | undefined {
    chains += 1;
    return chains > limits.chains ? undefined : builder.chain(name);
  }

  function put({ chain, line, action, target }: Decision, box: Box): void {
    const known = withKnownInterfaces(box);
    const services = servicesOf(known);
    rows += services?.length ?? 1;
    if (rows > limits.rows) throw new ConfigError("firewall.config.too-large", line);
    const { source, destination, input, output, phases, unknown } = known;
    const rule: Rule = { chain, line, action, target, source, destination, services };
    builder.add({ ...rule, input, output, phases, unknown: unknown && clipped(unknown) });
  }

  function withKnownInterfaces(box: Box): Box {
    for (const side of ["input", "output"] as const) {
      const match = box[side];
      if (!match) continue;
      const key = `${match.negated} ${match.names.join(" ")}`;
      if (interfaces.size < limits.interfaces) interfaces.add(key);
      else if (!interfaces.has(key))
        return unknownBox("match", match.names[0] ?? side, {
          ...box,
          input: undefined,
          output: undefined,
        });
    }
    return box;
  }

  /** Exceptions go through a chain of their own, which they leave before it decides. */
  function inside(decision: Decision, boxes: readonly Box[], except: readonly Box[]): number {
    const { chain: outer, line, action } = decision;
    const inner = chain(`line ${line}, exception ${chains}`);
    if (inner === undefined) return perhaps(decision, boxes);
    for (const box of except) put({ chain: inner, line, action: "return" }, box);
    const unknown = action === "unclear" ? boxes[0]?.unknown : undefined;
    put({ ...decision, chain: inner }, { unknown });
    for (const box of boxes) put({ chain: outer, line, action: "jump", target: inner }, box);
    return outer;
  }

  /** What leaves this chain cannot do so from within another: the rest of the chain moves away. */
  function around(decision: Decision, boxes: readonly Box[], except: readonly Box[]): number {
    const { chain: outer, line } = decision;
    const moves = (moved.get(outer) ?? 0) + 1;
    const rest = moves > limits.moves ? undefined : chain(`line ${line}, rest ${chains}`);
    if (rest === undefined) return perhaps(decision, boxes);
    moved.set(rest, moves);
    for (const box of except) put({ chain: outer, line, action: "goto", target: rest }, box);
    for (const box of boxes) put(decision, box);
    put({ chain: outer, line, action: "goto", target: rest }, everything);
    return rest;
  }

  function perhaps(decision: Decision, boxes: readonly Box[]): number {
    for (const box of boxes) put(decision, unknownBox("match", "!=", box));
    return decision.chain;
  }

  return {
    chain,
    add(decision, boxes, except) {
      const { chain, action } = decision;
      if (except.length > 0) {
        const leaves = action === "return" || action === "goto";
        return leaves ? around(decision, boxes, except) : inside(decision, boxes, except);
      }
      for (const box of boxes) put(decision, box);
      return chain;
    },
  };
}

function clipped({ code, what }: Unknown): Unknown {
  return { code, what: excerpt([what]) };
}

function servicesOf(box: Box): Service[] | undefined {
  if (!box.protocols || isEmpty(box)) return undefined;
  const { protocols, sourcePorts, destinationPorts } = box;
  const services: Service[] = [];
  for (let at = 0; at < protocols.length; at += 2) {
    for (let protocol = protocols[at]!; protocol <= protocols[at + 1]!; protocol += 1)
      services.push({ protocol, sourcePorts, destinationPorts });
  }
  return services;
}
