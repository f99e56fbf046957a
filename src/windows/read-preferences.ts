import type { SitePermission } from "../evidence/pc-outcome.ts";

/** What one profile of a Chromium browser remembers; nothing else of its file is looked at. */
export type Permission = Omit<SitePermission, "browser">;

export interface Preferences {
  permissions: Permission[];
  /** What the user chose for all sites; undefined where nothing was chosen. */
  popupsByDefault: Permission["setting"] | undefined;
}

const mostOrigins = 2_000;
const longest = 1_000;
const settings: Record<number, Permission["setting"]> = { 1: "allow", 2: "block", 3: "ask" };

/**
 * Names of permissions in `profile.content_settings.exceptions`. Until 145 one answer counted for
 * the local network and for this PC itself; since then each has its own, and the old one is no
 * longer asked where there is a new one.
 *
 * Source: chromium.googlesource.com, components/content_settings (a setting's name with `-` as `_`).
 */
const sections: [name: string, permission: Permission["permission"]][] = [
  ["popups", "popups"],
  ["loopback_network", "loopback-network"],
  ["local_network", "local-network"],
  ["local_network_access", "loopback-network"],
  ["local_network_access", "local-network"],
];

/** Reads the text of a profile's `Preferences` file; undefined where it is damaged. */
export function readPreferences(text: string): Preferences | undefined {
  let whole: unknown;
  try {
    whole = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return undefined;
  }
  if (!isObject(whole)) return undefined;
  const profile = at(whole, "profile");
  const exceptions = at(at(profile, "content_settings"), "exceptions");
  const found = new Map<string, Permission>();
  for (const [name, permission] of sections) {
    for (const one of permissionsOf(at(exceptions, name), permission)) {
      const key = `${permission} ${one.origin}`;
      if (!found.has(key) && found.size < mostOrigins) found.set(key, one);
    }
  }
  const chosen = at(at(profile, "default_content_setting_values"), "popups");
  return {
    permissions: [...found.values()],
    popupsByDefault: typeof chosen === "number" ? settings[chosen] : undefined,
  };
}

/** Keys are two patterns with a comma between: who asks, and inside whom. */
function permissionsOf(list: unknown, permission: Permission["permission"]): Permission[] {
  if (!isObject(list)) return [];
  return Object.entries(list).flatMap(([pattern, entry]) => {
    const origin = originOf(pattern.split(",")[0] ?? "");
    const value = at(entry, "setting");
    const setting = typeof value === "number" ? settings[value] : undefined;
    return origin && setting ? [{ permission, origin, setting }] : [];
  });
}

/** A web origin or a pattern of them, without the port that its scheme has anyway. */
function originOf(pattern: string): string | undefined {
  if (pattern.length > longest || !/^(?:https?:\/\/)?[^\s/@?#]+$/i.test(pattern)) return undefined;
  return pattern.replace(/^(https:\/\/[^/]+):443$/i, "$1").replace(/^(http:\/\/[^/]+):80$/i, "$1");
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function at(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
