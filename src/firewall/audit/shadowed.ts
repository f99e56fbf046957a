import type { Policy } from "../policy.ts";
import { isSettled, type Seen, seenAs } from "./again.ts";
import { newBoxes } from "./boxes.ts";
import { flatten, type Part, type View } from "./flatten.ts";
import { type Hiders, newHiders } from "./hiders.ts";
import type { Program } from "./program.ts";
import { examine, type Findings, fates, groundOf } from "./reach.ts";
import { redundantRows } from "./redundant.ts";
import { rowWriter } from "./row-box.ts";
import { sieveOf } from "./sieve.ts";
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
  /** What searches for excess found out before. */
  seen?: readonly Seen[];
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
/** Of all rows the part that may be open before it pays no more to leave others out. */
const fewRows = 8;
/** Entries of all views that are kept for the search for redundant rows. */
const mostKept = 3_000_000;

/** What is known of each row so far, from all the views. */
interface Known {
  /** The worst of `fates`: a row that is met in one view is met. */
  fate: Uint8Array;
  hiders: Hiders;
}

/**
 * Lines that no packet ever comes to, whatever its interfaces and its phase, and with `redundant` such
 * as could be removed, all of them at once, without any packet faring otherwise.
 */
export function shadowedOf(policy: Policy, options: ShadowOptions = {}): ShadowReport {
  const { table } = policy;
  const { most = mostTold, seen = [], steps = defaultSteps, redundant = false } = options;
  const budget: Budget = { steps };
  const isAsked = askedRows(policy, options.only);
  const known: Known = {
    fate: new Uint8Array(table.length),
    hiders: newHiders(table.length),
  };
  for (const { ground, findings } of seen) noteMet(ground.program, findings, known);
  const isOpen = (row: number) => row >= 0 && known.fate[row] !== fates.reached && isAsked(row);
  const views = viewsOf(policy);
  const programs: Program[] = [];
  let kept = 0;
  let whole = views !== undefined;
  for (const view of views ?? []) {
    const before = seenAs(policy, seen, view);
    const ground =
      before?.ground ??
      groundOf(flatten(policy, view, redundant ? {} : partOf(policy, view, isOpen)));
    const { program } = ground;
    whole &&= program.whole;
    kept += program.length;
    if (redundant && kept <= mostKept) programs.push(program);
    const isDone = (entry: number) => before !== undefined && isSettled(before, entry);
    const isLeft = (entry: number) => isOpen(program.row[entry]!) && !isDone(entry);
    if (before)
      note(
        program,
        before.findings,
        known,
        (entry) => isOpen(program.row[entry]!) && isDone(entry),
      );
    note(program, examine(ground, "met", isLeft, budget), known);
  }
  const shadowed = hiddenLines(policy, known, whole, most);
  const told = [...shadowed.rows].map(([line, rows]): Shadowed => {
    const by = rows.flatMap((row) => known.hiders.of(row));
    return { line, kind: "shadowed", ...linesOf(policy, by) };
  });
  const removable =
    redundant && whole && kept <= mostKept
      ? redundantRows(policy, programs, isAsked, known.fate, budget)
      : new Map<number, Set<number>>();
  const needless = wholeLines(policy, removable, known.fate);
  for (const [line, by] of needless) {
    if (told.length < most) told.push({ line, kind: "redundant", ...linesOf(policy, by) });
  }
  return {
    told: told.sort((a, b) => a.line - b.line),
    shadowed: shadowed.count,
    redundant: needless.size,
    undecided: known.fate.filter((fate) => fate === fates.undecided).length,
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

/** What has to be written out to judge the rows that are open; all of it where they are many. */
function partOf(policy: Policy, view: View, isOpen: (row: number) => boolean): Part {
  const { length } = policy.table;
  const open: number[] = [];
  for (let row = 0; row < length; row += 1) {
    if (isOpen(row)) open.push(row);
    if (open.length * fewRows > length) return {};
  }
  const one = newBoxes(1);
  const writeRow = rowWriter(policy, one, view.space);
  const sieve = sieveOf(view.space.last, (add) => {
    for (const row of open) if (writeRow(row, view.within)) add(one.bounds, 0);
  });
  return { only: { isAsked: isOpen, sieve } };
}

function noteMet({ row, length }: Program, { fate }: Findings, known: Known): void {
  for (let entry = 0; entry < length; entry += 1) {
    if (fate[entry] === fates.reached && row[entry]! >= 0) known.fate[row[entry]!] = fates.reached;
  }
}

function note(
  { row, length }: Program,
  found: Findings,
  known: Known,
  counts: (entry: number) => boolean = () => true,
): void {
  for (let entry = 0; entry < length; entry += 1) {
    const fate = found.fate[entry]!;
    const own = row[entry]!;
    if (fate === 0 || own < 0 || !counts(entry)) continue;
    known.fate[own] = Math.max(known.fate[own]!, fate);
    if (fate !== fates.hidden) continue;
    const single = found.hider[entry]!;
    if (single >= 0) known.hiders.add(own, row[single]!);
    else for (const by of found.hiders.get(entry) ?? []) known.hiders.add(own, row[by]!);
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
