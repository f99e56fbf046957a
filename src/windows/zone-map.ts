import type { ZoneEntry, ZoneSettings } from "../evidence/pc-outcome.ts";
import { ascii, isPolicy, parseZoneEntry, type ZoneDoubt, type ZonePattern } from "./zone-entry.ts";

/** The zone of whatever no entry names. */
export const internetZone = 3;
export const trustedZone = 2;

/** The zone that Windows gives a page, and the entry that decides; none where it is the default. */
export type ZoneAnswer =
  | { known: true; zone: number; by: ZoneEntry | undefined }
  /** It is one of these zones, in order; the entries are those that leave it open. */
  | { known: false; why: ZoneDoubt; zones: number[]; entries: ZoneEntry[] };

export type ZoneRules = Pick<ZoneSettings, "machineOnly" | "listFromPolicy">;

type Match = { entry: ZoneEntry; rank: number };
type Doubt = { why: ZoneDoubt; entry: ZoneEntry };
type Scheme = "http" | "https" | "ftp";

/**
 * Which security zone MapUrlToZone gives a URL. Names go by the `Domains` key, where the exact host
 * beats a wildcard; IPv4 addresses go by `Ranges`; the entries of user and PC add up. What no source
 * tells is not guessed: where the open questions could change the zone, the answer is not known.
 *
 * Sources: KB182569 (learn.microsoft.com, "IE security zones registry entries for advanced
 * users"), ms537143 (SetZoneMapping), Policy CSP InternetExplorer (AllowSiteToZoneAssignmentList,
 * SecurityZonesUseOnlyMachineSettings), and what Wine's conformance tests saw Windows do.
 */
export function zoneOf(url: string, entries: readonly ZoneEntry[], rules: ZoneRules): ZoneAnswer {
  const page = URL.canParse(url) ? new URL(url) : undefined;
  if (!page) return unknown("not-a-url", [0, 1, 2, 3, 4]);
  const scheme = page.protocol.slice(0, -1);
  if (scheme === "file") return unknown("file", [0, 1, 2, 3, 4]);
  // Windows maps no scheme that it does not know, whatever entries say.
  if (!isScheme(scheme)) return { known: true, zone: internetZone, by: undefined };
  if (page.hostname.startsWith("[")) return unknown("ipv6", [0, 1, 2, 3, 4]);
  return lookUp(scheme, page.hostname, inForce(entries, rules));
}

function isScheme(scheme: string): scheme is Scheme {
  return scheme === "http" || scheme === "https" || scheme === "ftp";
}

interface InForce {
  counted: ZoneEntry[];
  /** Entries of which it is not known whether they count. */
  open: Doubt[];
}

/**
 * Which entries count. A list set by policy takes the place of what users entered; with
 * Security_HKLM_only nothing of the user's counts.
 */
function inForce(entries: readonly ZoneEntry[], rules: ZoneRules): InForce {
  const result: InForce = { counted: [], open: [] };
  for (const entry of entries) {
    const place = entry.place ?? "user";
    if (rules.machineOnly && (place === "user" || place === "user-policy")) continue;
    if (isPolicy(entry)) {
      if (rules.listFromPolicy) result.counted.push(entry);
      else result.open.push({ entry, why: "policy-not-in-force" });
    } else if (!rules.listFromPolicy) result.counted.push(entry);
    else if (place === "machine") result.open.push({ entry, why: "contradiction" });
  }
  return result;
}

function lookUp(scheme: Scheme, hostname: string, { counted, open }: InForce): ZoneAnswer {
  const host = ascii(hostname);
  const doubts: Doubt[] = [];
  const matches: Match[] = [];
  for (const entry of counted) {
    const pattern = parseZoneEntry(entry);
    const rank = rankOf(pattern, scheme, host);
    if (rank === undefined) continue;
    if (pattern.kind === "doubtful") doubts.push({ entry, why: pattern.why });
    else if (hostname.endsWith(".")) doubts.push({ entry, why: "unusual-name" });
    else matches.push({ entry, rank });
  }
  for (const { entry, why } of open) {
    if (rankOf(parseZoneEntry(entry), scheme, host) !== undefined) doubts.push({ entry, why });
  }
  return decide(matches, doubts, host);
}

/** How exactly a pattern holds for a host: 2 that very host, 1 a wildcard, undefined not at all. */
function rankOf(pattern: ZonePattern, scheme: Scheme, host: string): number | undefined {
  if (pattern.kind === "nothing") return undefined;
  if (pattern.scheme !== "*" && pattern.scheme !== scheme) return undefined;
  if (pattern.kind === "addresses") return isWithin(pattern.parts, host) ? 1 : undefined;
  if (host === pattern.name) return 2;
  const below = pattern.kind === "doubtful" || pattern.below;
  return below && host.endsWith(`.${pattern.name}`) ? 1 : undefined;
}

function isWithin(parts: readonly [number, number][], host: string): boolean {
  const own = host.split(".").map(Number);
  return (
    own.length === 4 &&
    own.every((part, at) => part >= (parts[at]?.[0] ?? 256) && part <= (parts[at]?.[1] ?? -1))
  );
}

function decide(matches: Match[], doubts: Doubt[], host: string): ZoneAnswer {
  const best = matches.filter(({ rank }) => matches.every((other) => other.rank <= rank));
  const zones = distinct(best.map(({ entry }) => entry.zone));
  const isAddress = /^[\d.]+$/.test(host);
  const others = distinct(doubts.map(({ entry }) => entry.zone));
  if (zones.length > 1) {
    const entries = best.map(({ entry }) => entry);
    const why = isAddress ? "order-of-ranges" : "contradiction";
    return unknown(why, distinct([...zones, ...others]), entries);
  }
  const [zone] = zones;
  if (zone === undefined && !host.includes(".")) {
    const entries = doubts.map(({ entry }) => entry);
    return unknown("dotless-name", distinct([1, internetZone, ...others]), entries);
  }
  const settled = zone ?? internetZone;
  const against = doubts.filter(({ entry }) => entry.zone !== settled);
  const [first] = against;
  if (!first) return { known: true, zone: settled, by: best[0]?.entry };
  const entries = against.map(({ entry }) => entry);
  return unknown(first.why, distinct([settled, ...others]), entries);
}

function unknown(why: ZoneDoubt, zones: number[], entries: ZoneEntry[] = []): ZoneAnswer {
  return { known: false, why, zones, entries };
}

function distinct(zones: number[]): number[] {
  return [...new Set(zones)].sort((a, b) => a - b);
}
