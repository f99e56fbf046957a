import type { RegistryKey, RegistryValue, View } from "../../windows/registry.ts";
import { keyAt } from "../../windows/registry.ts";

const software = "hklm\\software\\";
const redirected = "HKLM\\Software\\WOW6432Node\\";
/**
 * What below `HKLM\Software` both kinds of programs share.
 * Source: learn.microsoft.com, "Registry Keys Affected by WOW64" (those that Jochi meets).
 */
const shared = [
  "classes\\appid",
  "clients",
  "microsoft\\enterprisecertificates",
  "microsoft\\systemcertificates",
  "microsoft\\windows nt\\currentversion",
  "policies",
  "registeredapplications",
  "wow6432node",
];

/** Where a key stands in the one tree that holds both views. */
export function inOneTree(path: string, view: View | undefined): string {
  const lower = path.toLowerCase();
  if (view !== "32" || !lower.startsWith(software)) return path;
  const rest = lower.slice(software.length);
  if (shared.some((key) => isAtOrBelow(rest, key))) return path;
  return redirected + path.slice(software.length);
}

/** Whether a path is another one or lies below it, without regard to case. */
export function isAtOrBelow(path: string, above: string): boolean {
  const [one, other] = [path.toLowerCase(), above.toLowerCase()];
  return one === other || one.startsWith(`${other}\\`);
}

export function find(hives: RegistryKey[], path: string): RegistryKey | undefined {
  return keyAt({ name: "", values: [], keys: hives }, path);
}

/** Whether the key now holds these values: false where it has keys below it and was to be gone. */
export function setKey(hives: RegistryKey[], path: string, values: RegistryValue[] | null) {
  return values === null ? removeKey(hives, path) : fill(hives, path, values);
}

/** Windows keeps keys in the order of their names, so one that is made again stands where it stood. */
const byName = (a: RegistryKey, b: RegistryKey) => order(a.name, b.name);

/** Code units of the names in capitals, as Windows compares them. */
export function order(a: string, b: string): number {
  const [one, other] = [a.toUpperCase(), b.toUpperCase()];
  return one < other ? -1 : one > other ? 1 : 0;
}

export function sortKeys(keys: RegistryKey[]): void {
  keys.sort(byName);
  for (const key of keys) sortKeys(key.keys);
}

function fill(hives: RegistryKey[], path: string, values: RegistryValue[]): boolean {
  let keys = hives;
  let key: RegistryKey | undefined;
  for (const name of path.split("\\").filter((part) => part !== "")) {
    key = keys.find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (key === undefined) {
      key = { name, values: [], keys: [] };
      keys.push(key);
      keys.sort(byName);
    }
    keys = key.keys;
  }
  if (key === undefined) return false;
  key.values = structuredClone(values);
  return true;
}

function removeKey(hives: RegistryKey[], path: string): boolean {
  const at = path.lastIndexOf("\\");
  const key = find(hives, path);
  if (key === undefined) return true;
  const parent = at < 0 ? undefined : find(hives, path.slice(0, at));
  if (parent === undefined || key.keys.length > 0) return false;
  parent.keys.splice(parent.keys.indexOf(key), 1);
  return true;
}
