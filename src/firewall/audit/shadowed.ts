import type { Policy } from "../policy.ts";
import { flatten } from "./flatten.ts";
import type { Program } from "./program.ts";
import { examine, type Findings, fates, groundOf } from "./reach.ts";
import { redundantRows } from "./redundant.ts";
import { viewsOf } from "./views.ts";
import type { Budget } from "./walk.ts";

/** A line that does nothing. */
export interface Shadowed {
  line: number;
  /** `shadowed`: no packet comes to it. `redundant`: what it decides, later lines decide alike. */
  kind: "shadowed" | "redundant";
  /** Lines that hide it, or decide instead of it; a few of them, 0 for a firewall's own default. */
  by: number[];
  byMore: number;
}

export interface ShadowOptions {
  /** Only rows for which this is true. */
  only?: (row: number) => boolean;
  /** Whether redundant lines are looked for: it costs a pass over all rules for every row asked. */
  redundant?: boolean;
  /** Rows that some packet is known to meet (1), by number. */
  met?: Uint8Array;
  most?: number;
  steps?: number;
}

export interface ShadowReport {
  told: Shadowed[];
  /** Lines that no packet comes to; that is proved of each. */
  shadowed: number;
  redundant: number;
  undecided: number;
  /** False where some rows were not judged: too many ways to cross, or chains too long. */
  whole: boolean;
}

const defaultSteps = 400_000_000;
const mostTold = 100;
const mostBy = 5;
/** Entries of all views that are kept for the search for redundant rows. */
const mostKept = 3_000_000;

/** What is known of each row so far, from all the views. */
interface Known {
  /** The worst of `fates`: a row that is met in one view is met. */
  fate: Uint8Array;
  /** The row that hides it, -1 for none or several. */
  hider: Int32Array;
  hiders: Map<number, Set<number>>;
}

/**
 * Lines that no packet ever comes to, whatever its interfaces and its phase, and with `redundant` such
 * as could be removed, all of them at once, without any packet faring otherwise.
 */
export function shadowedOf(policy: Policy, options: ShadowOptions = {}): ShadowReport {
  const { table } = policy;
  const { most = mostTold, met, steps = defaultSteps } = options;
  const budget: Budget = { steps };
  const isAsked = askedRows(policy, options.only);
  const known: Known = {
    fate: new Uint8Array(table.length),
    hider: new Int32Array(table.length).fill(-1),
    hiders: new Map(),
  };
  if (met)
    for (let row = 0; row < table.length; row += 1) known.fate[row] = met[row]! * fates.reached;
  const views = viewsOf(policy);
  const programs: Program[] = [];
  let kept = 0;
  let whole = views !== undefined;
  for (const view of views ?? []) {
    const program = flatten(policy, view);
    whole &&= program.whole;
    kept += program.length;
    if (kept <= mostKept) programs.push(program);
    const isOpen = (entry: number) => {
      const row = program.row[entry]!;
      return row >= 0 && known.fate[row] !== fates.reached && isAsked(row);
    };
    note(program, examine(groundOf(program), "met", isOpen, budget), known);
  }
  const shadowed = hiddenLines(policy, known, whole, most);
  const told = [...shadowed.rows].map(([line, rows]): Shadowed => {
    const by = rows.flatMap((row) => [...(known.hiders.get(row) ?? [known.hider[row]!])]);
    return { line, kind: "shadowed", ...linesOf(policy, by) };
  });
  const removable =
    options.redundant && whole && kept <= mostKept
      ? redundantRows(policy, programs, isAsked, known.fate, budget)
      : new Map<number, Set<number>>();
  const redundant = wholeLines(policy, removable, known.fate);
  for (const [line, by] of redundant) {
    if (told.length < most) told.push({ line, kind: "redundant", ...linesOf(policy, by) });
  }
  return {
    told: told.sort((a, b) => a.line - b.line),
    shadowed: shadowed.count,
    redundant: redundant.size,
    undecided: known.fate.reduce((sum, fate) => sum + (fate === fates.undecided ? 1 : 0), 0),
    whole,
  };
}

/** A line is judged as a whole, so with one of its rows all of them are asked for. */
function askedRows({ table }: Policy, only: ((row: number) => boolean) | undefined) {
  if (!only) return () => true;
  const lines = new Set<number>();
  for (let row = 0; row < table.length; row += 1) if (only(row)) lines.add(table.line[row]!);
  return (row: number) => lines.has(table.line[row]!);
}

function note({ row, length }: Program, found: Findings, known: Known): void {
  for (let entry = 0; entry < length; entry += 1) {
    const fate = found.fate[entry]!;
    if (fate === 0) continue;
    const own = row[entry]!;
    known.fate[own] = Math.max(known.fate[own]!, fate);
    if (fate !== fates.hidden) continue;
    const single = found.hider[entry]!;
    const by = single >= 0 ? [single] : (found.hiders.get(entry) ?? []);
    const rows = by.map((other) => row[other]!);
    const before = known.hiders.get(own) ?? known.hider[own]!;
    if (rows.length === 1 && (before === -1 || before === rows[0])) known.hider[own] = rows[0]!;
    else {
      const all = typeof before === "number" ? new Set(before < 0 ? [] : [before]) : before;
      for (const other of rows) all.add(other);
      known.hiders.set(own, all);
    }
  }
}

/** How many lines have only hidden rows; the rows of the first of them. */
function hiddenLines({ table }: Policy, { fate }: Known, whole: boolean, most: number) {
  const state = new Uint8Array(lastLine(table) + 1);
  for (let row = 0; row < table.length; row += 1) {
    // A row that never came up matches nothing, if everything was looked at.
    const isAlive = fate[row] === 0 ? !whole : fate[row] !== fates.hidden;
    state[table.line[row]!]! |= isAlive ? 2 : fate[row]!;
  }
  const rows = new Map<number, number[]>();
  for (let row = 0; row < table.length; row += 1) {
    const line = table.line[row]!;
    if (state[line] !== 1 || fate[row] !== fates.hidden) continue;
    const known = rows.get(line);
    if (known) known.push(row);
    else if (rows.size < most) rows.set(line, [row]);
  }
  return { count: state.reduce((sum, one) => sum + (one === 1 ? 1 : 0), 0), rows };
}

function lastLine({ line, length }: Policy["table"]): number {
  let last = 0;
  for (let row = 0; row < length; row += 1) last = Math.max(last, line[row]!);
  return last;
}

/** Lines all of whose rows can go, with what decides instead; one row at least does something now. */
function wholeLines(
  { table }: Policy,
  removable: ReadonlyMap<number, Set<number>>,
  fate: Uint8Array,
): Map<number, number[]> {
  const lines = new Map<number, number[]>();
  for (const [row, by] of removable) {
    const line = table.line[row]!;
    lines.set(line, [...(lines.get(line) ?? []), ...by]);
  }
  for (let row = 0; lines.size > 0 && row < table.length; row += 1) {
    if (fate[row]! > fates.hidden && !removable.has(row)) lines.delete(table.line[row]!);
  }
  return lines;
}

function linesOf({ table, stages }: Policy, rows: readonly number[]) {
  const lineOf = (row: number) => (row >= 0 ? table.line[row]! : (stages[-2 - row]?.line ?? 0));
  const lines = [...new Set(rows.map(lineOf))].sort((a, b) => a - b);
  return { by: lines.slice(0, mostBy), byMore: Math.max(0, lines.length - mostBy) };
}
