/**
 * Bytes as decimal digits and back. A QR code holds three digits in ten bits, which is 99.7 % of what
 * they could say, against 97 % for the letters and signs of Base45. And digits are what arrives
 * unchanged: a hand-held scanner types them alike whatever the keyboard's layout, with caps lock on
 * and while Hangul is being entered.
 */

/** The bytes as one number; the first byte must not be zero, which no number could tell. */
export function digitsOf(bytes: Uint8Array): string {
  if (!bytes[0]) throw new RangeError("the first byte is zero");
  return BigInt(`0x${hexOf(bytes)}`).toString();
}

/** The same number as bytes. @param digits decimal digits, whose length the caller has limited */
export function bytesOf(digits: string): Uint8Array {
  const hex = BigInt(digits).toString(16);
  const even = hex.length % 2 === 0 ? hex : `0${hex}`;
  return Uint8Array.from(even.match(/../g)!, (pair) => Number.parseInt(pair, 16));
}

/** As many digits as so many bytes can need. */
export function digitsFor(bytes: number): number {
  return Math.ceil((bytes * 8) / Math.log2(10));
}

/** As many bytes as surely fit into so many digits. */
export function bytesWithin(digits: number): number {
  return Math.floor((digits * Math.log2(10)) / 8);
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
