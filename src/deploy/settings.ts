import type { Guide } from "../guide/guide.ts";
import { unbroken } from "./unbroken.ts";

/** One setting of a whole PC, made by its administrator for every user of it. */
export interface Setting {
  /** The requirement of the guide that it serves. */
  requirement: string;
  /** Which program reads it. */
  reader: "internet-options" | "edge" | "chrome";
  /** The key below `HKEY_LOCAL_MACHINE`. */
  key: string;
  /** The name of the value; absent in a list whose values are only numbered. */
  name?: string;
  data: string;
  /** A value of another key without which the list is not read at all. */
  switchedOnBy?: { key: string; name: string };
}

const internet = "SOFTWARE\\Policies\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
const explorer = "SOFTWARE\\Policies\\Microsoft\\Internet Explorer\\New Windows";

/** Zone 2 is Trusted sites; the list holds it as text. Source: inetres.admx, IZ_Zonemaps. */
const trustedZone = "2";

const browsers = [
  { reader: "edge", key: "SOFTWARE\\Policies\\Microsoft\\Edge" },
  { reader: "chrome", key: "SOFTWARE\\Policies\\Google\\Chrome" },
] as const;

/** Policies that open a pop-up, or loopback, to a site. Each has a list of patterns. */
const popups = ["PopupsAllowedForUrls"];

/**
 * The newest name first: 146 and later read the first, 139–145 the second, 137 and earlier the
 * third. A browser passes over names it does not know.
 * Source: learn.microsoft.com, Microsoft Edge browser policies.
 */
const loopback = [
  "LoopbackNetworkAllowedForUrls",
  "LocalNetworkAccessAllowedForUrls",
  "InsecurePrivateNetworkRequestsAllowedForUrls",
];

/**
 * What a guide asks of every PC, as policies: sites in their zone, pop-ups, and loopback. Programs
 * and certificates are not settings; a bundle carries them.
 */
export function settingsOf(guide: Guide): Setting[] {
  return [...zones(guide), ...explorerPopups(guide), ...browserLists(guide)].map((setting) => ({
    ...setting,
    ...(setting.name !== undefined && { name: unbroken(setting.name) }),
    data: unbroken(setting.data),
  }));
}

function zones({ sites }: Guide): Setting[] {
  return sites.map(({ id, pattern }) => ({
    requirement: id,
    reader: "internet-options",
    key: `${internet}\\ZoneMapKey`,
    name: pattern,
    data: trustedZone,
    switchedOnBy: { key: internet, name: "ListBox_Support_ZoneMapKey" },
  }));
}

function explorerPopups({ popups }: Guide): Setting[] {
  return popups.flatMap(({ id, origins }) =>
    origins.map((origin) => ({
      requirement: id,
      reader: "internet-options" as const,
      key: `${explorer}\\Allow`,
      name: hostOf(origin),
      data: hostOf(origin),
      switchedOnBy: { key: explorer, name: "ListBox_Support_Allow" },
    })),
  );
}

function browserLists(guide: Guide): Setting[] {
  return browsers.flatMap(({ reader, key }) =>
    [...listed(popups, guide.popups), ...listed(loopback, guide.localNetwork)].map(
      ({ policy, ...setting }) => ({ ...setting, reader, key: `${key}\\${policy}` }),
    ),
  );
}

function listed(policies: readonly string[], rules: readonly { id: string; origins: string[] }[]) {
  return policies.flatMap((policy) =>
    rules.flatMap(({ id, origins }) =>
      origins.map((origin) => ({ policy, requirement: id, data: chromiumPattern(origin) })),
    ),
  );
}

/** `*.example.kr` in the guide is `[*.]example.kr` to Chromium; an origin stays as it is. */
export function chromiumPattern(origin: string): string {
  return origin.startsWith("*.") ? `[*.]${origin.slice(2)}` : origin;
}

/** Internet Explorer lists sites by their host, whatever the protocol. */
function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).hostname : origin;
}

/** The policy's own name: the last part of the key whose values make the list. */
export function policyOf({ key }: Setting): string {
  return key.slice(key.lastIndexOf("\\") + 1);
}

/** Switches that the settings need, each once. */
export function switchesOf(settings: readonly Setting[]): { key: string; name: string }[] {
  const found = settings.flatMap(({ switchedOnBy }) => (switchedOnBy ? [switchedOnBy] : []));
  return [...new Map(found.map((one) => [`${one.key}\\${one.name}`, one])).values()];
}
