import type { RegistryValue } from "../../windows/registry.ts";

/** One key of the registry with all its values. */
export type Key = [path: string, values: RegistryValue[]];

export const text = (name: string, data: string): RegistryValue => ({
  name,
  value: { type: "REG_SZ", data },
});
export const number = (name: string, data: number): RegistryValue => ({
  name,
  value: { type: "REG_DWORD", data },
});
