import type { RegistryData, RegistryKey } from "../registry.ts";

export type Plain = { [name: string]: string | number | RegistryData | Plain };

/** A key from a plain object: texts, numbers and data are values, other objects keys. */
export function key(name: string, plain: Plain): RegistryKey {
  const made: RegistryKey = { name, values: [], keys: [] };
  for (const [each, data] of Object.entries(plain)) {
    if (typeof data === "string") made.values.push({ name: each, value: { type: "REG_SZ", data } });
    else if (typeof data === "number") {
      made.values.push({ name: each, value: { type: "REG_DWORD", data } });
    } else if (typeof data.type === "string" && "data" in data) {
      made.values.push({ name: each, value: data as RegistryData });
    } else made.keys.push(key(each, data as Plain));
  }
  return made;
}
export const binary = (data: Buffer): RegistryData => ({
  type: "hex",
  id: 3,
  data: data.toString("hex"),
});
export const number = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
/** A text with its length before it. */
export const counted = (text: string) =>
  Buffer.concat([number(text.length), Buffer.from(text, "latin1")]);
