import { longPath } from "./hive.ts";
import { hexOf, numberOfType } from "./reg-data.ts";
import type { RegistryData, RegistryKey } from "./registry.ts";

/**
 * The text of a .reg file, decoded: `regedit` and `reg export` write version 5.00 as UTF-16LE with
 * a mark at its beginning, older ones REGEDIT4 in the code page of the system.
 *
 * Source: support.microsoft.com, "How to add, modify, or delete registry subkeys and values by using
 * a .reg file"; what neither says was read off files that reg.exe wrote.
 */
export const header5 = "Windows Registry Editor Version 5.00";
export const header4 = "REGEDIT4";

/** One value that is set, or taken away where it is null. */
export interface RegChange {
  /** Empty for the key's default value. */
  name: string;
  value: RegistryData | null;
}

/** One key of a .reg file: values of it to set or take away, or the whole key to remove. */
export interface RegSection {
  /** From the hive's short name on. */
  path: string;
  /** `[-HKEY…]`: with everything below it. */
  remove: boolean;
  changes: RegChange[];
}

/** Where bytes wrap, as `reg export` does it. */
const widest = 77;

/**
 * Text of a .reg file of version 5.00, without the mark of its encoding. Paths must name a hive
 * and hold no line end; whoever takes them from outside looks first (`isWritable`).
 */
export function writeRegFile(sections: readonly RegSection[]): string {
  const lines = [header5, ""];
  for (const { path, remove, changes } of sections) {
    lines.push(`[${remove ? "-" : ""}${longPath(path) ?? path}]`);
    for (const { name, value } of changes) {
      const left = name === "" ? "@" : quoted(name);
      lines.push(`${left}=${value === null ? "-" : written(value, left.length + 1)}`);
    }
    lines.push("");
  }
  return lines.join("\r\n");
}

/** Whether a path can stand in a .reg file: it begins with a hive, and no part is empty or broken. */
export function isWritable(path: string): boolean {
  const [, ...parts] = path.split("\\");
  return longPath(path) !== undefined && parts.every((part) => /^[^\r\n\0]{1,255}$/.test(part));
}

function written(value: RegistryData, column: number): string {
  if (value.type === "REG_SZ" && !/[\r\n\0]/.test(value.data)) return quoted(value.data);
  if (value.type === "REG_DWORD") return `dword:${value.data.toString(16).padStart(8, "0")}`;
  const id = numberOfType(value);
  const start = id === 3 ? "hex:" : `hex(${id.toString(16)}):`;
  return start + wrapped(hexOf(value).match(/../g) ?? [], column + start.length);
}

function wrapped(bytes: readonly string[], column: number): string {
  const pieces: string[] = [];
  let at = column;
  for (const [index, byte] of bytes.entries()) {
    const last = index === bytes.length - 1;
    pieces.push(last ? byte : `${byte},`);
    at += 3;
    if (at >= widest && !last) {
      pieces.push("\\\r\n  ");
      at = 2;
    }
  }
  return pieces.join("");
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, "\\$&")}"`;
}

/** What a key and all below it look like in an export. */
export function sectionsOf(path: string, key: RegistryKey): RegSection[] {
  const own = { path, remove: false, changes: structuredClone(key.values) };
  return [own, ...key.keys.flatMap((below) => sectionsOf(`${path}\\${below.name}`, below))];
}

/** The key at a path, put together from an export; undefined where the export does not have it. */
export function treeOf(sections: readonly RegSection[], path: string): RegistryKey | undefined {
  const root = path.toLowerCase();
  const seen = new Map<string, RegistryKey>();
  const keyFor = (whole: string): RegistryKey => {
    const known = seen.get(whole.toLowerCase());
    if (known) return known;
    const end = whole.lastIndexOf("\\");
    const key: RegistryKey = { name: whole.slice(end + 1), values: [], keys: [] };
    seen.set(whole.toLowerCase(), key);
    if (whole.length > path.length) keyFor(whole.slice(0, end)).keys.push(key);
    return key;
  };
  for (const section of sections) {
    const whole = section.path.toLowerCase();
    if (section.remove || (whole !== root && !whole.startsWith(`${root}\\`))) continue;
    const key = keyFor(section.path);
    for (const { name, value } of section.changes) {
      if (value !== null) key.values.push({ name, value });
    }
  }
  return seen.get(root);
}
