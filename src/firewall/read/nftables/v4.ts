/**
 * The range of `10.0.0.1` or `10.0.0.0/8`, undefined for anything else, which may still be an address.
 * Sets of a hundred thousand are common, and regular expressions take most of the time there.
 */
export function rangeOfV4(word: string): [number, number] | undefined {
  let address = 0;
  let part = -1;
  let dots = 0;
  let at = 0;
  for (; at < word.length; at += 1) {
    const digit = word.charCodeAt(at) - 48;
    if (digit >= 0 && digit <= 9) {
      if (part === 0) return undefined;
      part = part < 0 ? digit : part * 10 + digit;
      if (part > 255) return undefined;
    } else if (digit === dot && part >= 0) {
      address = address * 256 + part;
      part = -1;
      dots += 1;
    } else break;
  }
  if (dots !== 3 || part < 0) return undefined;
  address = address * 256 + part;
  if (at === word.length) return [address, address];
  const bits = word.length - at > 3 ? "" : word.slice(at + 1);
  if (word[at] !== "/" || !/^\d+$/.test(bits) || Number(bits) > 32) return undefined;
  const size = 2 ** (32 - Number(bits));
  const lo = address - (address % size);
  return [lo, lo + size - 1];
}

const dot = -2;
