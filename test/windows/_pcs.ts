import { readFileSync } from "node:fs";
import type { ProxySettings } from "../../src/evidence/outcome.ts";
import type {
  Browser,
  BrowserPolicy,
  InstalledProgram,
  PopupSetting,
  Service,
  SitePermission,
  ZoneEntry,
  ZoneSettings,
} from "../../src/machine/pc.ts";
import { ownPath } from "../../src/own/files.ts";
import type { View } from "../../src/windows/registry.ts";

/** What is to be read off a PC, whatever kind of machine it is played on. */
export interface ExpectedFacts {
  proxy: ProxySettings;
  browsers: Browser[];
  programs: InstalledProgram[];
  zoneEntries: ZoneEntry[];
  zoneSettings: ZoneSettings;
  browserPolicies: BrowserPolicy[];
  sitePermissions: SitePermission[];
  services: Service[];
  popups: PopupSetting[];
}

/** A PC as .reg files and files, and the facts that must be read off it. */
export interface Pc {
  name: string;
  registry: [file: string, view: View | undefined][];
  /** By Windows path; the text is UTF-8. */
  files: Record<string, string>;
  services: string[];
  expected: ExpectedFacts;
}

/** The text of a .reg file of this folder. */
export function regText(file: string): string {
  return readFileSync(ownPath(`test/windows/registry/${file}`), "utf8");
}

/** The user's own folder is called otherwise on every PC. */
export const userData = "%LocalAppData%\\Microsoft\\Edge\\User Data";

const programs86 = "C:\\Program Files (x86)";
const uninstall = "HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall";

const preferences = {
  profile: {
    name: "홍길동",
    default_content_setting_values: { popups: 2 },
    content_settings: {
      exceptions: {
        popups: { "https://pay.office.test:443,*": { last_modified: "1", setting: 1 } },
        local_network_access: {
          "https://www.bankpay.or.kr:7443,*": { setting: 2 },
          "https://old.test:443,*": { setting: 1 },
        },
        loopback_network: { "https://www.bankpay.or.kr:7443,*": { setting: 1 } },
        geolocation: { "https://private.test:443,*": { setting: 1 } },
      },
    },
  },
};

const healthy: Pc = {
  name: "healthy",
  registry: [
    ["healthy.reg", undefined],
    ["healthy-32.reg", "32"],
  ],
  files: {
    [`${programs86}\\INCAInternet\\nProtect Online Security\\nossvc.exe`]: "MZ",
    [`${programs86}\\IPinside_LWS\\uninst.exe`]: "MZ",
    [`${userData}\\Default\\Preferences`]: JSON.stringify(preferences),
    [`${userData}\\System Profile\\Preferences`]: "not looked at",
  },
  services: ["nossvc", "I3GMainSvc"],
  expected: {
    proxy: {
      http: "proxy.office.test:8080",
      https: "proxy.office.test:8080",
      bypass: ["127.0.0.1", "localhost", "pfs.nprotect.com", "<local>"],
    },
    browsers: [
      { id: "ie", version: "11.789.19041.0", default: false },
      { id: "edge", version: "146.0.3800.70", default: true },
    ],
    programs: [
      {
        name: "한컴오피스 2022",
        version: "12.0.0.1",
        publisher: "(주)한글과컴퓨터",
        key: `${uninstall}\\{5D1A6A10-0000-4000-8000-000000000001}`,
        view: "64",
        uninstall: "MsiExec.exe /X{5D1A6A10-0000-4000-8000-000000000001}",
        state: "complete",
      },
      {
        name: "IPinside LWS Agent",
        version: "3.0.0.21",
        publisher: "interezen",
        key: `${uninstall}\\IPinside LWS Agent`,
        view: "32",
        uninstall: `${programs86}\\IPinside_LWS\\uninst.exe`,
        state: "complete",
      },
      {
        name: "nProtect Online Security V1.0(PFS)",
        version: "1.0.2025.120",
        publisher: "INCA Internet Co., Ltd.",
        key: `${uninstall}\\nProtect Online Security V1.0(PFS)`,
        view: "32",
        installFolder: `${programs86}\\INCAInternet\\nProtect Online Security`,
        uninstall: `"${programs86}\\INCAInternet UnInstall\\nProtect Online Security\\nProtectUninstaller.exe" /remove`,
        state: "complete",
      },
      {
        name: "알툴바",
        version: "9.0",
        key: `${uninstall}\\알툴바`,
        view: "32",
        uninstall: `${programs86}\\ESTsoft\\ALToolBar\\unins000.exe /uninstall`,
        state: "half",
      },
    ],
    zoneEntries: [
      { entry: "*.bankpay.or.kr", zone: 2, place: "user" },
      { entry: "*.lgcns.com", zone: 2, place: "user" },
      { entry: "https://pay.office.test", zone: 2, place: "user" },
      { entry: "10.0.0.1-20", zone: 1, place: "user" },
    ],
    zoneSettings: {
      machineOnly: false,
      listFromPolicy: false,
      zones: [
        { zone: 2, popupBlocker: false, protectedMode: false },
        { zone: 3, popupBlocker: true, protectedMode: true },
      ],
    },
    browserPolicies: [
      policy("edge", "machine-policy", "InternetExplorerIntegrationLevel", ["1"]),
      policy("edge", "machine-policy", "InternetExplorerIntegrationSiteList", [
        "https://intra.office.test/sites.xml",
      ]),
      policy("edge", "machine-policy", "PopupsAllowedForUrls", [
        "[*.]bankpay.or.kr",
        "https://pay.office.test",
      ]),
    ],
    sitePermissions: [
      permission("popups", "https://pay.office.test", "allow"),
      permission("loopback-network", "https://www.bankpay.or.kr:7443", "allow"),
      permission("loopback-network", "https://old.test", "allow"),
      permission("local-network", "https://www.bankpay.or.kr:7443", "block"),
      permission("local-network", "https://old.test", "allow"),
    ],
    services: [
      { name: "nossvc", state: "stopped" },
      { name: "I3GMainSvc", state: "absent" },
    ],
    popups: [
      { browser: "ie", blocked: true, allowed: ["*.bankpay.or.kr"] },
      {
        browser: "edge",
        blocked: true,
        allowed: ["[*.]bankpay.or.kr", "https://pay.office.test"],
      },
    ],
  },
};

const governed: Pc = {
  name: "policies",
  registry: [["policies.reg", undefined]],
  files: {},
  services: [],
  expected: {
    proxy: {
      http: "web.office.test:8080",
      https: "safe.office.test:8443",
      bypass: [],
      pacUrl: "http://pac.office.test/proxy.pac",
    },
    browsers: [
      { id: "ie", version: "11.0.9600.1", default: false },
      { id: "chrome", version: "146.0.7400.1", default: false },
      { id: "whale", version: "4.30.1.1", default: false },
    ],
    programs: [
      {
        name: "Google Chrome",
        version: "146.0.7400.1",
        key: `${uninstall}\\Google Chrome`,
        view: "64",
        state: "complete",
      },
      {
        name: "네이버 웨일",
        version: "4.30.1.1",
        key: `${uninstall}\\Naver Whale`,
        view: "64",
        state: "complete",
      },
    ],
    zoneEntries: [
      { entry: "http://*.bankpay.or.kr", zone: 4, place: "user" },
      { entry: "http://intranet", zone: 1, place: "machine" },
      { entry: "https://*.lgcns.com", zone: 2, place: "machine" },
      { entry: "https://www.bankpay.or.kr", zone: 1, place: "user-policy" },
      { entry: "*.bankpay.or.kr", zone: 2, place: "machine-policy" },
      { entry: "http://lgcns.com", zone: 3, place: "machine-policy" },
    ],
    zoneSettings: {
      machineOnly: true,
      listFromPolicy: true,
      zones: [{ zone: 3, popupBlocker: false }],
    },
    browserPolicies: [
      policy("chrome", "machine-policy", "DefaultPopupsSetting", ["1"]),
      policy("chrome", "machine-policy", "LoopbackNetworkAllowedForUrls", [
        "https://www.bankpay.or.kr:7443",
      ]),
      policy("whale", "user-policy", "PopupsBlockedForUrls", ["https://광고.test"]),
    ],
    sitePermissions: [],
    services: [],
    popups: [
      { browser: "ie", blocked: false, allowed: [] },
      { browser: "chrome", blocked: false, allowed: [] },
      { browser: "whale", blocked: true, allowed: [] },
    ],
  },
};

export const pcs: Pc[] = [healthy, governed];

function policy(
  browser: BrowserPolicy["browser"],
  place: BrowserPolicy["place"],
  name: string,
  values: string[],
): BrowserPolicy {
  return { browser, place, name, values };
}

function permission(
  name: SitePermission["permission"],
  origin: string,
  setting: SitePermission["setting"],
): SitePermission {
  return { browser: "edge", permission: name, origin, setting };
}
