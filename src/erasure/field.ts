/**
 * The field of 256 elements with the polynomial x⁸ + x⁴ + x³ + x² + 1 (0x11d), in which 2 generates every
 * element but 0. Adding is exclusive or.
 */
const polynomial = 0x11d;

/** Powers of 2, twice over, so that the sum of two logarithms needs no remainder. */
const powers = new Uint8Array(512);
const logarithms = new Uint8Array(256);
for (let exponent = 0, power = 1; exponent < 255; exponent += 1) {
  powers[exponent] = power;
  powers[exponent + 255] = power;
  logarithms[power] = exponent;
  power <<= 1;
  if (power > 255) power ^= polynomial;
}

export function multiply(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : powers[logarithms[a]! + logarithms[b]!]!;
}

/** The element that gives 1 when multiplied by `a`, which is not 0. */
export function inverse(a: number): number {
  if (a === 0) throw new RangeError("0 has no inverse");
  return powers[255 - logarithms[a]!]!;
}
