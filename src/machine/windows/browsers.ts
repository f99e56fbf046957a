import { browsersOf, makerVersion } from "../../windows/read-browsers.ts";
import { browserPoliciesOf } from "../../windows/read-policies.ts";
import { chromiumPopups, explorerPopups } from "../../windows/read-popups.ts";
import { keyAt } from "../../windows/registry.ts";
import type { Reading } from "../failure.ts";
import type { Browser, BrowserPolicy, PopupSetting } from "../pc.ts";
import type { System } from "../system.ts";
import { keys } from "./keys.ts";
import { type Chromium, chromiums, profilesOf } from "./profiles.ts";
import { programs } from "./programs.ts";
import { type KeyToRead, readKeys } from "./read-keys.ts";

/** Keys of browsers' makers and of their updaters, which name each product by a number. */
const makerKeys: Record<Exclude<Browser["id"], "ie">, KeyToRead[]> = {
  edge: [
    [
      "HKLM\\Software\\Microsoft\\EdgeUpdate\\Clients\\{56EB18F8-B008-4CBD-B6D2-8C97FE7E9062}",
      "32",
    ],
    "HKCU\\Software\\Microsoft\\Edge\\BLBeacon",
  ],
  chrome: [
    ["HKLM\\Software\\Google\\Update\\Clients\\{8A69D345-D564-463C-AFF1-A69D9E530F96}", "32"],
    "HKCU\\Software\\Google\\Update\\Clients\\{8A69D345-D564-463C-AFF1-A69D9E530F96}",
    "HKCU\\Software\\Google\\Chrome\\BLBeacon",
  ],
  whale: ["HKCU\\Software\\Naver\\Naver Whale\\BLBeacon"],
  firefox: [
    ["HKLM\\Software\\Mozilla\\Mozilla Firefox", "64"],
    ["HKLM\\Software\\Mozilla\\Mozilla Firefox", "32"],
    "HKCU\\Software\\Mozilla\\Mozilla Firefox",
  ],
};

export async function browsers(system: System): Promise<Reading<Browser[]>> {
  const [read, installed] = await Promise.all([
    readKeys(system, {
      user: keys.userRegistered,
      machine: keys.machineRegistered,
      explorer: keys.explorer,
      userChoice: keys.userChoice,
    }),
    programs(system),
  ]);
  if (read.state !== "found") return read;
  if (installed.state !== "found") return installed;
  const { user, machine, explorer, userChoice } = read.value;
  const found = browsersOf({
    registered: [user, machine],
    explorer,
    userChoice,
    programs: installed.value.filter(({ state }) => state === "complete"),
  });
  const value: Browser[] = [];
  for (const browser of found) {
    const { id, version } = browser;
    const told = version === "" && id !== "ie" ? await versionByMaker(system, id) : version;
    value.push({ ...browser, version: told });
  }
  return { state: "found", value };
}

/** Where a browser's own entry tells none; what cannot be read here leaves it untold. */
async function versionByMaker(system: System, id: keyof typeof makerKeys): Promise<string> {
  for (const key of makerKeys[id]) {
    const read = await readKeys(system, { key });
    const version = read.state === "found" ? makerVersion(read.value.key) : undefined;
    if (version !== undefined) return version;
  }
  return "";
}

export async function browserPolicies(system: System): Promise<Reading<BrowserPolicy[]>> {
  const read = await readKeys(system, { user: keys.userPolicies, machine: keys.machinePolicies });
  if (read.state !== "found") return read;
  return {
    state: "found",
    value: [
      ...browserPoliciesOf(read.value.machine, "machine-policy"),
      ...browserPoliciesOf(read.value.user, "user-policy"),
    ],
  };
}

/** The pop-up blocker of every browser that is installed and of which it can be told. */
export async function popups(system: System): Promise<Reading<PopupSetting[]>> {
  const [installed, policies, read] = await Promise.all([
    browsers(system),
    browserPolicies(system),
    readKeys(system, {
      own: keys.userNewWindows,
      user: keys.userPolicies,
      machine: keys.machinePolicies,
    }),
  ]);
  if (installed.state !== "found") return installed;
  if (policies.state !== "found") return policies;
  if (read.state !== "found") return read;
  const { own, user, machine } = read.value;
  const below = "Microsoft\\Internet Explorer\\New Windows";
  const ids = installed.value.map(({ id }) => id);
  const found: PopupSetting[] = ids.includes("ie")
    ? [explorerPopups([keyAt(machine, below), keyAt(user, below), own])]
    : [];
  for (const browser of chromiums.filter((each) => ids.includes(each))) {
    const setting = await chromiumSetting(system, browser, policies.value);
    if (setting.state !== "found") return setting;
    found.push(setting.value);
  }
  return { state: "found", value: found };
}

async function chromiumSetting(
  system: System,
  browser: Chromium,
  policies: BrowserPolicy[],
): Promise<Reading<PopupSetting>> {
  const profiles = await profilesOf(system, browser);
  if (profiles.state !== "found" && profiles.state !== "absent") return profiles;
  const all = profiles.state === "found" ? profiles.value : [];
  // A profile in which pop-ups stay blocked is one in which a payment page fails.
  const isOpen = all.length > 0 && all.every((one) => one.popupsByDefault === "allow");
  const value = chromiumPopups(browser, policies, {
    popupsByDefault: isOpen ? "allow" : undefined,
    permissions: all.flatMap(({ permissions }) => permissions),
  });
  return { state: "found", value };
}
