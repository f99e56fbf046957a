/**
 * What the Windows registry holds, as plain data. Key and value names are compared without regard
 * to case and kept as they were written; values keep the order in which they stand, because an
 * export shows it.
 *
 * Source: learn.microsoft.com, "Structure of the Registry" and "Registry Value Types".
 */

/** A 64-bit Windows shows 32-bit programs a registry of their own under some keys. */
export const views = ["64", "32"] as const;
export type View = (typeof views)[number];

export type RegistryData =
  | { type: "REG_SZ" | "REG_EXPAND_SZ"; data: string }
  | { type: "REG_MULTI_SZ"; data: string[] }
  | { type: "REG_DWORD"; data: number }
  /** Everything else as its bytes in lower-case hex: `id` is the type's number in the registry. */
  | { type: "hex"; id: number; data: string };

export interface RegistryValue {
  /** Empty for the key's default value. */
  name: string;
  value: RegistryData;
}

export interface RegistryKey {
  /** The last part of its path. */
  name: string;
  values: RegistryValue[];
  keys: RegistryKey[];
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** The key at a path below this one (`Domains\\bankpay.or.kr`), or undefined. */
export function keyAt(key: RegistryKey | undefined, path: string): RegistryKey | undefined {
  return path
    .split("\\")
    .filter((part) => part !== "")
    .reduce<RegistryKey | undefined>(
      (at, part) => at?.keys.find(({ name }) => same(name, part)),
      key,
    );
}

/** A value's data by name, or undefined. */
export function dataOf(key: RegistryKey | undefined, name: string): RegistryData | undefined {
  return key?.values.find((value) => same(value.name, name))?.value;
}

/** Text of a value that holds text, else undefined. */
export function textOf(key: RegistryKey | undefined, name: string): string | undefined {
  const value = dataOf(key, name);
  return value?.type === "REG_SZ" || value?.type === "REG_EXPAND_SZ" ? value.data : undefined;
}

/** Number of a value that holds one: a REG_DWORD, else undefined. */
export function numberOf(key: RegistryKey | undefined, name: string): number | undefined {
  const value = dataOf(key, name);
  return value?.type === "REG_DWORD" ? value.data : undefined;
}
