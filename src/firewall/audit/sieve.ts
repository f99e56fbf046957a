/** Blocks of addresses that are told apart, as a power of two. */
const blockBits = 16;
const blocks = 2 ** blockBits;

/**
 * Tells in a few steps that a box touches none of some others, by the blocks of addresses in which
 * they lie. Where it cannot tell, it says that the box may touch one.
 */
export interface Sieve {
  /** `bounds` holds the box from `at` on. */
  mayTouch(bounds: Uint32Array, at: number): boolean;
}

/** `last` is the highest number of an address; `add` is called with each of the boxes. */
export function sieveOf(
  last: number,
  boxes: (add: (bounds: ArrayLike<number>, at: number) => void) => void,
): Sieve {
  const shift = Math.max(0, 32 - Math.clz32(last) - blockBits);
  const sources = new Int32Array(blocks + 1);
  const destinations = new Int32Array(blocks + 1);
  boxes((bounds, at) => {
    cover(sources, bounds[at]! >>> shift, bounds[at + 1]! >>> shift);
    cover(destinations, bounds[at + 4]! >>> shift, bounds[at + 5]! >>> shift);
  });
  countBlocks(sources);
  countBlocks(destinations);
  return {
    mayTouch: (bounds, at) =>
      destinations[(bounds[at + 5]! >>> shift) + 1]! > destinations[bounds[at + 4]! >>> shift]! &&
      sources[(bounds[at + 1]! >>> shift) + 1]! > sources[bounds[at]! >>> shift]!,
  };
}

/** Notes where a stretch of blocks begins and that it ends behind `to`. */
function cover(marks: Int32Array, from: number, to: number): void {
  marks[from]! += 1;
  marks[to + 1]! -= 1;
}

/** Makes of the marks how many blocks before each place are covered. */
function countBlocks(marks: Int32Array): void {
  let open = 0;
  let covered = 0;
  for (let block = 0; block <= blocks; block += 1) {
    open += marks[block]!;
    marks[block] = covered;
    if (open > 0) covered += 1;
  }
}
