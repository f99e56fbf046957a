import type { Browser } from "../../machine/pc.ts";
import type { WorldPcFacts } from "../../machine/world.ts";
import { type Key, number, text } from "./key.ts";

type Chromium = "edge" | "chrome" | "whale";

const registered: Record<Exclude<Browser["id"], "ie">, string> = {
  edge: "Microsoft Edge",
  chrome: "Google Chrome",
  whale: "Naver Whale",
  firefox: "FIREFOX.EXE",
};
/** Where each maker tells the version, and what opens its pages. */
const makers: Record<
  Exclude<Browser["id"], "ie">,
  [path: string, value: string, progId: string]
> = {
  edge: ["HKCU\\Software\\Microsoft\\Edge\\BLBeacon", "version", "MSEdgeHTM"],
  chrome: ["HKCU\\Software\\Google\\Chrome\\BLBeacon", "version", "ChromeHTML"],
  whale: ["HKCU\\Software\\Naver\\Naver Whale\\BLBeacon", "version", "WhaleHTM"],
  firefox: ["HKCU\\Software\\Mozilla\\Mozilla Firefox", "CurrentVersion", "FirefoxURL"],
};
const policies: Record<Chromium | "firefox", string> = {
  edge: "Microsoft\\Edge",
  chrome: "Google\\Chrome",
  whale: "Naver\\Whale",
  firefox: "Mozilla\\Firefox",
};
const userData: Record<Chromium, string> = {
  edge: "Microsoft\\Edge",
  chrome: "Google\\Chrome",
  whale: "Naver\\Naver Whale",
};
const userChoice =
  "HKCU\\Software\\Microsoft\\Windows\\Shell\\Associations\\UrlAssociations\\https\\UserChoice";
const localData = "C:\\Users\\user\\AppData\\Local";
const settingNumber = { allow: 1, block: 2, ask: 3 } as const;

/** Which browsers there are, and what policies tell them. */
export function browserKeys({ browsers, browserPolicies = [] }: WorldPcFacts): Key[] {
  const keys: Key[] = browsers.flatMap(({ id, version }): Key[] => {
    if (id === "ie")
      return [["HKLM\\Software\\Microsoft\\Internet Explorer", [text("svcVersion", version)]]];
    const [path, value] = makers[id];
    return [
      [`HKLM\\Software\\Clients\\StartMenuInternet\\${registered[id]}`, []],
      [path, [text(value, version)]],
    ];
  });
  const chosen = browsers.find((browser) => browser.default)?.id;
  if (chosen !== undefined)
    keys.push([userChoice, [text("ProgId", chosen === "ie" ? "IE.HTTPS" : makers[chosen][2])]]);
  return [...keys, ...policyKeys(browserPolicies)];
}

function policyKeys(given: NonNullable<WorldPcFacts["browserPolicies"]>): Key[] {
  const single = new Map<string, Key[1]>();
  const lists: Key[] = [];
  for (const { browser, place, name, values } of given) {
    if (browser === "ie") continue;
    const hive = place === "user-policy" ? "HKCU" : "HKLM";
    const path = `${hive}\\Software\\Policies\\${policies[browser]}`;
    const [first = ""] = values;
    if (name.endsWith("ForUrls")) {
      lists.push([`${path}\\${name}`, values.map((each, at) => text(String(at + 1), each))]);
      continue;
    }
    const value = /^\d{1,9}$/.test(first) ? number(name, Number(first)) : text(name, first);
    single.set(path, [...(single.get(path) ?? []), value]);
  }
  return [...single, ...lists];
}

/** One profile of each Chromium browser, with what its user has answered. */
export function preferencesFiles(facts: WorldPcFacts): [path: string, content: string][] {
  const ids = facts.browsers.map(({ id }) => id);
  return (["edge", "chrome", "whale"] as const)
    .filter((id) => ids.includes(id))
    .map((id) => {
      const path = `${localData}\\${userData[id]}\\User Data\\Default\\Preferences`;
      return [path, JSON.stringify({ profile: profileOf(id, facts) })];
    });
}

function profileOf(browser: Chromium, { popups, sitePermissions = [] }: WorldPcFacts) {
  const exceptions: Record<string, Record<string, { setting: number }>> = {};
  const add = (name: string, origin: string, setting: number) => {
    exceptions[name] = { ...exceptions[name], [`${origin},*`]: { setting } };
  };
  for (const one of sitePermissions.filter((each) => each.browser === browser))
    add(one.permission.replaceAll("-", "_"), one.origin, settingNumber[one.setting]);
  const own = popups.find((each) => each.browser === browser);
  for (const origin of own?.allowed ?? []) add("popups", origin, settingNumber.allow);
  const isOpen = own !== undefined && !own.blocked;
  return {
    content_settings: { exceptions },
    ...(isOpen && { default_content_setting_values: { popups: settingNumber.allow } }),
  };
}
