import { addBox, type Box, boxLength, contains, lie, solid } from "./boxes.ts";
import { freeParts } from "./free.ts";
import { type Near, nearby } from "./near.ts";
import { aim, exampleIn, follow, newPoint, type Point, probes } from "./packet.ts";
import { type Program, verdicts } from "./program.ts";
import { seek } from "./seek.ts";
import type { Fields } from "./space.ts";
import { type Index, indexOf } from "./tuples.ts";
import { type Budget, type Leaf, walk } from "./walk.ts";

/** What became of the search for a packet of an entry, the worse the higher. */
export const fates = { hidden: 1, undecided: 2, reached: 3 } as const;

/** A program made ready for searching. */
export interface Ground {
  program: Program;
  index: Index;
  /** Boxes behind the entries whose packets do not count. */
  spared: Index;
}

/** `spared` are the packets that are not looked for. */
export function groundOf(program: Program, spared: Iterable<Fields> = []): Ground {
  const { boxes, length, plain, doubt, last } = program;
  for (const fields of spared)
    if (fields.every(({ length: ends }) => ends > 0)) addBox(boxes, fields);
  const reached = last < 0 ? length : last + 1;
  return {
    program,
    index: indexOf(boxes, 0, reached, (entry) => !plain || doubt[entry] === 0),
    spared: indexOf(boxes, length, boxes.length, () => true),
  };
}

/** What a search looks for: a packet that meets the entry, or one that is also permitted and not spared. */
export type Goal = "met" | "permitted";

export interface Findings {
  /** One of `fates` for each entry that was asked for, else 0. */
  fate: Uint8Array;
  /** The probe that found the packet; where the whole box was searched it is in `examples`. */
  probe: Uint8Array;
  examples: Map<number, Point>;
  /** The entry that hides it, where one alone does; else -1. */
  hider: Int32Array;
  /** The entries that hide it together. */
  hiders: Map<number, number[]>;
}

const searched = 255;
/** Steps that one entry may take of those that all may take. */
const stepsEach = 2_000_000;
/** Of all entries the part whose search makes it pay to index anew, without what is hidden. */
const fewSeeks = 256;
/** Steps that it may take before all that touches it is gathered and sorted. */
const stepsSeeking = 100_000;

/**
 * Looks for a packet of every wanted entry, by probes first: nearly every rule of a real firewall has
 * packets of its own that a few tries find, and nearly every other one lies within one earlier rule.
 */
export function examine(
  ground: Ground,
  goal: Goal,
  wanted: (entry: number) => boolean,
  budget: Budget,
): Findings {
  const { program } = ground;
  const { length } = program;
  const findings: Findings = {
    fate: new Uint8Array(length),
    probe: new Uint8Array(length),
    examples: new Map(),
    hider: new Int32Array(length).fill(-1),
    hiders: new Map(),
  };
  const point = newPoint();
  const asked = new Uint8Array(length);
  let left: number[] = [];
  for (let entry = 0; entry < length; entry += 1) {
    if (!wanted(entry)) continue;
    if (program.last >= 0 && entry > program.last) {
      findings.fate[entry] = fates.hidden;
      findings.hider[entry] = program.last;
    } else asked[entry] = 1;
  }
  const isFound = program.plain
    ? probePlain(ground, asked, point, findings, goal)
    : (entry: number) => probeWinding(ground, entry, point, findings, goal);
  for (let entry = 0; entry < length; entry += 1) {
    if (asked[entry] === 1 && !isFound(entry)) left.push(entry);
  }
  if (program.plain) left = seekAll(ground, goal, left, findings, budget);
  const near = nearby(program, left);
  for (const entry of left) search({ program, near, goal, budget }, entry, findings);
  return findings;
}

/** The packet that was found for an entry. */
export function exampleOf({ boxes }: Program, findings: Findings, entry: number): Point {
  const kept = findings.examples.get(entry);
  if (kept) return kept;
  const point = newPoint();
  aim(boxes, entry, findings.probe[entry]!, point);
  return point;
}

function probePlain(
  { program, index, spared }: Ground,
  asked: Uint8Array,
  point: Point,
  findings: Findings,
  goal: Goal,
): (entry: number) => boolean {
  const { boxes } = program;
  const isSparing = goal === "permitted";
  const firsts = index.sweep(asked, (entry, first) => aim(boxes, entry, 0, first));
  return (entry) => {
    for (let probe = 0; probe < probes; probe += 1) {
      aim(boxes, entry, probe, point);
      let blocker = probe === 0 ? firsts[entry]! : index.any(point, entry);
      if (blocker < 0 && isSparing) blocker = spared.any(point, boxes.length);
      if (blocker < 0) {
        findings.fate[entry] = fates.reached;
        findings.probe[entry] = probe;
        return true;
      }
      if (!contains(boxes, blocker, entry)) continue;
      findings.fate[entry] = fates.hidden;
      findings.hider[entry] = blocker;
      return true;
    }
    return false;
  };
}

function probeWinding(
  { program, index, spared }: Ground,
  entry: number,
  point: Point,
  findings: Findings,
  goal: Goal,
): boolean {
  for (let probe = 0; probe < probes; probe += 1) {
    aim(program.boxes, entry, probe, point);
    if (goal === "permitted" && spared.any(point, program.boxes.length) >= 0) continue;
    const { ends, met } = follow(program, index.first, point, entry);
    if (!met || (goal === "permitted" && !permits(program, ends))) continue;
    findings.fate[entry] = fates.reached;
    findings.probe[entry] = probe;
    return true;
  }
  return false;
}

/**
 * Seeks packets among what no single entry was found to hide; gives those that it came to no end
 * with. Entries that one other hides need not be cut away: the other one is.
 */
function seekAll(
  ground: Ground,
  goal: Goal,
  left: number[],
  findings: Findings,
  budget: Budget,
): number[] {
  const { program } = ground;
  const before = findings.fate.slice();
  const isAlive = (entry: number) => program.doubt[entry] === 0 && before[entry] !== fates.hidden;
  const index =
    left.length * fewSeeks < program.length
      ? ground.index
      : indexOf(program.boxes, 0, program.length, isAlive);
  return left.filter((entry) => !seekOne({ ...ground, index }, goal, entry, findings, budget));
}

/** Whether the search for a packet, cutting away what is in the way, came to an end. */
function seekOne(
  { program, index, spared }: Ground,
  goal: Goal,
  entry: number,
  findings: Findings,
  budget: Budget,
): boolean {
  const { boxes } = program;
  const indexes: [Index, number][] = [[index, entry]];
  if (goal === "permitted") indexes.push([spared, boxes.length]);
  const used = new Set<number>();
  const own: Budget = { steps: Math.min(stepsSeeking, budget.steps) };
  const allowed = own.steps;
  let found: ReturnType<typeof seek> = "none";
  for (const box of solid(boxes, entry)) {
    found = seek(boxes, box, indexes, own, used);
    if (found !== "none") break;
  }
  budget.steps -= allowed - own.steps;
  if (found === undefined) return false;
  if (found === "none") {
    findings.fate[entry] = fates.hidden;
    findings.hiders.set(
      entry,
      [...used].sort((a, b) => a - b),
    );
  } else {
    findings.fate[entry] = fates.reached;
    findings.probe[entry] = searched;
    findings.examples.set(entry, found);
  }
  return true;
}

/** What is searched to the end, and for what. */
export interface Search {
  program: Program;
  /** Knows what touches the entries that are searched. */
  near: Near;
  goal: Goal;
  budget: Budget;
}

/** Looks at the whole of an entry: what is found is a packet, or the proof that there is none. */
function search(asked: Search, entry: number, findings: Findings): void {
  const used = new Set<number>();
  let found: Box | undefined;
  const complete = parts(asked, entry, used, (leaf) => {
    found = leaf.box;
    return true;
  });
  findings.fate[entry] = found ? fates.reached : complete ? fates.hidden : fates.undecided;
  if (found) {
    findings.probe[entry] = searched;
    findings.examples.set(entry, exampleIn(found));
  } else if (complete)
    findings.hiders.set(
      entry,
      [...used].sort((a, b) => a - b),
    );
}

/**
 * Every part of an entry with packets that are looked for. Where the program is plain these have one
 * end, the entry. False where the budget ran out.
 */
export function parts(
  { program, near, goal, budget }: Search,
  entry: number,
  used: Set<number>,
  visit: (leaf: Leaf) => boolean,
): boolean {
  const { boxes, doubt, length, plain } = program;
  const hull = boxes.bounds.subarray(entry * boxLength, (entry + 1) * boxLength);
  budget.steps -= 1;
  if (budget.steps < 0) return false;
  const entries = near(hull, plain || goal === "met" ? entry + 1 : length, budget);
  if (budget.steps < 0) return false;
  const own: Budget = { steps: Math.min(stepsEach, budget.steps) };
  const allowed = own.steps;
  const spared: number[] = [];
  for (let box = length; goal === "permitted" && box < boxes.length; box += 1) {
    if (lie(boxes, box, hull) !== "apart") spared.push(box);
  }
  const blockers = plain ? entries.filter((other) => other !== entry && doubt[other] === 0) : [];
  let stopped = false;
  let complete = true;
  for (const box of solid(boxes, entry)) {
    own.steps -= 1;
    complete &&= freeParts(boxes, box, [...spared, ...blockers], own, inFree, used);
    complete &&= own.steps >= 0;
    if (stopped || !complete) break;
  }
  budget.steps -= allowed - own.steps;
  return complete;

  function inFree(free: Box): boolean {
    if (plain) {
      stopped = visit({ box: free, ends: [entry], met: true, taker: -1 });
      return stopped;
    }
    complete &&= walk({ program, entries, asked: entry, budget: own }, free, (leaf) => {
      if (!leaf.met) used.add(leaf.taker);
      else if (goal === "met" || permits(program, leaf.ends)) stopped = visit(leaf);
      return stopped;
    });
    return stopped || !complete;
  }
}

function permits(program: Program, ends: readonly number[]): boolean {
  return ends.some((entry) => program.verdict[entry] === verdicts.permit);
}
