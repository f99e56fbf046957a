import { ConfigError, type Source } from "../../source.ts";

export interface IpSet {
  /** `hash:ip`, `hash:net,port`, `list:set`. */
  type: string;
  /** Entries run out, so what is in it now may not be in it tomorrow. */
  dynamic: boolean;
  /** Addresses are cut down by a mask before they are looked for. */
  masked: boolean;
  entries: IpSetEntry[];
}

export interface IpSetEntry {
  /** `10.0.0.1`, `tcp:80`; names of sets for list:set. */
  parts: readonly string[];
  nomatch: boolean;
}

export type IpSets = ReadonlyMap<string, IpSet>;

/** What `ipset save` or `ipset list` printed; a file may hold both, set after set. */
export function readIpSets(source: Source): IpSets {
  if (source.bytes.includes(0)) throw new ConfigError("firewall.config.binary", 0);
  const sets = new Map<string, IpSet>();
  let listed: { name: string; set: IpSet | undefined; members: boolean } | undefined;
  for (const [at, raw] of source.text().split("\n").entries()) {
    const text = raw.trim();
    if (text === "") listed = undefined;
    if (text === "" || text.startsWith("#")) continue;
    const [first = "", second = "", ...rest] = text.split(/\s+/);
    const set = listed?.set;
    if (first === "Name:") {
      listed = { name: second, set: undefined, members: false };
    } else if (listed?.members && set) addEntry(set, first, [second, ...rest]);
    else if (listed && first === "Type:") {
      listed.set = { type: second, dynamic: false, masked: false, entries: [] };
      sets.set(listed.name, listed.set);
    } else if (listed && first === "Members:") listed.members = true;
    else if (set && first === "Header:") describe(set, [second, ...rest]);
    else if (listed && /^[A-Z][a-z ]*:/.test(text)) continue;
    else if (first === "create" && rest[0] !== undefined) {
      const created = { type: rest[0], dynamic: false, masked: false, entries: [] };
      describe(created, rest);
      sets.set(second, created);
    } else if (first === "add" && rest[0] !== undefined && sets.has(second)) {
      addEntry(sets.get(second)!, rest[0], rest.slice(1));
    } else {
      throw new ConfigError("firewall.config.ipset", at + 1, { what: text.slice(0, 40) });
    }
  }
  return sets;
}

function addEntry(set: IpSet, element: string, options: readonly string[]): void {
  set.dynamic ||= runsOut(options);
  set.entries.push({ parts: element.split(","), nomatch: options.includes("nomatch") });
}

function describe(set: IpSet, options: readonly string[]): void {
  set.dynamic ||= runsOut(options);
  set.masked ||= options.includes("netmask") || options.includes("bitmask");
}

function runsOut(options: readonly string[]): boolean {
  const at = options.indexOf("timeout");
  return at >= 0 && options[at + 1] !== "0";
}
