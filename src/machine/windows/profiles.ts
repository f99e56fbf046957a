import type { SitePermission } from "../../evidence/pc-outcome.ts";
import { type Preferences, readPreferences } from "../../windows/read-preferences.ts";
import type { Reading } from "../failure.ts";
import type { System } from "../system.ts";

export type Chromium = "edge" | "chrome" | "whale";

/** Where Chromium browsers keep their users' profiles. */
const folders: Record<Chromium, string> = {
  edge: "%LocalAppData%\\Microsoft\\Edge\\User Data",
  chrome: "%LocalAppData%\\Google\\Chrome\\User Data",
  whale: "%LocalAppData%\\Naver\\Naver Whale\\User Data",
};
export const chromiums = Object.keys(folders) as Chromium[];

const mostNames = 1_000;
const mostProfiles = 32;
const mostBytes = 33_554_432;
const mostPermissions = 5_000;

/**
 * What a browser's profiles remember of their user's answers; absent where it has none. A damaged
 * file stops the answer, as what it held cannot be told.
 */
export async function profilesOf(
  system: System,
  browser: Chromium,
): Promise<Reading<Preferences[]>> {
  const folder = folders[browser];
  const names = await system.listFolder(folder, mostNames);
  if (names.state !== "found") return names;
  const profiles = names.value.filter((name) => /^(Default|Profile \d+)$/i.test(name));
  const found: Preferences[] = [];
  for (const name of profiles.slice(0, mostProfiles)) {
    const file = await system.readFile(`${folder}\\${name}\\Preferences`, mostBytes);
    if (file.state === "absent") continue;
    if (file.state !== "found") return file;
    const preferences = readPreferences(new TextDecoder("utf-8").decode(file.value));
    if (preferences === undefined) {
      return { state: "unreadable", failure: "unreadable", code: "ERR_INVALID_JSON" };
    }
    found.push(preferences);
  }
  return { state: "found", value: found };
}

/** Answers of all profiles; where profiles differ, each answer once. */
export async function sitePermissions(system: System): Promise<Reading<SitePermission[]>> {
  const found = new Map<string, SitePermission>();
  for (const browser of chromiums) {
    const profiles = await profilesOf(system, browser);
    if (profiles.state === "absent") continue;
    if (profiles.state !== "found") return profiles;
    for (const one of profiles.value.flatMap(({ permissions }) => permissions)) {
      const permission = { browser, ...one };
      if (found.size < mostPermissions) found.set(JSON.stringify(permission), permission);
    }
  }
  return { state: "found", value: [...found.values()] };
}
