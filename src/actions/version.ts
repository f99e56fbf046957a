/**
 * Whether one version of a program is older than another, number by number. Where either is not
 * known it is not said to be.
 */
export function isOlder(version: string | undefined, least: string | undefined): boolean {
  if (version === undefined || least === undefined) return false;
  const parts = (text: string) => text.split(".").map((part) => Number.parseInt(part, 10) || 0);
  const [a, b] = [parts(version), parts(least)];
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
