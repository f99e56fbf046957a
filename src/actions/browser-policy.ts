import { isKnown, presentIn } from "../evidence/known.ts";
import type { Browser } from "../machine/pc.ts";
import type { RegistryKey } from "../windows/registry.ts";
import { textOf } from "../windows/registry.ts";
import type { Words } from "./change.ts";
import type { KeyDrafts } from "./key-drafts.ts";

/**
 * List policies of browsers made of Chromium: a key of the policy's name with values 1, 2, 3, …
 * Only an administrator can write them, in either hive.
 *
 * Source: chromeenterprise.google and learn.microsoft.com/deployedge, policy references.
 */
export const policyKeys: Partial<Record<Browser["id"], string>> = {
  edge: "HKLM\\Software\\Policies\\Microsoft\\Edge",
  chrome: "HKLM\\Software\\Policies\\Google\\Chrome",
};

/** `*.lgcns.com` as such lists write it: `[*.]lgcns.com`. */
export function policyPattern(origin: string): string {
  return origin.replace(/^\*\./, "[*.]");
}

/** Texts of a list policy; numbers that hold no text are left out. */
export function listOf(key: RegistryKey | undefined): string[] {
  return key?.values.flatMap(({ name }) => textOf(key, name) ?? []) ?? [];
}

/** Adds what is missing behind the last number. False where the list could not be read. */
export async function addToList(
  drafts: KeyDrafts,
  path: string,
  origins: readonly string[],
  about: (origin: string) => Words,
): Promise<boolean> {
  const read = await drafts.read(path);
  if (!isKnown(read)) return false;
  const key = presentIn(read);
  const known = listOf(key).map((each) => each.toLowerCase());
  let last = Math.max(0, ...(key?.values ?? []).map(({ name }) => Number(name) || 0));
  for (const origin of origins) {
    const data = policyPattern(origin);
    if (known.includes(data.toLowerCase())) continue;
    last += 1;
    const value = { name: String(last), value: { type: "REG_SZ" as const, data } };
    if (!(await drafts.set(path, value, about(origin)))) return false;
  }
  return true;
}
