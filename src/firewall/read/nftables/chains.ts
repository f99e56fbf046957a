import { ConfigError } from "../../source.ts";
import type { Context, Hook } from "./context.ts";
import type { Rows } from "./rows.ts";
import { type Caller, mostWork, type Target, translateRule } from "./rule.ts";
import type { ChainText, RuleText, Table, Verdict } from "./syntax.ts";

/** As deep as the kernel lets jumps go; what goes deeper cannot have been loaded. */
const deepest = 16;

/** A chain that is written, or that is just being written where `height` is missing. */
interface Written {
  number: number;
  /** How many jumps deep it goes. */
  height: number | undefined;
  /** Something in it may stop a packet. */
  stops: boolean;
}

export interface Chains {
  /** Writes a base chain and what it leads to; rows in front are for `before` to write. */
  base(table: Table, chain: ChainText, hook: Hook, before: (number: number) => void): Written;
}

export function chainsOf(
  rows: Rows,
  { notrack, today }: Pick<Context, "notrack" | "today">,
): Chains {
  const written = new Map<string, Written>();
  const budget = { left: mostWork };
  const contexts = new Map<string, Context>();

  function contextOf(table: Table, hook: Hook): Context {
    const { noInput, noOutput, early } = hook;
    const key = `${table.family} ${table.name}${suffixOf(hook)}`;
    const context = contexts.get(key) ?? {
      ...{ noInput, noOutput, early, notrack, today, table },
      known: new WeakMap(),
    };
    contexts.set(key, context);
    return context;
  }

  function write(
    context: Context,
    chain: ChainText,
    depth: number,
    before?: (number: number) => void,
  ): Written | undefined {
    const { table } = context;
    const name = `${table.family} ${table.name} ${chain.name}${suffixOf(context)}`;
    const known = written.get(name);
    if (known) return known;
    const number = rows.chain(name);
    if (number === undefined) return undefined;
    const state: Written = { number, height: undefined, stops: false };
    written.set(name, state);
    let height = 0;
    const target = (wanted: string): Target => {
      const found = targetOf(context, wanted, depth);
      if (found.to) height = Math.max(height, found.to.height! + 1);
      state.stops ||= found.to?.stops ?? true;
      return found.to?.number ?? { code: found.code!, what: wanted };
    };
    before?.(number);
    const caller: Caller = { chain: number, context, rows, budget, target };
    for (const rule of rulesOf(chain)) {
      translateRule(rule, caller);
      state.stops ||= rule.statements.some(mayStop);
    }
    state.height = height;
    return state;
  }

  function targetOf(context: Context, wanted: string, depth: number) {
    const chain = context.table.chains.get(wanted);
    if (!chain) return { code: "object-missing" as const };
    const to = depth < deepest ? write(context, chain, depth + 1) : undefined;
    const height = to?.height ?? deepest;
    return height < deepest ? { to: to! } : { code: "object-cyclic" as const };
  }

  return {
    base(table, chain, hook, before) {
      const found = write(contextOf(table, hook), chain, 0, before);
      if (!found) throw new ConfigError("firewall.config.too-large", chain.line);
      return found;
    },
  };
}

function suffixOf({ noInput, noOutput, early }: Hook): string {
  const words = [noInput && "no input", noOutput && "no output", early && "early"];
  const said = words.filter((word) => word !== false);
  return said.length > 0 ? ` (${said.join(", ")})` : "";
}

/** Rules that were inserted stand in front, the last one first. */
export function rulesOf({ inserted, rules }: ChainText): RuleText[] {
  return inserted.length > 0 ? [...inserted.toReversed(), ...rules] : rules;
}

function mayStop(statement: RuleText["statements"][number]): boolean {
  if (statement.kind === "strange") return true;
  if (statement.kind === "verdict") return stops(statement.verdict);
  if (statement.kind !== "vmap") return false;
  const { value } = statement;
  if (typeof value === "string") return true;
  return value.kind !== "set" || value.elements.some(({ verdict }) => !verdict || stops(verdict));
}

function stops({ action }: Verdict): boolean {
  return action === "deny" || action === "unclear";
}
