/** Whether two hashes in hex are the same; colons and capitals, as other programs write them, do not matter. */
export function sameFingerprint(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

const plain = (text: string) => text.replaceAll(":", "").toLowerCase();
