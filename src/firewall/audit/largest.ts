import type { Crossing } from "../prove/crossing.ts";
import type { Packet } from "../prove/packet.ts";
import { type Box, boxLength, volumeOf } from "./boxes.ts";
import { freeParts } from "./free.ts";
import { nearby } from "./near.ts";
import { exampleIn, type Point, packetOf } from "./packet.ts";
import { type Program, verdicts } from "./program.ts";
import { exampleOf, type Findings, fates, parts, type Search } from "./reach.ts";
import { type ToldBox, tellBox } from "./told.ts";
import type { Budget, Leaf } from "./walk.ts";

/** What one row, or one default, lets pass that is not needed. */
export interface Open {
  row: number;
  certainty: "certain" | "perhaps" | "undecided";
  size: bigint;
  exact: boolean;
  open: ToldBox[];
  packet?: Packet;
}

/** Ranges told of a row, parts measured of it, and candidates measured for each row told. */
const mostTold = 5;
const mostMeasured = 2_000;
const perTold = 3;
/** Entries of about the same size, a factor of two, that are kept to choose from. */
const mostAlike = 10_000;

interface Candidate {
  entry: number;
  /** Of its whole box: it cannot let more pass. */
  volume: bigint;
}

/**
 * The rows that let most pass, each with its size. To measure all would take long, so those are
 * measured whose boxes are largest, until no other can be larger.
 */
export function largest(
  program: Program,
  findings: Findings,
  crossing: Crossing,
  most: number,
  budget: Budget,
): Open[] {
  const told = new Map<number, Open>();
  const chosen = candidates(program, findings, most * perTold);
  const near = nearby(
    program,
    chosen.map(({ entry }) => entry),
  );
  const search: Search = { program, near, goal: "permitted", budget };
  for (const candidate of chosen) {
    const sizes = [...told.values()].map(({ size }) => size).sort((a, b) => (a > b ? -1 : 1));
    if (sizes.length >= most && sizes[most - 1]! >= candidate.volume) break;
    const one = measured(search, findings, candidate, crossing);
    const same = told.get(one.row);
    told.set(one.row, same ? together(same, one) : one);
  }
  return [...told.values()];

  /** A chain that is gone through several times is in the program several times. */
  function together(a: Open, b: Open): Open {
    const [better, other] = a.certainty === "certain" ? [a, b] : [b, a];
    // Past a row that decides for certain no packet comes to it again; else some may count twice.
    const apart = program.plain && a.certainty === "certain" && b.certainty === "certain";
    const larger = a.size > b.size ? a : b;
    return {
      ...better,
      size: apart ? a.size + b.size : larger.size,
      exact: apart && a.exact && b.exact,
      open: [...better.open, ...other.open].slice(0, mostTold),
    };
  }
}

/** The entries with the largest boxes, largest first. */
function candidates(program: Program, { fate }: Findings, most: number): Candidate[] {
  const buckets: { entry: number; about: number }[][] = [];
  for (let entry = 0; entry < program.length; entry += 1) {
    if (fate[entry]! < fates.undecided) continue;
    const about = roughly(program, entry);
    const bits = Math.floor(Math.log2(about));
    buckets[bits] ??= [];
    if (buckets[bits].length < mostAlike) buckets[bits].push({ entry, about });
  }
  const chosen: { entry: number; about: number }[] = [];
  while (chosen.length < most && buckets.length > 0) chosen.push(...(buckets.pop() ?? []));
  return chosen
    .sort((a, b) => b.about - a.about || a.entry - b.entry)
    .slice(0, most)
    .map(({ entry }) => ({ entry, volume: volumeOf(program.space, hullOf(program, entry)) }));
}

function hullOf({ boxes }: Program, entry: number): Box {
  return [...boxes.bounds.subarray(entry * boxLength, (entry + 1) * boxLength)];
}

function roughly(program: Program, entry: number): number {
  if (program.space.family === "ipv6") {
    return Number(volumeOf(program.space, hullOf(program, entry)));
  }
  const { bounds } = program.boxes;
  let size = 1;
  for (let at = entry * boxLength; at < (entry + 1) * boxLength; at += 2) {
    size *= bounds[at + 1]! - bounds[at]! + 1;
  }
  return size;
}

function measured(
  search: Search,
  findings: Findings,
  { entry, volume }: Candidate,
  crossing: Crossing,
): Open {
  const { program } = search;
  const { space } = program;
  const row = program.row[entry]!;
  if (findings.fate[entry] === fates.undecided) {
    const open = [tellBox(space, hullOf(program, entry))];
    return { row, certainty: "undecided", size: volume, exact: false, open };
  }
  const isSure = surely(search, entry);
  const seen: { box: Box; volume: bigint }[] = [];
  let size = 0n;
  let sure: Point | undefined;
  const complete = parts(search, entry, new Set(), (leaf) => {
    const volume = volumeOf(space, leaf.box);
    seen.push({ box: leaf.box, volume });
    size += volume;
    sure ??= isSure(leaf);
    return seen.length === mostMeasured;
  });
  seen.sort((a, b) => (a.volume > b.volume ? -1 : 1));
  const example = exampleOf(program, findings, entry);
  // Where there was no room to measure, the packet itself is known to pass.
  const boxes =
    seen.length > 0 ? seen.map(({ box }) => box) : [[...example].flatMap((at) => [at, at])];
  const best = sure ?? (seen[0] ? exampleIn(seen[0].box) : example);
  return {
    row,
    certainty: sure ? "certain" : "perhaps",
    size: size || 1n,
    exact: complete && seen.length < mostMeasured,
    open: boxes.slice(0, mostTold).map((box) => tellBox(space, box)),
    packet: packetOf(space, best, crossing, "open"),
  };
}

/** Gives a function that finds a packet of a part that passes whatever cannot be told turns out. */
function surely({ program, near, budget }: Search, entry: number) {
  const { boxes, doubt, plain, verdict } = program;
  if (doubt[entry] === 1) return () => undefined;
  const isBar = (other: number) => doubt[other] === 1 && verdict[other]! > verdicts.permit;
  const bars =
    plain && doubt.includes(1) ? near(hullOf(program, entry), entry, budget).filter(isBar) : [];
  return ({ box, ends }: Leaf): Point | undefined => {
    if (!ends.every((end) => verdict[end] === verdicts.permit)) return undefined;
    let sure: Box | undefined;
    freeParts(boxes, box, bars, budget, (free) => {
      sure = free;
      return true;
    });
    return sure && exampleIn(sure);
  };
}
