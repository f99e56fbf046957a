/** Whether a host is a pattern such as `*.example.kr`, which no PC can look up. */
export function isPattern(host: string): boolean {
  return host.includes("*");
}

/** `*.x.y` stands for every name below x.y; anything else for itself. */
export function hostMatches(pattern: string, host: string): boolean {
  const [wanted, given] = [pattern.toLowerCase(), host.toLowerCase()];
  return wanted.startsWith("*.") ? given.endsWith(wanted.slice(1)) : given === wanted;
}

/** Every pattern that a host matches, itself the first: for looking one of many up. */
export function patternsOf(host: string): string[] {
  const name = host.toLowerCase();
  return [name, ...Array.from(name.matchAll(/\./g), ({ index }) => `*${name.slice(index)}`)];
}
