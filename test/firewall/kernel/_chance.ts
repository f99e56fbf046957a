/** Chance that is the same in every run with the same seed (mulberry32). */
export interface Chance {
  /** A whole number below `limit`. */
  below(limit: number): number;
  /** True once in `times`. */
  oneIn(times: number): boolean;
  pick<T>(values: readonly T[]): T;
  /** Some of the values, at least one, in their order. */
  some<T>(values: readonly T[], most: number): T[];
}

export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    oneIn: (times) => below(times) === 0,
    pick: (values) => values[below(values.length)]!,
    some(values, most) {
      const count = 1 + below(Math.min(most, values.length));
      const chosen = new Set<number>();
      while (chosen.size < count) chosen.add(below(values.length));
      return [...chosen].sort((a, b) => a - b).map((at) => values[at]!);
    },
  };
}
