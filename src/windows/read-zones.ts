import type { Place, ZoneEntry, ZoneSettings } from "../evidence/pc-outcome.ts";
import { dataOf, keyAt, numberOf, type RegistryKey } from "./registry.ts";

/**
 * The four keys in which security zones are set, each `…\Windows\CurrentVersion\Internet Settings`.
 * A key that is not there is undefined.
 */
export type ZoneKeys = Record<Place, RegistryKey | undefined>;

const mostEntries = 5_000;
const longest = 1_000;
const zoneNumbers = [0, 1, 2, 3, 4];
/** Values of a zone: whether pop-ups are blocked, and whether Protected Mode is on. */
const popupBlocker = "1809";
const protectedMode = "2500";

/**
 * Which sites were put in which zone, by whom, written as the settings window shows them.
 *
 * Source: learn.microsoft.com (KB182569), "Internet Explorer security zones registry entries for
 * advanced users"; the policy "Site to Zone Assignment List" (ZoneMapKey) as inetres.admx has it.
 */
export function zoneEntriesOf(keys: ZoneKeys): ZoneEntry[] {
  const places = Object.keys(keys) as Place[];
  return places.flatMap((place) => entriesOf(keys[place], place)).slice(0, mostEntries);
}

function entriesOf(settings: RegistryKey | undefined, place: Place): ZoneEntry[] {
  const map = keyAt(settings, "ZoneMap");
  // Servers with the enhanced configuration look into another list, and only into that one.
  const hardened = numberOf(map, "IEHarden") === 1;
  const domains = keyAt(map, hardened ? "EscDomains" : "Domains")?.keys ?? [];
  const ranges = keyAt(map, "Ranges")?.keys ?? [];
  const found = [
    ...domains.flatMap((domain) => domainEntries(domain, domain.name, true)),
    ...ranges.flatMap(rangeEntries),
    ...policyEntries(keyAt(settings, "ZoneMapKey")),
  ];
  return found.map((entry) => ({ ...entry, place }));
}

type Found = Pick<ZoneEntry, "entry" | "zone">;

/** A domain's own values count for everything below it; those of a key below it for that name. */
function domainEntries(key: RegistryKey, name: string, isDomain: boolean): Found[] {
  const everything = isDomain && name.includes(".") && !/^[\d.]+$/.test(name);
  const own = assignments(key).map(({ protocol, zone }) => ({
    entry: written(protocol, everything ? `*.${name}` : name),
    zone,
  }));
  const below = key.keys.flatMap((sub) => domainEntries(sub, `${sub.name}.${name}`, false));
  return [...own, ...below];
}

function rangeEntries(key: RegistryKey): Found[] {
  const range = dataOf(key, ":Range");
  if (range?.type !== "REG_SZ" || range.data === "") return [];
  return assignments(key).map(({ protocol, zone }) => ({
    entry: written(protocol, range.data),
    zone,
  }));
}

/** Value names are protocols or `*`, data the zone's number. */
function assignments(key: RegistryKey): { protocol: string; zone: number }[] {
  return key.values.flatMap(({ name, value }) =>
    name !== "" && name !== ":Range" && value.type === "REG_DWORD" && value.data <= 4
      ? [{ protocol: name.toLowerCase(), zone: value.data }]
      : [],
  );
}

function written(protocol: string, name: string): string {
  return (protocol === "*" ? name : `${protocol}://${name}`).slice(0, longest);
}

/** The policy's list: names as its author wrote them, zones as text. */
function policyEntries(list: RegistryKey | undefined): Found[] {
  return (list?.values ?? []).flatMap(({ name, value }) => {
    const text = value.type === "REG_SZ" ? value.data.trim() : "";
    const zone = value.type === "REG_DWORD" ? value.data : /^[0-4]$/.test(text) ? Number(text) : -1;
    return name !== "" && zone >= 0 && zone <= 4 ? [{ entry: name.slice(0, longest), zone }] : [];
  });
}

/**
 * What holds for zones as a whole. A policy for the machine comes before one for the user, then the
 * user's own choice, then what was set for the machine.
 */
export function zoneSettingsOf(keys: ZoneKeys): ZoneSettings {
  const machinePolicy = keys["machine-policy"];
  const userPolicy = keys["user-policy"];
  const machineOnly = numberOf(machinePolicy, "Security_HKLM_only") === 1;
  const order = machineOnly
    ? [machinePolicy, keys.machine]
    : [machinePolicy, userPolicy, keys.user, keys.machine];
  const value = (zone: number, name: string) =>
    order
      .map((settings) => numberOf(keyAt(settings, `Zones\\${zone}`), name))
      .find((number) => number !== undefined);
  return {
    machineOnly,
    listFromPolicy: [machinePolicy, userPolicy].some(
      (policy) => numberOf(policy, "ListBox_Support_ZoneMapKey") === 1,
    ),
    zones: zoneNumbers.flatMap((zone) => {
      const popups = isOn(value(zone, popupBlocker));
      const guarded = isOn(value(zone, protectedMode));
      if (popups === undefined && guarded === undefined) return [];
      return [
        {
          zone,
          ...(popups === undefined ? {} : { popupBlocker: popups }),
          ...(guarded === undefined ? {} : { protectedMode: guarded }),
        },
      ];
    }),
  };
}

/** 0 enables and 3 disables; anything else says nothing. */
function isOn(value: number | undefined): boolean | undefined {
  return value === 0 ? true : value === 3 ? false : undefined;
}
