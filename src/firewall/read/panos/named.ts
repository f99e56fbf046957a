import type { UnknownCode } from "../../policy.ts";

/** Groups within groups; more is no configuration that a firewall would accept. */
const deepestGroup = 64;

/**
 * What a name stands for, found out once. A name that leads back to itself, or through too many
 * groups, stands for something unknown.
 */
export function named<T>(
  known: Iterable<readonly [name: string, T]>,
  define: (name: string) => T,
  unknown: (code: UnknownCode, name: string) => T,
): (name: string) => T {
  const objects = new Map(known);
  const open = new Set<string>();
  return (name) => {
    const found = objects.get(name);
    if (found) return found;
    if (open.has(name)) return unknown("object-cyclic", name);
    if (open.size >= deepestGroup) return unknown("value", name);
    open.add(name);
    const defined = define(name);
    open.delete(name);
    objects.set(name, defined);
    return defined;
  };
}
