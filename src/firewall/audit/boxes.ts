import { includes, type Ranges } from "../ranges.ts";
import { axisCount, type Fields, type Space } from "./space.ts";

/** `lo` and `hi` of each axis in turn: ten numbers. */
export type Box = number[];
export const boxLength = 2 * axisCount;

/**
 * Many boxes without an object each: `bounds` holds ten numbers a box, side by side, because whoever
 * looks at one looks at all of them. Where a field is more than one range, `bounds` is its hull, a bit
 * of `ragged` says so and `sets` holds the ranges.
 */
export interface Boxes {
  length: number;
  bounds: Uint32Array;
  ragged: Uint8Array;
  /** The ranges that are told apart, each once, and the number of each. */
  sets: Ranges<number>[];
  numbers: Map<Ranges<number>, number>;
  /** For each axis, once there is need of it: by box the number of its ranges. */
  columns: (Uint32Array | undefined)[];
}

export function newBoxes(capacity: number): Boxes {
  return {
    length: 0,
    bounds: new Uint32Array(capacity * boxLength),
    ragged: new Uint8Array(capacity),
    sets: [],
    numbers: new Map(),
    columns: new Array(axisCount).fill(undefined),
  };
}

export function makeRoom(boxes: Boxes): void {
  if (boxes.length < boxes.ragged.length) return;
  const capacity = Math.ceil(boxes.ragged.length * 1.5) + 16;
  const bounds = new Uint32Array(capacity * boxLength);
  const ragged = new Uint8Array(capacity);
  bounds.set(boxes.bounds);
  ragged.set(boxes.ragged);
  const columns = boxes.columns.map((column) => {
    const larger = column && new Uint32Array(capacity);
    larger?.set(column!);
    return larger;
  });
  Object.assign(boxes, { bounds, ragged, columns });
}

/** Appends a box and gives its number, or -1 where it is empty. */
export function addBox(boxes: Boxes, fields: Fields): number {
  makeRoom(boxes);
  const box = boxes.length;
  for (let axis = 0; axis < axisCount; axis += 1) {
    if (!setField(boxes, box, axis, fields[axis]!)) return -1;
  }
  boxes.length += 1;
  return box;
}

/** False where the field is empty; the box must then not be kept. */
export function setField(boxes: Boxes, box: number, axis: number, ranges: Ranges<number>): boolean {
  if (ranges.length === 0) return false;
  const at = box * boxLength + 2 * axis;
  boxes.bounds[at] = ranges[0]!;
  boxes.bounds[at + 1] = ranges.at(-1)!;
  boxes.ragged[box]! &= ~(1 << axis);
  if (ranges.length > 2) {
    boxes.ragged[box]! |= 1 << axis;
    boxes.columns[axis] ??= new Uint32Array(boxes.ragged.length);
    boxes.columns[axis][box] = numberOf(boxes, ranges);
  }
  return true;
}

function numberOf({ sets, numbers }: Boxes, ranges: Ranges<number>): number {
  let number = numbers.get(ranges);
  if (number === undefined) {
    number = sets.push(ranges) - 1;
    numbers.set(ranges, number);
  }
  return number;
}

export function rangesAt(boxes: Boxes, box: number, axis: number): Ranges<number> {
  if (boxes.ragged[box]! & (1 << axis)) return boxes.sets[boxes.columns[axis]![box]!]!;
  const at = box * boxLength + 2 * axis;
  return [boxes.bounds[at]!, boxes.bounds[at + 1]!];
}

export function fieldsAt(boxes: Boxes, box: number): Fields {
  return Array.from({ length: axisCount }, (_, axis) => rangesAt(boxes, box, axis));
}

/** Whether the packet, one number an axis, is in the box. */
export function holdsPoint(boxes: Boxes, box: number, point: ArrayLike<number>): boolean {
  const { bounds } = boxes;
  const at = box * boxLength;
  if (
    point[0]! < bounds[at]! ||
    point[0]! > bounds[at + 1]! ||
    point[2]! < bounds[at + 4]! ||
    point[2]! > bounds[at + 5]! ||
    point[3]! < bounds[at + 6]! ||
    point[3]! > bounds[at + 7]! ||
    point[4]! < bounds[at + 8]! ||
    point[4]! > bounds[at + 9]! ||
    point[1]! < bounds[at + 2]! ||
    point[1]! > bounds[at + 3]!
  )
    return false;
  const ragged = boxes.ragged[box]!;
  for (let axis = 0; ragged >> axis > 0; axis += 1) {
    if (ragged & (1 << axis) && !includes(rangesAt(boxes, box, axis), point[axis]!)) return false;
  }
  return true;
}

/** How a box of a store lies to another box: apart from it, over part of it, over all of it. */
export function lie(boxes: Boxes, box: number, other: ArrayLike<number>): "apart" | "part" | "all" {
  const { bounds } = boxes;
  const at = box * boxLength;
  let all = true;
  for (let side = 0; side < boxLength; side += 2) {
    const lo = bounds[at + side]!;
    const hi = bounds[at + side + 1]!;
    if (lo > other[side + 1]! || hi < other[side]!) return "apart";
    all &&= lo <= other[side]! && hi >= other[side + 1]!;
  }
  const ragged = boxes.ragged[box]!;
  for (let axis = 0; ragged >> axis > 0; axis += 1) {
    if ((ragged & (1 << axis)) === 0) continue;
    const [lo, hi] = pieceIn(rangesAt(boxes, box, axis), other[2 * axis]!, other[2 * axis + 1]!);
    if (lo > hi) return "apart";
    all &&= lo <= other[2 * axis]! && hi >= other[2 * axis + 1]!;
  }
  return all ? "all" : "part";
}

/** Whether a box lies over all of another of the same store. */
export function contains(boxes: Boxes, box: number, other: number): boolean {
  const from = other * boxLength;
  const hull = boxes.bounds.subarray(from, from + boxLength);
  return lie(boxes, box, hull) === "all";
}

/** The first of the ranges that meets `[lo, hi]`; one that is empty (`lo > hi`) where none does. */
function pieceIn(ranges: Ranges<number>, lo: number, hi: number): [number, number] {
  let low = 0;
  let high = ranges.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[2 * middle + 1]! < lo) low = middle + 1;
    else high = middle;
  }
  const begin = ranges[2 * low];
  return begin === undefined || begin > hi ? [1, 0] : [begin, ranges[2 * low + 1]!];
}

/**
 * Cuts `whole` along the faces of a box of the store that lies over part of it: `inside` is one box
 * within both, `outside` is the rest. Where the box is ragged, parts of it may be outside.
 */
export function carve(boxes: Boxes, box: number, whole: Box): { inside: Box; outside: Box[] } {
  const inside = whole.slice();
  const outside: Box[] = [];
  for (let axis = 0; axis < axisCount; axis += 1) {
    const low = 2 * axis;
    const at = box * boxLength + low;
    const isRagged = (boxes.ragged[box]! & (1 << axis)) !== 0;
    const [lo, hi] = isRagged
      ? pieceIn(rangesAt(boxes, box, axis), inside[low]!, inside[low + 1]!)
      : [boxes.bounds[at]!, boxes.bounds[at + 1]!];
    if (lo > inside[low]!) {
      outside.push(inside.with(low + 1, lo - 1));
      inside[low] = lo;
    }
    if (hi < inside[low + 1]!) {
      outside.push(inside.with(low, hi + 1));
      inside[low + 1] = hi;
    }
  }
  return { inside, outside };
}

/** A box of the store as boxes without gaps, one after the other. */
export function* solid(boxes: Boxes, box: number): Generator<Box> {
  const from = box * boxLength;
  const hull: Box = [...boxes.bounds.subarray(from, from + boxLength)];
  if (boxes.ragged[box] === 0) {
    yield hull;
    return;
  }
  const open = [hull];
  for (let part = open.pop(); part; part = open.pop()) {
    const how = lie(boxes, box, part);
    if (how === "all") yield part;
    if (how !== "part") continue;
    const { inside, outside } = carve(boxes, box, part);
    yield inside;
    open.push(...outside);
  }
}

/** How many packets a box holds. */
export function volumeOf(space: Space, box: ArrayLike<number>): bigint {
  let volume = space.count(box[0]!, box[1]!) * space.count(box[4]!, box[5]!);
  for (const side of [2, 6, 8]) volume *= BigInt(box[side + 1]! - box[side]! + 1);
  return volume;
}
