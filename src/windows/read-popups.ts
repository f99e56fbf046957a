import type { BrowserPolicy, PopupSetting } from "../evidence/pc-outcome.ts";
import type { Permission } from "./read-preferences.ts";
import { dataOf, keyAt, type RegistryKey } from "./registry.ts";

const mostSites = 1_000;
/** Policies of Chromium browsers: 1 lets every site open pop-ups, 2 none. */
const defaultPolicy = "DefaultPopupsSetting";
const listPolicy = "PopupsAllowedForUrls";

/**
 * Internet Explorer's pop-up blocker, of the first key that says something: `…\Internet Explorer\New
 * Windows` of the machine's policy, the user's policy, the user. Not set means that it works.
 */
export function explorerPopups(keys: readonly (RegistryKey | undefined)[]): PopupSetting {
  const set = keys.map(switchOf).find((value) => value !== undefined);
  const allowed = keys.flatMap((key) => keyAt(key, "Allow")?.values ?? []).map(({ name }) => name);
  return {
    browser: "ie",
    blocked: set ?? true,
    allowed: [...new Set(allowed)].filter((name) => name !== "").slice(0, mostSites),
  };
}

/** Windows writes a number; older versions wrote `yes` or `no`. */
function switchOf(key: RegistryKey | undefined): boolean | undefined {
  const value = dataOf(key, "PopupMgr");
  if (value?.type === "REG_DWORD") return value.data !== 0;
  if (value?.type !== "REG_SZ") return undefined;
  const text = value.data.trim().toLowerCase();
  if (text === "yes" || text === "1") return true;
  return text === "no" || text === "0" ? false : undefined;
}

/**
 * A Chromium browser's pop-up blocker: its policies first, then what its user set. Pages that only
 * some of its profiles let through are not told apart.
 */
export function chromiumPopups(
  browser: PopupSetting["browser"],
  policies: readonly BrowserPolicy[],
  preferences: { popupsByDefault: Permission["setting"] | undefined; permissions: Permission[] },
): PopupSetting {
  const own = policies.filter((policy) => policy.browser === browser);
  const first = (name: string) => {
    const named = own.filter((policy) => policy.name.toLowerCase() === name.toLowerCase());
    return named.find(({ place }) => place === "machine-policy") ?? named[0];
  };
  const rule = first(defaultPolicy)?.values[0];
  const open = rule === undefined ? preferences.popupsByDefault === "allow" : rule === "1";
  const byUser = preferences.permissions
    .filter(({ permission, setting }) => permission === "popups" && setting === "allow")
    .map(({ origin }) => origin);
  return {
    browser,
    blocked: !open,
    allowed: [...new Set([...(first(listPolicy)?.values ?? []), ...byUser])].slice(0, mostSites),
  };
}
