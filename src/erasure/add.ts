import { multiply } from "./field.ts";

/** For each factor two tables of sixteen products: of the lower and of the upper half of a byte. */
const products = new Uint8Array(256 * 32);
/** For each factor all 256 products, made when it is first asked for. */
const whole: (Uint8Array | undefined)[] = [];
for (let factor = 0; factor < 256; factor += 1) {
  for (let half = 0; half < 16; half += 1) {
    products[factor * 32 + half] = multiply(factor, half);
    products[factor * 32 + 16 + half] = multiply(factor, half << 4);
  }
}

/** Adds `source`, multiplied by `factor`, to `target`, byte by byte. Both are equally long. */
export function addProduct(target: Uint8Array, source: Uint8Array, factor: number): void {
  whole[factor] ??= Uint8Array.from({ length: 256 }, (_, byte) => multiply(factor, byte));
  const table = whole[factor];
  for (let at = 0; at < target.length; at += 1) target[at]! ^= table[source[at]!]!;
}

/** The tables of sixteen products, 32 bytes for each factor: what a shuffle of sixteen bytes needs. */
export { products as halfProducts };
