import type { RegistryKey, View } from "../../windows/registry.ts";
import type { Reading } from "../failure.ts";
import type { System } from "../system.ts";

export type KeyToRead = string | [path: string, view: View];

/**
 * Several keys at once; those that are absent come as undefined. One that could not be read stops
 * the fact it belongs to: half of the truth would pass for the whole.
 */
export async function readKeys<K extends string>(
  system: System,
  wanted: Record<K, KeyToRead>,
): Promise<Reading<Record<K, RegistryKey | undefined>>> {
  const names = Object.keys(wanted) as K[];
  const readings = await Promise.all(
    names.map((name) => {
      const one: KeyToRead = wanted[name];
      return typeof one === "string" ? system.readKey(one) : system.readKey(one[0], one[1]);
    }),
  );
  const trouble = readings.find(({ state }) => state !== "found" && state !== "absent");
  if (trouble) return trouble as Reading<never>;
  const value = Object.fromEntries(
    names.map((name, at) => {
      const reading = readings[at];
      return [name, reading?.state === "found" ? reading.value : undefined];
    }),
  ) as Record<K, RegistryKey | undefined>;
  return { state: "found", value };
}
