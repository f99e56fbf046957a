import { type AddressSet, anyAddress } from "../address.ts";
import type { Policy } from "../policy.ts";
import type { Crossing } from "../prove/crossing.ts";
import type { Packet } from "../prove/packet.ts";
import type { Phase } from "../table.ts";
import { unpaired } from "./align.ts";
import { addBox, type Box, boxLength, fieldsAt, lie, newBoxes, solid, volumeOf } from "./boxes.ts";
import { flatten } from "./flatten.ts";
import { freeParts } from "./free.ts";
import { nearby } from "./near.ts";
import { exampleIn, packetOf, verdictOf } from "./packet.ts";
import { type Program, stageOfDefault } from "./program.ts";
import { everything, spaceOf } from "./space.ts";
import { type ToldBox, tellBox } from "./told.ts";
import { type Budget, type Leaf, walk } from "./walk.ts";

/** `opened`: denied before, permitted after. `perhaps`: on one side or both it cannot be told. */
export type Direction = "opened" | "closed" | "perhaps";

/** What decides on one side: a row, or -1 and the line of a default (0 where it stands nowhere). */
export interface Side {
  row: number;
  line: number;
}

export interface Change {
  direction: Direction;
  before: Side;
  after: Side;
  /** How many packets (all five fields counted). */
  size: bigint;
  /** A few of the ranges, largest first. */
  boxes: ToldBox[];
  boxesMore: number;
  packet: Packet;
}

export interface CompareOptions {
  crossing: Crossing;
  /** Which packets of a connection; the first ones where nothing is said. */
  phase?: Phase;
  /** Only packets from these, and answers to these. */
  sources?: AddressSet;
  most?: number;
  steps?: number;
}

export interface Comparison {
  /** Largest first. */
  changes: Change[];
  changesMore: number;
  /** False where the search was cut short: then there may be more changes, and larger ones. */
  complete: boolean;
}

interface Group extends Omit<Change, "boxes" | "boxesMore"> {
  largest: { box: Box; volume: bigint }[];
  count: number;
}

const defaultSteps = 200_000_000;
const mostTold = 100;
const mostBoxes = 5;

/** Which first packets fare otherwise under another policy, and what decides before and after. */
export function compare(before: Policy, after: Policy, options: CompareOptions): Comparison {
  const { crossing, phase = "open", sources = anyAddress } = options;
  const { most = mostTold, steps = defaultSteps } = options;
  const isAnswer = phase === "reply" || phase === "replyData";
  const budget: Budget = { steps };
  const changes: Change[] = [];
  let complete = true;
  for (const family of ["ipv4", "ipv6"] as const) {
    // About a family of which a configuration does not speak it says nothing.
    if (!before.families.includes(family) || !after.families.includes(family)) continue;
    const space = spaceOf(family, [...before.addressSets, ...after.addressSets, sources]);
    const within = everything(space).with(isAnswer ? 2 : 0, space.numbersOf(sources));
    if (within.some((axis) => axis.length === 0)) continue;
    const view = { space, crossing, phase, within };
    const programs = [flatten(before, view), flatten(after, view)] as const;
    const groups = new Map<string, Group>();
    complete = comparePrograms(...programs, budget, add) && complete;
    complete &&= programs[0].whole && programs[1].whole;
    for (const { largest, count, ...group } of groups.values()) {
      const boxes = largest.map(({ box }) => tellBox(space, box));
      changes.push({ ...group, boxes, boxesMore: count - boxes.length });
    }

    function add(a: Leaf, b: Leaf): void {
      const direction = directionOf(verdictOf(programs[0], a.ends), verdictOf(programs[1], b.ends));
      if (direction === undefined) return;
      const sides = [decider(before, programs[0], a), decider(after, programs[1], b)] as const;
      const key = `${direction} ${sides.map(({ row, line }) => `${row} ${line}`).join()}`;
      const volume = volumeOf(space, b.box);
      const group = groups.get(key) ?? {
        direction,
        before: sides[0],
        after: sides[1],
        size: 0n,
        packet: packetOf(space, exampleIn(b.box), crossing, phase),
        largest: [],
        count: 0,
      };
      groups.set(key, group);
      const packet = packetOf(space, exampleIn(b.box), crossing, phase);
      // People can send TCP and UDP to see for themselves.
      if (oddness(packet) < oddness(group.packet)) group.packet = packet;
      group.size += volume;
      group.count += 1;
      group.largest.push({ box: b.box, volume });
      group.largest.sort((x, y) => (x.volume > y.volume ? -1 : 1));
      group.largest.length = Math.min(group.largest.length, mostBoxes);
    }
  }
  changes.sort((a, b) => (a.size > b.size ? -1 : 1));
  return {
    changes: changes.slice(0, most),
    changesMore: Math.max(0, changes.length - most),
    complete,
  };
}

function oddness({ protocol }: Packet): number {
  return protocol === 6 ? 0 : protocol === 17 ? 1 : 2;
}

type Verdict = ReturnType<typeof verdictOf>;

function directionOf(before: Verdict, after: Verdict): Direction | undefined {
  if (before === after) return undefined;
  if (before === "perhaps" || after === "perhaps") return "perhaps";
  return after === "permit" ? "opened" : "closed";
}

function decider({ table, stages }: Policy, { row }: Program, { ends }: Leaf): Side {
  const own = row[ends[0]!]!;
  if (own >= 0) return { row: own, line: table.line[own]! };
  return { row: -1, line: stages[stageOfDefault(own)]?.line ?? 0 };
}

/** Cuts all that is not the same in both into parts that fare alike in each; false where cut short. */
function comparePrograms(
  before: Program,
  after: Program,
  budget: Budget,
  add: (before: Leaf, after: Leaf) => void,
): boolean {
  const [onlyBefore, onlyAfter] = unpaired(before, after);
  const regions = newBoxes(onlyBefore.length + onlyAfter.length + 1);
  for (const entry of onlyBefore) addBox(regions, fieldsAt(before.boxes, entry));
  for (const entry of onlyAfter) addBox(regions, fieldsAt(after.boxes, entry));
  const { length } = regions;
  const [nearBefore, nearAfter] = [nearby(before), nearby(after)];
  for (let region = 0; region < length; region += 1) {
    const hull = regions.bounds.subarray(region * boxLength, (region + 1) * boxLength);
    budget.steps -= region;
    const seen: number[] = [];
    for (let other = 0; other < region; other += 1) {
      if (lie(regions, other, hull) !== "apart") seen.push(other);
    }
    const entries = [
      nearBefore(hull, before.length, budget),
      nearAfter(hull, after.length, budget),
    ] as const;
    for (const box of solid(regions, region)) {
      budget.steps -= 1;
      if (!freeParts(regions, box, seen, budget, (free) => !both(free, entries))) return false;
      if (budget.steps < 0) return false;
    }
  }
  return true;

  function both(free: Box, [ofBefore, ofAfter]: readonly [number[], number[]]): boolean {
    const rest = { asked: -1, budget };
    return walk({ program: before, entries: ofBefore, ...rest }, free, (a) => {
      walk({ program: after, entries: ofAfter, ...rest }, a.box, (b) => {
        add(a, b);
        return false;
      });
      return budget.steps < 0;
    });
  }
}
