import type { Place } from "../../evidence/pc-outcome.ts";
import type { ProxySettings } from "../../machine/machine.ts";
import type { WorldPcFacts } from "../../machine/world.ts";
import { parseZoneEntry } from "../../windows/zone-entry.ts";
import { type Key, number, text } from "./key.ts";

const settings = "Microsoft\\Windows\\CurrentVersion\\Internet Settings";
const settingsOf: Record<Place, string> = {
  user: `HKCU\\Software\\${settings}`,
  machine: `HKLM\\Software\\${settings}`,
  "user-policy": `HKCU\\Software\\Policies\\${settings}`,
  "machine-policy": `HKLM\\Software\\Policies\\${settings}`,
};
const newWindows = "HKCU\\Software\\Microsoft\\Internet Explorer\\New Windows";
/** Numbers of urlmon.h: what is on and what is off in a zone. */
const on = 0;
const off = 3;

/** Zones, the pop-up blocker of Internet Explorer, and the proxy, where Windows keeps them. */
export function explorerKeys(facts: WorldPcFacts, proxy: ProxySettings): Key[] {
  const popups = facts.popups.find(({ browser }) => browser === "ie");
  const keys: Key[] = [
    [settingsOf.user, proxyValues(proxy)],
    ...zoneKeys(facts),
    ...policyLists(facts),
    ...policySwitches(facts),
  ];
  for (const { zone, popupBlocker } of facts.zoneSettings?.zones ?? []) {
    if (popupBlocker === undefined) continue;
    keys.push([`${settingsOf.user}\\Zones\\${zone}`, [number("1809", popupBlocker ? on : off)]]);
  }
  if (popups !== undefined) {
    keys.push([newWindows, [number("PopupMgr", popups.blocked ? 1 : 0)]]);
    const allowed = popups.allowed.map((name) => ({
      name,
      value: { type: "hex" as const, id: 3, data: "0000" },
    }));
    if (allowed.length > 0) keys.push([`${newWindows}\\Allow`, allowed]);
  }
  return keys;
}

function proxyValues({ http, https, bypass, pacUrl }: ProxySettings) {
  const servers = [http && `http=${http}`, https && `https=${https}`].filter(Boolean).join(";");
  return [
    number("ProxyEnable", servers === "" ? 0 : 1),
    ...(servers === "" ? [] : [text("ProxyServer", servers)]),
    ...(bypass.length === 0 ? [] : [text("ProxyOverride", bypass.join(";"))]),
    ...(pacUrl === undefined ? [] : [text("AutoConfigURL", pacUrl)]),
  ];
}

/** Entries of the user and of the machine: a key for the domain, one below it for a name in it. */
function zoneKeys({ zoneEntries }: WorldPcFacts): Key[] {
  const found = new Map<string, Map<string, number>>();
  for (const one of zoneEntries) {
    const place = one.place ?? "user";
    if (place !== "user" && place !== "machine") continue;
    const pattern = parseZoneEntry(one);
    if (!("name" in pattern)) continue;
    const path = `${settingsOf[place]}\\ZoneMap\\Domains\\${domainPath(pattern.name)}`;
    const values = found.get(path) ?? new Map();
    values.set(pattern.scheme, one.zone);
    found.set(path, values);
  }
  return [...found].map(
    ([path, values]): Key => [path, [...values].map(([scheme, zone]) => number(scheme, zone))],
  );
}

/** `www.bankpay.or.kr` is the key `bankpay.or.kr\www`; the registered domain is asked as `*.` of it. */
function domainPath(name: string): string {
  const labels = name.split(".");
  for (let at = labels.length - 2; at > 0; at -= 1) {
    const domain = labels.slice(at).join(".");
    const asked = parseZoneEntry({ entry: `*.${domain}`, zone: 2 });
    if (asked.kind === "name" && asked.below) return `${domain}\\${labels.slice(0, at).join(".")}`;
  }
  return name;
}

function policyLists({ zoneEntries }: WorldPcFacts): Key[] {
  return (["user-policy", "machine-policy"] as const).flatMap((place): Key[] => {
    const own = zoneEntries.filter((one) => one.place === place);
    const values = own.map(({ entry, zone }) => text(entry, String(zone)));
    return own.length === 0 ? [] : [[`${settingsOf[place]}\\ZoneMapKey`, values]];
  });
}

function policySwitches({ zoneSettings }: WorldPcFacts): Key[] {
  const values = [
    ...(zoneSettings?.machineOnly ? [number("Security_HKLM_only", 1)] : []),
    ...(zoneSettings?.listFromPolicy ? [number("ListBox_Support_ZoneMapKey", 1)] : []),
  ];
  return values.length === 0 ? [] : [[settingsOf["machine-policy"], values]];
}
