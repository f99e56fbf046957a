/** Names that nft gives to priorities; the lower one is asked first. */
const named = new Map([
  ["raw", -300],
  ["mangle", -150],
  ["dstnat", -100],
  ["filter", 0],
  ["security", 50],
  ["srcnat", 100],
]);

/** Behind this one the kernel knows which connection a packet belongs to. */
export const conntrackPriority = -200;

/** `0`, `-150`, `filter`, `filter-10`; what is none of these stands where filters stand. */
export function priorityOf(text: string): number {
  const parts = /^([a-z]*)([+-]?\d*)$/.exec(text);
  return (named.get(parts?.[1] ?? "") ?? 0) + Number(parts?.[2] || 0);
}
