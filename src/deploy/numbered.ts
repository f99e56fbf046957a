import type { Setting } from "./settings.ts";

/**
 * Where numbered lists begin. Chromium reads a list's values whatever their numbers, and
 * administrators count from 1.
 */
export const firstNumber = 9001;

/** Names for the values of numbered lists: the same for the same guide, each list counted alone. */
export function named(settings: readonly Setting[]): (Setting & { name: string })[] {
  const counts = new Map<string, number>();
  return settings.map((setting) => {
    if (setting.name !== undefined) return { ...setting, name: setting.name };
    const count = counts.get(setting.key) ?? 0;
    counts.set(setting.key, count + 1);
    return { ...setting, name: `${firstNumber + count}` };
  });
}
