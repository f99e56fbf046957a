import type { Reading } from "../failure.ts";
import type { PcFacts, ZoneSettings } from "../pc.ts";
import type { WorldPcFacts } from "../world.ts";

/** The folders that a 64-bit Windows means by its variables. */
const folders: Record<string, string> = {
  "%programfiles%": "c:\\program files",
  "%programfiles(x86)%": "c:\\program files (x86)",
  "%programdata%": "c:\\programdata",
  "%systemroot%": "c:\\windows",
  "%windir%": "c:\\windows",
};

function expanded(path: string): string {
  const slashed = path.toLowerCase().replaceAll("/", "\\").replace(/\\+$/, "");
  return slashed.replace(/^%[^%]+%/, (name) => folders[name] ?? name);
}

/** Zones as Windows has them where nobody changed a thing. */
const untouched: ZoneSettings = { machineOnly: false, listFromPolicy: false, zones: [] };

/** Facts of the simulated PC: as the world has them, or not applicable where it has none. */
export function pcFacts(facts: WorldPcFacts | undefined): PcFacts {
  const read = <T>(method: keyof PcFacts, value: (facts: WorldPcFacts) => T): Reading<T> => {
    if (facts === undefined) return { state: "not-applicable" };
    const failure = facts.unreadable[method];
    if (failure !== undefined) return { state: "unreadable", failure };
    return { state: "found", value: structuredClone(value(facts)) };
  };
  return {
    browsers: async () => read("browsers", ({ browsers }) => browsers),
    programs: async () => read("programs", ({ programs }) => programs),
    zoneEntries: async () => read("zoneEntries", ({ zoneEntries }) => zoneEntries),
    zoneSettings: async () => read("zoneSettings", ({ zoneSettings }) => zoneSettings ?? untouched),
    browserPolicies: async () =>
      read("browserPolicies", ({ browserPolicies }) => browserPolicies ?? []),
    sitePermissions: async () =>
      read("sitePermissions", ({ sitePermissions }) => sitePermissions ?? []),
    services: async (names) =>
      read("services", ({ services }) =>
        names.map(
          (name) => services?.find((one) => one.name === name) ?? { name, state: "unknown" },
        ),
      ),
    popups: async () => read("popups", ({ popups }) => popups),
    rootCertificates: async () =>
      read("rootCertificates", ({ rootCertificates }) => rootCertificates),
    exists: async (path) =>
      read("exists", ({ paths }) => paths.map(expanded).includes(expanded(path))),
  };
}
