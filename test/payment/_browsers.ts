import { accessSync, constants, existsSync } from "node:fs";

export type BrowserKind = "chromium" | "firefox";

/** The browsers as Debian installs them. */
export const programs: Record<BrowserKind, string> = {
  chromium: "/usr/bin/chromium",
  firefox: "/usr/bin/firefox-esr",
};

/** Where each reads its policies; the folder in which the lab puts a file system of its own. */
export const policyFiles: Record<BrowserKind, { folder: string; name: string }> = {
  chromium: { folder: "/etc/chromium", name: "policies/managed/lab.json" },
  firefox: { folder: "/usr/lib/firefox-esr/distribution", name: "policies.json" },
};

/** False, or in one line what is missing for tests with this browser. */
export function browserMissing(kind: BrowserKind): false | string {
  try {
    accessSync(programs[kind], constants.X_OK);
  } catch {
    return `${programs[kind]} is not installed`;
  }
  const { folder } = policyFiles[kind];
  return existsSync(folder) ? false : `${folder} is not there`;
}
