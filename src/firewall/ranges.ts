/**
 * Sets of whole numbers as inclusive ranges, flat: `[lo, hi, lo, hi, …]`, ascending, disjoint and not
 * touching. Ports and IPv4 addresses are numbers, IPv6 addresses bigints; both are handled alike.
 */
export type Ranges<T extends Bound> = readonly T[];
export type Bound = number | bigint;

export const after = <T extends Bound>(value: T): T =>
  (typeof value === "bigint" ? value + 1n : (value as number) + 1) as T;
const before = <T extends Bound>(value: T): T =>
  (typeof value === "bigint" ? value - 1n : (value as number) - 1) as T;

/** Ranges from pairs in any order, overlapping or not. */
export function rangesOf<T extends Bound>(pairs: Iterable<readonly [T, T]>): T[] {
  const sorted = [...pairs].sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
  const found: T[] = [];
  for (const [lo, hi] of sorted) {
    const last = found.length - 1;
    if (last > 0 && lo <= after(found[last]!)) {
      if (hi > found[last]!) found[last] = hi;
    } else found.push(lo, hi);
  }
  return found;
}

export function pairsOf<T extends Bound>(ranges: Ranges<T>): [T, T][] {
  const pairs: [T, T][] = [];
  for (let at = 0; at < ranges.length; at += 2) pairs.push([ranges[at]!, ranges[at + 1]!]);
  return pairs;
}

export function union<T extends Bound>(...many: Ranges<T>[]): T[] {
  return rangesOf(many.flatMap(pairsOf));
}

export function intersection<T extends Bound>(a: Ranges<T>, b: Ranges<T>): T[] {
  const found: T[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const endsFirst = a[i + 1]! < b[j + 1]!;
    const beginsLast = a[i]! < b[j]! ? b : a;
    const lo = beginsLast === a ? a[i]! : b[j]!;
    const hi = endsFirst ? a[i + 1]! : b[j + 1]!;
    if (lo <= hi) found.push(lo, hi);
    if (endsFirst) i += 2;
    else j += 2;
  }
  return found;
}

/** What is in `a` and not in `b`. */
export function difference<T extends Bound>(a: Ranges<T>, b: Ranges<T>): T[] {
  const found: T[] = [];
  let j = 0;
  for (let i = 0; i < a.length; i += 2) {
    let lo = a[i]!;
    const hi = a[i + 1]!;
    while (j < b.length && b[j + 1]! < lo) j += 2;
    let at = j;
    for (; at < b.length && b[at]! <= hi && lo <= hi; at += 2) {
      if (b[at]! > lo) found.push(lo, before(b[at]!));
      lo = after(b[at + 1]!);
    }
    if (lo <= hi) found.push(lo, hi);
  }
  return found;
}

export function includes<T extends Bound>(ranges: Ranges<T>, value: T): boolean {
  let low = 0;
  let high = ranges.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[2 * middle + 1]! < value) low = middle + 1;
    else high = middle;
  }
  return 2 * low < ranges.length && ranges[2 * low]! <= value;
}

export function covers<T extends Bound>(outer: Ranges<T>, inner: Ranges<T>): boolean {
  return difference(inner, outer).length === 0;
}

export function overlaps<T extends Bound>(a: Ranges<T>, b: Ranges<T>): boolean {
  return intersection(a, b).length > 0;
}

/** How many numbers are in the set. */
export function sizeOf<T extends Bound>(ranges: Ranges<T>): bigint {
  return pairsOf(ranges).reduce((sum, [lo, hi]) => sum + BigInt(hi) - BigInt(lo) + 1n, 0n);
}
