import { isKnown, presentIn } from "../evidence/known.ts";
import { keyAt, numberOf, type RegistryKey } from "../windows/registry.ts";
import { type Action, isElevated, nothing, refuse, unread } from "./action.ts";
import { draftKeys, type KeyDrafts } from "./key-drafts.ts";

/**
 * Puts the sites of the step into the zone of trusted sites, and takes away the entries that the
 * guide knows to be wrong and those that lead the same pages elsewhere.
 *
 * Source: learn.microsoft.com, "Internet Explorer security zones registry entries for advanced
 * users" (KB182569); policy IZ_Zonemaps of inetres.admx.
 */
export const trustSites: Action = {
  id: "trust-sites",
  async plan(hands, { guide, step }) {
    const { system } = hands.machine;
    const sites = guide.sites.filter(({ id }) => step.sites?.includes(id));
    const patterns = sites.map(({ pattern }) => pattern);
    const subject = patterns.join(", ");

    let machineOnly = false;
    for (const hive of ["HKCU", "HKLM"]) {
      const policy = await system.readKey(`${hive}\\Software\\Policies\\${settings}`);
      if (policy.state === "absent") continue;
      if (policy.state !== "found") return unread(policy, subject);
      if (numberOf(policy.value, "ListBox_Support_ZoneMapKey") === 1)
        return refuse("policy-rules", subject, { policy: "Site to Zone Assignment List" });
      machineOnly ||= hive === "HKLM" && numberOf(policy.value, "Security_HKLM_only") === 1;
    }
    if (machineOnly && !(await isElevated(hands))) return refuse("machine-zones-only", subject);

    const zoneMap = `${machineOnly ? "HKLM" : "HKCU"}\\Software\\${settings}\\ZoneMap`;
    const map = await system.readKey(zoneMap);
    if (!isKnown(map)) return unread(map, subject);
    const whole = presentIn(map);
    // Servers with the enhanced configuration look into another list, and only into that one.
    const list = numberOf(whole, "IEHarden") === 1 ? "EscDomains" : "Domains";
    const domains = `${zoneMap}\\${list}`;
    const drafts = draftKeys(system);
    const wrong = guide.wrong
      .filter(({ meant }) => sites.some(({ id }) => id === meant))
      .map(({ entry }) => entry.toLowerCase());
    await dropEntries(drafts, domains, keyAt(whole, list)?.keys ?? [], wrong, patterns);
    for (const pattern of patterns) {
      const path = `${domains}\\${domainOf(pattern)}`;
      const value = { name: "*", value: { type: "REG_DWORD" as const, data: trusted } };
      const about = { key: "treat.about.site-added", with: { site: pattern } };
      if (!(await drafts.set(path, value, about)))
        return refuse("unreadable", pattern, { code: path });
    }
    const changes = drafts.changes();
    return changes.length === 0 ? nothing : { changes, refused: [] };
  },
};

const settings = "Microsoft\\Windows\\CurrentVersion\\Internet Settings";
/** Zone numbers: 2 is Trusted sites. */
const trusted = 2;

const domainOf = (pattern: string) => pattern.replace(/^\*\./, "");

/** Wrong entries that trust, and entries below a wanted site that lead away from trust. */
async function dropEntries(
  drafts: KeyDrafts,
  path: string,
  domains: readonly RegistryKey[],
  wrong: readonly string[],
  patterns: readonly string[],
): Promise<void> {
  const wanted = patterns.map((pattern) => domainOf(pattern).toLowerCase());
  for (const domain of domains) {
    const keys: [string, RegistryKey, string][] = [
      [`${path}\\${domain.name}`, domain, `*.${domain.name}`],
      ...domain.keys.map((key): [string, RegistryKey, string] => [
        `${path}\\${domain.name}\\${key.name}`,
        key,
        `${key.name}.${domain.name}`,
      ]),
    ];
    for (const [at, key, host] of keys) {
      const inside = wanted.some((each) => host.toLowerCase().endsWith(`.${each}`));
      for (const { name, value } of key.values) {
        const entry = name === "*" ? host : `${name}://${host}`;
        const zone = value.type === "REG_DWORD" ? value.data : undefined;
        if (zone === undefined) continue;
        const isWrong = zone === trusted && wrong.includes(entry.toLowerCase());
        const isThePattern = name === "*" && patterns.some((each) => same(each, entry));
        const astray = inside && zone !== trusted && !isThePattern;
        if (!isWrong && !astray) continue;
        const why = isWrong ? "treat.about.site-wrong" : "treat.about.site-elsewhere";
        await drafts.drop(at, name, { key: why, with: { site: entry, zone } });
      }
    }
  }
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
