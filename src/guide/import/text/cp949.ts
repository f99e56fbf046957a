/**
 * CP949 (Microsoft's windows-949): EUC-KR, and the syllables that it leaves out in the bytes that
 * are left. Node's ICU knows EUC-KR alone by every one of its names, and gives its private rows
 * away as private characters, so the rest is worked out here: it stands in the order of Unicode.
 */
let table: ReadonlyMap<number, string> | undefined;

/** The character of two bytes, or undefined where CP949 has none. */
export function hangulOf(lead: number, trail: number): string | undefined {
  table ??= makeTable();
  return table.get(lead * 256 + trail);
}

const [firstSyllable, lastSyllable] = [0xac00, 0xd7a3];

function makeTable(): Map<number, string> {
  const chars = eucKr();
  const common = new Set(chars.values());
  // Microsoft added both later, as Windows writes them today.
  chars.set(0xa2e6, "€").set(0xa2e7, "®");
  let next = firstSyllable;
  for (let lead = 0x81; lead <= 0xc6; lead += 1) {
    for (const trail of trails) {
      if (lead > 0xa0 && trail > 0xa0) break;
      while (common.has(String.fromCharCode(next))) next += 1;
      if (next > lastSyllable) return chars;
      chars.set(lead * 256 + trail, String.fromCharCode(next));
      next += 1;
    }
  }
  return chars;
}

/** Second bytes of what is not in EUC-KR, in their order. */
const trails = [...between(0x41, 0x5a), ...between(0x61, 0x7a), ...between(0x81, 0xfe)];

function between(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

function eucKr(): Map<number, string> {
  const decoder = new TextDecoder("euc-kr");
  const chars = new Map<number, string>();
  for (const lead of between(0xa1, 0xfe)) {
    for (const trail of between(0xa1, 0xfe)) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if (!/^[^\p{Co}\ufffd]$/u.test(char)) continue;
      chars.set(lead * 256 + trail, char);
    }
  }
  return chars;
}
