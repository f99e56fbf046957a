/**
 * Minimal hitting sets (Reiter 1987): the smallest sets of causes that explain every failed check,
 * where each check gives the causes that could explain it.
 */
interface HittingLimits {
  /** Most causes together. */
  size: number;
  /** Most sets. */
  sets: number;
  /** Most sets made and looked at on the way; whatever was found by then is given. */
  steps: number;
}

export const hittingLimits: HittingLimits = { size: 3, sets: 64, steps: 20_000 };

/**
 * All minimal sets up to the limits, smaller ones first, then in the order in which the conflicts
 * name their members. A conflict that nothing can explain leaves no set at all. `complete` is
 * false where a limit was met and others may exist.
 */
export function hittingSets(
  conflicts: readonly (readonly string[])[],
  limits: HittingLimits = hittingLimits,
): { sets: string[][]; complete: boolean } {
  const names = [...new Set(conflicts.flat())];
  const place = new Map(names.map((name, at) => [name, at] as const));
  const wanted = conflicts.map((conflict) => new Set(conflict.map((name) => place.get(name)!)));
  if (wanted.some(({ size }) => size === 0)) return { sets: [], complete: true };
  const found: number[][] = [];
  let level: number[][] = [[]];
  let steps = 0;
  for (let size = 0; level.length > 0; size += 1) {
    const next = new Map<string, number[]>();
    for (const chosen of level) {
      steps += 1;
      if (steps > limits.steps) return result(false);
      const has = new Set(chosen);
      const open = wanted.find((conflict) => !meets(conflict, has));
      if (!open) {
        if (found.length === limits.sets) return result(false);
        found.push(chosen);
        continue;
      }
      for (const at of open) {
        steps += 1;
        if (steps > limits.steps) return result(false);
        const larger = [...chosen, at].sort((a, b) => a - b);
        next.set(larger.join(), larger);
      }
    }
    // What contains a set that already explains everything explains nothing more.
    const larger = [...next.values()].filter((chosen) => !found.some((set) => within(set, chosen)));
    if (size === limits.size) return result(larger.length === 0);
    level = larger.sort(byPlaces);
  }
  return result(true);

  function result(complete: boolean) {
    return { sets: found.map((set) => set.map((at) => names[at]!)), complete };
  }
}

/** Written out, since a conflict is mostly far shorter than what was chosen. */
function meets(conflict: Set<number>, chosen: Set<number>): boolean {
  for (const at of conflict) if (chosen.has(at)) return true;
  return false;
}

const within = (small: number[], large: number[]) => small.every((at) => large.includes(at));

function byPlaces(a: number[], b: number[]): number {
  const differs = a.findIndex((value, at) => value !== b[at]);
  return differs < 0 ? 0 : a[differs]! - b[differs]!;
}
