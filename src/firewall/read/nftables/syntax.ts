import type { UnknownCode } from "../../policy.ts";

/** A ruleset as it is written, in text or JSON alike; what it means is not judged yet. */
export interface Ruleset {
  /** By `family name`. */
  tables: Map<string, Table>;
  notUnderstood: { line: number; what: string }[];
}

export interface Table {
  family: string;
  name: string;
  line: number;
  /** Switched off as a whole (`flags dormant`). */
  dormant: boolean;
  chains: Map<string, ChainText>;
  sets: Map<string, NamedSet>;
}

export interface ChainText {
  name: string;
  line: number;
  base?: { type: string; hook: string; priority: number };
  policy?: { drop: boolean; line: number };
  /** Rules put in front by `insert rule`, the last one first. */
  inserted: RuleText[];
  rules: RuleText[];
}

export interface RuleText {
  line: number;
  statements: readonly Statement[];
}

/** A named set or map. */
export interface NamedSet {
  line: number;
  /** Members come and go while the firewall runs. */
  dynamic: boolean;
  elements: Element[];
}

export interface Element {
  /** Its words, one for each part of a concatenation; `*` alone is what no other element holds. */
  key: readonly string[];
  /** In a verdict map. */
  verdict?: Verdict | undefined;
}

export type Verdict =
  | { action: "permit" | "deny" | "return" | "continue" }
  | { action: "jump" | "goto"; target: string }
  | { action: "unclear"; code: UnknownCode; what: string };

/** `in` is what stands without an operator: equal, or for bit masks one of the bits. */
export const operators = ["in", "==", "!=", "<", ">", "<=", ">=", "!"] as const;
export type Operator = (typeof operators)[number];

export type Value =
  /** One word: most values are, and there are many of them. */
  | string
  /** Several bits of one mask. */
  | { kind: "bits"; words: readonly string[] }
  | { kind: "set"; elements: readonly Element[] }
  | { kind: "named"; name: string }
  | { kind: "strange"; what: string };

export interface Match {
  kind: "match";
  /** `ip daddr`, `meta iifname`, …: several for a concatenation. */
  keys: readonly string[];
  /** Only these bits are looked at. */
  mask?: readonly string[] | undefined;
  operator: Operator;
  value: Value;
}

export interface VerdictMap {
  kind: "vmap";
  keys: readonly string[];
  value: Value;
}

export type Statement =
  | Match
  | VerdictMap
  | { kind: "verdict"; verdict: Verdict }
  /** Lets some packets go on to the rest of the rule, and a file cannot tell which. */
  | { kind: "perhaps"; code: UnknownCode; what: string }
  /** Not understood: it may do anything. */
  | { kind: "strange"; what: string }
  | { kind: "notrack" }
  /** Puts packets into a set, as fast as a limit allows. */
  | { kind: "update"; set: string; limited: string | undefined }
  /** Changes no verdict: counters, logs, marks. */
  | { kind: "ignored" };

export function emptyRuleset(): Ruleset {
  return { tables: new Map(), notUnderstood: [] };
}

export function tableOf({ tables }: Ruleset, family: string, name: string, line: number): Table {
  const key = `${family} ${name}`;
  const known = tables.get(key);
  if (known) return known;
  const table: Table = {
    family,
    name,
    line,
    dormant: false,
    chains: new Map(),
    sets: new Map(),
  };
  tables.set(key, table);
  return table;
}

export function chainOf({ chains }: Table, name: string, line: number): ChainText {
  const known = chains.get(name);
  if (known) return known;
  const chain: ChainText = { name, line, inserted: [], rules: [] };
  chains.set(name, chain);
  return chain;
}

export function setOf({ sets }: Table, name: string, line: number): NamedSet {
  const known = sets.get(name);
  if (known) return known;
  const set: NamedSet = { line, dynamic: false, elements: [] };
  sets.set(name, set);
  return set;
}

/** What stands in a report: short enough for a line. */
export function excerpt(words: readonly string[]): string {
  const text = words.slice(0, 16).join(" ");
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
