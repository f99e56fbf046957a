import { boxLength, rangesAt } from "./boxes.ts";
import { type Program, verdicts } from "./program.ts";
import { axisCount } from "./space.ts";

/** Entries passed over, on both sides together, in search of the next two that are alike. */
const farthest = 40;

/**
 * Entries of two programs without a partner in the other. A packet that meets none of them fares
 * alike in both, because the others are the same in the same order.
 */
export function unpaired(before: Program, after: Program): [before: number[], after: number[]] {
  const a = entriesThatCount(before);
  const b = entriesThatCount(after);
  const partner = new Int32Array(before.length).fill(-1);
  const same = (i: number, j: number) => isSame(before, a[i]!, after, b[j]!);
  let [endA, endB] = [a.length, b.length];
  while (endA > 0 && endB > 0 && same(endA - 1, endB - 1)) {
    endA -= 1;
    endB -= 1;
    partner[a[endA]!] = b[endB]!;
  }
  let [i, j] = [0, 0];
  while (i < endA && j < endB) {
    // Most changes are small: a row or a few were put in, taken out or rewritten.
    const step = nextPair(Math.min(endA - i, endB - j), (x, y) => same(i + x, j + y));
    if (!step) break;
    i += step[0];
    j += step[1];
    partner[a[i]!] = b[j]!;
    i += 1;
    j += 1;
  }
  pairMiddle(before, a.subarray(i, endA), after, b.subarray(j, endB), partner);
  return withoutPartner(before, a, after, b, partner);
}

/** How many entries to pass over on each side until two are alike, the fewest; undefined if many. */
function nextPair(
  room: number,
  same: (x: number, y: number) => boolean,
): [x: number, y: number] | undefined {
  for (let sum = 0; sum < 2 * room && sum <= farthest; sum += 1) {
    for (let x = Math.max(0, sum - room + 1); x <= sum && x < room; x += 1) {
      if (same(x, sum - x)) return [x, sum - x];
    }
  }
  return undefined;
}

/** All but marks, which lead to the next entry and change nothing. */
function entriesThatCount({ length, verdict, doubt, target }: Program): Int32Array {
  const found = new Int32Array(length);
  let count = 0;
  for (let entry = 0; entry < length; entry += 1) {
    const marks =
      verdict[entry] === verdicts.none && doubt[entry] === 1 && target[entry] === entry + 1;
    if (!marks) found[count++] = entry;
  }
  return found.subarray(0, count);
}

function isSame(before: Program, a: number, after: Program, b: number): boolean {
  if (before.verdict[a] !== after.verdict[b] || before.doubt[a] !== after.doubt[b]) return false;
  if (before.target[a]! < 0 !== after.target[b]! < 0) return false;
  if (before.boxes.ragged[a] !== after.boxes.ragged[b]) return false;
  for (let side = 0; side < boxLength; side += 1) {
    if (before.boxes.bounds[a * boxLength + side] !== after.boxes.bounds[b * boxLength + side]) {
      return false;
    }
  }
  return before.boxes.ragged[a] === 0 || keyOf(before, a) === keyOf(after, b);
}

function keyOf({ boxes, verdict, doubt, target }: Program, entry: number): string {
  const bounds = boxes.bounds.subarray(entry * boxLength, (entry + 1) * boxLength);
  const sets = Array.from({ length: axisCount }, (_, axis) =>
    boxes.ragged[entry]! & (1 << axis) ? rangesAt(boxes, entry, axis).join() : "",
  );
  return `${bounds.join()} ${sets.join(";")} ${verdict[entry]} ${doubt[entry]} ${target[entry]! < 0}`;
}

/** Pairs entries that are alike, as many as can be paired in the same order on both sides. */
function pairMiddle(
  before: Program,
  a: Int32Array,
  after: Program,
  b: Int32Array,
  partner: Int32Array,
): void {
  const places = new Map<string, number[]>();
  for (const [at, entry] of a.entries()) {
    const key = keyOf(before, entry);
    const known = places.get(key);
    if (known) known.push(at);
    else places.set(key, [at]);
  }
  // Of entries that stand several times the first is paired with the first, and so on.
  const met = new Map<string, number>();
  const pairs: [number, number][] = [];
  for (const entry of b) {
    const key = keyOf(after, entry);
    const times = met.get(key) ?? 0;
    met.set(key, times + 1);
    const at = places.get(key)?.[times];
    if (at !== undefined) pairs.push([at, entry]);
  }
  for (const [at, entry] of ascending(pairs)) partner[a[at]!] = entry;
}

/** The longest choice of pairs, in their order, whose first numbers ascend. */
function ascending(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const tops: number[] = [];
  const previous = new Int32Array(pairs.length);
  for (const [at, [value]] of pairs.entries()) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tops[middle]!]![0] < value) low = middle + 1;
      else high = middle;
    }
    previous[at] = low > 0 ? tops[low - 1]! : -1;
    tops[low] = at;
  }
  const chosen: (readonly [number, number])[] = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; at = previous[at]!) chosen.push(pairs[at]!);
  return chosen.reverse();
}

/** An entry that leads elsewhere is only the same where it leads to the same. */
function withoutPartner(
  before: Program,
  a: Int32Array,
  after: Program,
  b: Int32Array,
  partner: Int32Array,
): [number[], number[]] {
  const nextOfA = new Int32Array(before.length + 1).fill(-1);
  const nextOfB = new Int32Array(after.length + 1).fill(-1);
  const inverse = new Int32Array(after.length).fill(-1);
  for (let entry = 0; entry < before.length; entry += 1) {
    if (partner[entry]! >= 0) inverse[partner[entry]!] = entry;
  }
  for (let entry = before.length - 1; entry >= 0; entry -= 1) {
    nextOfA[entry] = partner[entry]! >= 0 ? partner[entry]! : nextOfA[entry + 1]!;
  }
  for (let entry = after.length - 1; entry >= 0; entry -= 1) {
    nextOfB[entry] = inverse[entry]! >= 0 ? entry : nextOfB[entry + 1]!;
  }
  const isPaired = (entry: number) => {
    const other = partner[entry]!;
    if (other < 0) return false;
    const target = before.target[entry]!;
    return target < 0 || nextOfA[target] === nextOfB[after.target[other]!];
  };
  const pairedB = new Uint8Array(after.length);
  const onlyA: number[] = [];
  for (const entry of a) {
    if (isPaired(entry)) pairedB[partner[entry]!] = 1;
    else onlyA.push(entry);
  }
  return [onlyA, [...b.filter((entry) => pairedB[entry] === 0)]];
}
