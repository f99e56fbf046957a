import { isKnown, presentIn } from "../evidence/known.ts";
import { dataOf, numberOf, textOf } from "../windows/registry.ts";
import {
  type Action,
  type Given,
  type Hands,
  isElevated,
  type Planned,
  refuse,
  together,
  unread,
} from "./action.ts";
import { addToList, listOf, policyKeys, policyPattern } from "./browser-policy.ts";
import type { OpenChange } from "./change.ts";
import { draftKeys } from "./key-drafts.ts";

/**
 * Lets the pages of the step's pop-up rules open windows. For Internet Explorer that is a list of
 * the user's own; for Edge and Chrome a policy, which only an administrator may set: without his
 * rights the page of the browser's settings is opened instead.
 *
 * Source: values of `New Windows` as Internet Explorer writes them (`*.site`, two zero bytes);
 * policies PopupsAllowedForUrls and PopupsBlockedForUrls.
 */
export const allowPopups: Action = {
  id: "allow-popups",
  async plan(hands, given) {
    const origins = originsOf(given);
    const browsers = await hands.machine.pc.browsers();
    if (!isKnown(browsers)) return unread(browsers, "Internet Explorer, Edge, Chrome");
    const installed = (presentIn(browsers) ?? []).map(({ id }) => id);
    const parts = [await inInternetExplorer(hands, origins)];
    for (const browser of ["edge", "chrome"] as const) {
      if (installed.includes(browser)) parts.push(await inChromium(hands, browser, origins));
    }
    return together(parts);
  },
};

function originsOf({ guide, step }: Given): string[] {
  const rules = guide.popups.filter(({ id }) => step.popups?.includes(id));
  return [...new Set(rules.flatMap(({ origins }) => origins))];
}

const blocker = "Microsoft\\Internet Explorer\\New Windows";

async function inInternetExplorer(
  { machine: { system } }: Hands,
  origins: string[],
): Promise<Planned> {
  const subject = "Internet Explorer";
  for (const hive of ["HKCU", "HKLM"]) {
    const policy = await system.readKey(`${hive}\\Software\\Policies\\${blocker}`);
    if (policy.state === "absent") continue;
    if (policy.state !== "found") return unread(policy, subject);
    if (numberOf(policy.value, "ListBox_Support_Allow") === 1)
      return refuse("policy-rules", subject, { policy: "Pop-up allow list" });
  }
  const path = `HKCU\\Software\\${blocker}`;
  const own = await system.readKey(path);
  if (!isKnown(own)) return unread(own, subject);
  const key = presentIn(own);
  const off = numberOf(key, "PopupMgr") === 0 || textOf(key, "PopupMgr")?.toLowerCase() === "no";
  if (off) return together([]);
  const drafts = draftKeys(system);
  const allowed = key?.keys.find(({ name }) => name.toLowerCase() === "allow");
  for (const origin of origins) {
    const name = origin.replace(/^https?:\/\//, "").replace(/[:/].*$/, "");
    if (dataOf(allowed, name)) continue;
    const value = { name, value: { type: "hex" as const, id: 3, data: "0000" } };
    const about = { key: "treat.about.popup-allowed", with: { site: name, browser: "ie" } };
    if (!(await drafts.set(`${path}\\Allow`, value, about)))
      return refuse("unreadable", subject, { code: `${path}\\Allow` });
  }
  return { changes: drafts.changes(), refused: [] };
}

type Chromium = "edge" | "chrome";

async function inChromium(hands: Hands, browser: Chromium, origins: string[]): Promise<Planned> {
  const { system } = hands.machine;
  const policies = policyKeys[browser]!;
  const blocked = await system.readKey(`${policies}\\PopupsBlockedForUrls`);
  if (!isKnown(blocked)) return unread(blocked, browser);
  const denied = listOf(presentIn(blocked));
  if (origins.some((origin) => denied.includes(policyPattern(origin))))
    return refuse("policy-rules", browser, { policy: "PopupsBlockedForUrls" });
  const drafts = draftKeys(system);
  const path = `${policies}\\PopupsAllowedForUrls`;
  const drafted = await addToList(drafts, path, origins, (site) => ({
    key: "treat.about.popup-policy",
    with: { site, browser, policy: "PopupsAllowedForUrls" },
  }));
  if (!drafted) return refuse("unreadable", browser, { code: path });
  const changes = drafts.changes();
  if (changes.length === 0 || (await isElevated(hands))) return { changes, refused: [] };
  const page = await settingsPage(hands, browser);
  return page ? { changes: [page], refused: [] } : refuse("needs-admin", browser);
}

/** Where the browsers' own set-ups put them for all users. */
const programs: Record<Chromium, string[]> = {
  edge: [
    "%ProgramFiles(x86)%\\Microsoft\\Edge\\Application\\msedge.exe",
    "%ProgramFiles%\\Microsoft\\Edge\\Application\\msedge.exe",
  ],
  chrome: [
    "%ProgramFiles%\\Google\\Chrome\\Application\\chrome.exe",
    "%ProgramFiles(x86)%\\Google\\Chrome\\Application\\chrome.exe",
  ],
};

async function settingsPage({ machine }: Hands, browser: Chromium) {
  for (const program of programs[browser]) {
    const there = await machine.system.fileFact(program);
    if (there.state !== "found" || there.value.kind !== "file") continue;
    const change: OpenChange = {
      kind: "open",
      program,
      args: [`${browser}://settings/content/popups`],
      about: [{ key: "treat.about.opens-popups", with: { browser } }],
    };
    return change;
  }
  return undefined;
}
