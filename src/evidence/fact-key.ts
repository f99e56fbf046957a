/** The name under which a fact is found again: the probe and what it was given. */
export function factKey(probe: string, given: Record<string, unknown>): string {
  const parts = Object.keys(given)
    .sort()
    .map((key) => `${key}=${JSON.stringify(given[key])}`);
  return `${probe}(${parts.join(",")})`;
}
