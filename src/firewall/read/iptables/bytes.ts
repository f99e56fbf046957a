/** Numbers for words of a file, found by their bytes without making strings of them. */
export interface ByteWords {
  /** Open addressing: which word a slot holds, plus one; always half empty. */
  slots: Int32Array;
  words: Uint8Array[];
  numbers: number[];
}

/** Words whose hashes were made to collide are not found rather than searched for without end. */
const mostProbes = 32;

export function byteWords(words: Readonly<Record<string, number>> = {}): ByteWords {
  const all: ByteWords = { slots: new Int32Array(64), words: [], numbers: [] };
  for (const [word, number] of Object.entries(words)) addWord(all, word, number);
  return all;
}

/** The number of the word at `from`, up to before `to`; -1 where it is not found. */
export function findWord(all: ByteWords, bytes: Uint8Array, from: number, to: number): number {
  const { slots, words, numbers } = all;
  const last = slots.length - 1;
  let slot = hashOf(bytes, from, to) & last;
  for (let probe = 0; probe < mostProbes; probe += 1) {
    const at = slots[slot]! - 1;
    if (at < 0) return -1;
    if (isAt(words[at]!, bytes, from, to)) return numbers[at]!;
    slot = (slot + 1) & last;
  }
  return -1;
}

export function addWord(all: ByteWords, text: string, number: number) {
  all.words.push(new TextEncoder().encode(text));
  all.numbers.push(number);
  if (all.words.length * 2 <= all.slots.length) return put(all, all.words.length - 1);
  all.slots = new Int32Array(all.slots.length * 2);
  for (const at of all.words.keys()) put(all, at);
}

function put({ slots, words }: ByteWords, at: number): void {
  const last = slots.length - 1;
  let slot = hashOf(words[at]!, 0, words[at]!.length) & last;
  for (let probe = 0; probe < mostProbes && slots[slot] !== 0; probe += 1) slot = (slot + 1) & last;
  if (slots[slot] === 0) slots[slot] = at + 1;
}

/** Of three bytes and the length: hashing every byte would cost more than all else together. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  if (from >= to) return 0;
  const middle = bytes[(from + to) >> 1]!;
  const some = bytes[from]! | (bytes[to - 1]! << 8) | (middle << 16) | ((to - from) << 24);
  const mixed = Math.imul(some, 0x9e37_79b1);
  return mixed ^ (mixed >>> 15);
}

function isAt(word: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  const length = to - from;
  if (word.length !== length) return false;
  for (let at = 0; at < length; at += 1) if (word[at] !== bytes[from + at]) return false;
  return true;
}
