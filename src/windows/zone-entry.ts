import type { ZoneEntry } from "../evidence/pc-outcome.ts";
import { places } from "../evidence/place.ts";

/**
 * What one entry of the zone map stands for. Sources: IInternetSecurityManager::SetZoneMapping
 * (learn.microsoft.com, ms537143), whose table tells valid patterns from invalid ones, and KB182569,
 * which says how they lie in the registry.
 */
export type ZonePattern =
  /** One host, or a registered domain with every name below it. */
  | { kind: "name"; scheme: string; name: string; below: boolean }
  /** Four parts of an IPv4 address, each from a number to a number. */
  | { kind: "addresses"; scheme: string; parts: [number, number][] }
  /** It holds for no page at all. */
  | { kind: "nothing"; scheme: string; why: "wildcard-place" | "no-host" | "other-scheme" }
  /** It may hold for the names below `name`; nothing says so for sure. */
  | { kind: "doubtful"; scheme: string; name: string; why: ZoneDoubt };

/** Why Windows' answer is not known. */
export const zoneDoubts = [
  /** The address of the page cannot be understood. */
  "not-a-url",
  /** A name without a dot is in the intranet zone where the intranet settings say so. */
  "dotless-name",
  /** Nothing says how an IPv6 address is looked up. */
  "ipv6",
  /** A page that is a file: zone and name go by rules of their own. */
  "file",
  /** Microsoft's table calls the entry invalid, and yet it stands in the registry. */
  "invalid-entry",
  /** The entry names no registered domain (`*.or.kr`), which versions of Windows treat differently. */
  "registry-suffix",
  /** Nothing says how a name that does not consist of ASCII, or ends in a dot, is compared. */
  "unusual-name",
  /** Several ranges hold for the address: the first that was ever made wins, and that is unknown. */
  "order-of-ranges",
  /** Entries of the same rank put it into different zones. */
  "contradiction",
  /** A policy's list is there while the switch that puts it into force is not. */
  "policy-not-in-force",
  /** Whether user entries count could not be read. */
  "settings-unread",
] as const;
export type ZoneDoubt = (typeof zoneDoubts)[number];

const schemes = new Set(["http", "https", "ftp"]);
/** Second-level labels under a country's label below which names are registered. */
const registries = new Set(["com", "net", "org", "gov", "edu", "mil", "int", "biz", "info"]);

/** Understands an entry as the settings window or a policy's list shows it. */
export function parseZoneEntry({ entry, place }: ZoneEntry): ZonePattern {
  const [, prefix, rest = ""] = /^(?:([^:/\\]*):(?:\/\/|\\\\)?)?(.*)$/s.exec(entry.trim()) ?? [];
  const numbered = prefix !== undefined && /^\d/.test(rest) && !/:(\/\/|\\\\)/.test(entry);
  const scheme = numbered || !prefix ? "*" : prefix.toLowerCase();
  const host = hostOf(numbered ? entry.trim() : rest);
  if (scheme !== "*" && !schemes.has(scheme))
    return { kind: "nothing", scheme, why: "other-scheme" };
  if (host === "" || host === "*") return { kind: "nothing", scheme, why: "no-host" };
  if (host.includes("@") || host.startsWith("[")) {
    return { kind: "doubtful", scheme, name: host, why: "invalid-entry" };
  }
  if (/^[\d.*-]+$/.test(host) && /^\d/.test(host)) return addressesOf(scheme, host);
  return nameOf(scheme, host, place === "user-policy" || place === "machine-policy");
}

/** Port and path may be written and are not part of it. */
function hostOf(text: string): string {
  const host = text.split(/[/\\?#]/)[0] ?? "";
  return host.replace(/:\d*$/, "").toLowerCase();
}

function addressesOf(scheme: string, host: string): ZonePattern {
  const parts = host.split(".").map((part): [number, number] | undefined => {
    if (part === "*") return [0, 255];
    const [, first, last] = /^(\d{1,3})(?:-(\d{1,3}))?$/.exec(part) ?? [];
    if (first === undefined) return undefined;
    return [Number(first), Number(last ?? first)];
  });
  const good = parts.filter((part) => part !== undefined && part[0] <= part[1] && part[1] <= 255);
  if (good.length !== 4 || parts.length !== 4) {
    return { kind: "doubtful", scheme, name: host, why: "invalid-entry" };
  }
  return { kind: "addresses", scheme, parts: good as [number, number][] };
}

function nameOf(scheme: string, host: string, byPolicy: boolean): ZonePattern {
  const below = host.startsWith("*.");
  const name = below ? host.slice(2) : host;
  // A star elsewhere is no wildcard: Windows looks for it as it stands, and no name has one.
  if (name.includes("*")) {
    return host.startsWith("*") && !name.slice(1).includes("*")
      ? { kind: "doubtful", scheme, name: name.replace("*", ""), why: "invalid-entry" }
      : { kind: "nothing", scheme, why: "wildcard-place" };
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: every character outside ASCII
  if (name.endsWith(".") || /[^\x00-\x7f]/.test(name)) {
    return { kind: "doubtful", scheme, name: ascii(name), why: "unusual-name" };
  }
  const labels = name.split(".");
  const depth = suffixLength(labels);
  if (labels.length === 1 && !below) return { kind: "name", scheme, name, below: false };
  if (labels.length <= depth) return { kind: "doubtful", scheme, name, why: "registry-suffix" };
  const registered = labels.length === depth + 1;
  if (below && !registered) {
    return byPolicy
      ? { kind: "nothing", scheme, why: "wildcard-place" }
      : { kind: "doubtful", scheme, name, why: "invalid-entry" };
  }
  // The key of a registered domain holds for every name below it, with or without `*.`.
  return { kind: "name", scheme, name, below: registered };
}

/** The same name without a dot at its end, in the letters of DNS. */
export function ascii(name: string): string {
  const bare = name.replace(/\.+$/, "");
  return URL.canParse(`http://${bare}/`) ? new URL(`http://${bare}/`).hostname : bare;
}

/** How many labels at the end belong to a registry: 2 in `bankpay.or.kr`, 1 in `lgcns.com`. */
function suffixLength(labels: readonly string[]): number {
  const country = labels.at(-1) ?? "";
  const second = labels.at(-2) ?? "";
  return country.length === 2 && (second.length <= 2 || registries.has(second)) ? 2 : 1;
}

/** Whether an entry came from a policy. Without a place it is the user's own. */
export function isPolicy({ place }: ZoneEntry): boolean {
  return place === places[2] || place === places[3];
}
