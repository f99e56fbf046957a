import type { RegistryData } from "./registry.ts";

/**
 * A value's data as its type's number and its bytes. Types with a form of their own have it only
 * where the bytes fit; a REG_SZ without its closing zero stays bytes, so that nothing is lost.
 *
 * Source: winnt.h (numbers); learn.microsoft.com, "Registry Value Types" (text is UTF-16LE and ends
 * in a zero; a list of texts ends in one more).
 */
export const typeNumbers = {
  REG_SZ: 1,
  REG_EXPAND_SZ: 2,
  REG_BINARY: 3,
  REG_DWORD: 4,
  REG_MULTI_SZ: 7,
} as const;

/** Bytes in lower-case hex of what a value holds. */
export function hexOf(value: RegistryData): string {
  switch (value.type) {
    case "REG_SZ":
    case "REG_EXPAND_SZ":
      return utf16Hex(`${value.data}\0`);
    case "REG_MULTI_SZ":
      return utf16Hex(`${value.data.map((text) => `${text}\0`).join("")}\0`);
    case "REG_DWORD":
      return littleEndian(value.data, 4);
    case "hex":
      return value.data;
  }
}

/** The number of a value's type in the registry. */
export function numberOfType(value: RegistryData): number {
  return value.type === "hex" ? value.id : typeNumbers[value.type];
}

/** A value from its type's number and its bytes in lower-case hex. */
export function dataFrom(id: number, hex: string): RegistryData {
  return shaped(id, hex) ?? { type: "hex", id, data: hex };
}

function shaped(id: number, hex: string): RegistryData | undefined {
  if (id === typeNumbers.REG_DWORD) {
    return hex.length === 8 ? { type: "REG_DWORD", data: numberFrom(hex) } : undefined;
  }
  if (id !== typeNumbers.REG_SZ && id !== typeNumbers.REG_EXPAND_SZ && id !== 7) return undefined;
  const text = textFrom(hex);
  if (!text?.endsWith("\0")) return undefined;
  const data = text.slice(0, -1);
  if (id !== typeNumbers.REG_MULTI_SZ) {
    return { type: id === typeNumbers.REG_SZ ? "REG_SZ" : "REG_EXPAND_SZ", data };
  }
  if (data === "") return { type: "REG_MULTI_SZ", data: [] };
  return data.endsWith("\0")
    ? { type: "REG_MULTI_SZ", data: data.slice(0, -1).split("\0") }
    : undefined;
}

export function bytesFrom(hex: string): Uint8Array {
  const bytes = new Uint8Array(hex.length >> 1);
  for (let at = 0; at < bytes.length; at += 1) {
    bytes[at] = Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16);
  }
  return bytes;
}

/** UTF-16LE text of some bytes in hex; undefined where they are no whole number of units. */
export function textFrom(hex: string): string | undefined {
  if (hex.length % 4 !== 0) return undefined;
  const units: string[] = [];
  for (let at = 0; at < hex.length; at += 4) {
    const unit = hex.slice(at + 2, at + 4) + hex.slice(at, at + 2);
    units.push(String.fromCharCode(Number.parseInt(unit, 16)));
  }
  return units.join("");
}

export function utf16Hex(text: string): string {
  const units: string[] = [];
  for (let at = 0; at < text.length; at += 1) units.push(littleEndian(text.charCodeAt(at), 2));
  return units.join("");
}

function littleEndian(number: number, bytes: number): string {
  const digits = number.toString(16).padStart(bytes * 2, "0");
  return (digits.match(/../g) ?? []).reverse().join("");
}

function numberFrom(hex: string): number {
  return Number.parseInt((hex.match(/../g) ?? []).reverse().join(""), 16);
}
