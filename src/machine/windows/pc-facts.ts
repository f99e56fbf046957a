import { type ZoneKeys, zoneEntriesOf, zoneSettingsOf } from "../../windows/read-zones.ts";
import { keyAt } from "../../windows/registry.ts";
import type { Reading } from "../failure.ts";
import { mapReading } from "../node/text-file.ts";
import type { PcFacts } from "../pc.ts";
import type { System } from "../system.ts";
import { browserPolicies, browsers, popups } from "./browsers.ts";
import { keys, settingsBelow } from "./keys.ts";
import { sitePermissions } from "./profiles.ts";
import { programs } from "./programs.ts";
import { readKeys } from "./read-keys.ts";
import { rootCertificates } from "./roots.ts";
import { services } from "./services.ts";

/** Facts of a Windows PC, read through any System: the real one, or one made of plain data. */
export function pcFacts(system: System): PcFacts {
  return {
    browsers: () => browsers(system),
    programs: () => programs(system),
    zoneEntries: async () => mapReading(await zoneKeys(system), zoneEntriesOf),
    zoneSettings: async () => mapReading(await zoneKeys(system), zoneSettingsOf),
    browserPolicies: () => browserPolicies(system),
    sitePermissions: () => sitePermissions(system),
    services: (names) => services(system, names),
    popups: () => popups(system),
    rootCertificates: () => rootCertificates(system),
    async exists(path) {
      const fact = await system.fileFact(path);
      if (fact.state === "absent") return { state: "found", value: false };
      return mapReading(fact, () => true);
    },
  };
}

async function zoneKeys(system: System): Promise<Reading<ZoneKeys>> {
  const read = await readKeys(system, {
    user: keys.userSettings,
    machine: keys.machineSettings,
    userPolicies: keys.userPolicies,
    machinePolicies: keys.machinePolicies,
  });
  return mapReading(read, ({ user, machine, userPolicies, machinePolicies }) => ({
    user,
    machine,
    "user-policy": keyAt(userPolicies, settingsBelow),
    "machine-policy": keyAt(machinePolicies, settingsBelow),
  }));
}
