import type { BrokenPc, Does, Found } from "./case.ts";
import { at, contents, folders, quoted } from "./healthy.ts";

/** Pop-ups, toolbars, the browsers themselves, and what they let pages reach on the PC. */
const shut = (owner: string): Found => ["popup.blocked", "payment-popup", owner];
const opens = { remedy: "popup-and-toolbars" };
const lists = (policies: string) => `[-${policies}\\PopupsAllowedForUrls]\n`;
const profile = {
  edge: "%LocalAppData%\\Microsoft\\Edge\\User Data\\Default\\Preferences",
  chrome: "%LocalAppData%\\Google\\Chrome\\User Data\\Default\\Preferences",
};
/** As the browsers write it: 1 allowed, 2 refused. */
const popupsRefused = JSON.stringify({
  profile: { default_content_setting_values: { popups: 2 } },
});
const localRefused = (permission: string) =>
  JSON.stringify({
    profile: {
      content_settings: {
        exceptions: { [permission]: { "https://www.bankpay.or.kr:7443,*": { setting: 2 } } },
      },
    },
  });

export const popupCases: BrokenPc[] = [
  {
    name: "Internet Explorer blocks pop-ups of trusted sites too",
    registry: `[-${at.newWindows}\\Allow]\n[${at.user}\\Zones\\2]\n"1809"=dword:0\n`,
    ordinary: true,
    finds: [shut("user")],
    treats: opens,
  },
  {
    name: "nobody has allowed pop-ups in Edge",
    registry: lists(at.edge),
    finds: [shut("user")],
    treats: opens,
    always: true,
  },
  {
    name: "nobody has allowed pop-ups in Edge, and there is no administrator",
    registry: lists(at.edge),
    ordinary: true,
    finds: [shut("user")],
    // The page of its settings is opened, and the person at the PC has not done anything there yet.
    treats: { remedy: "popup-and-toolbars", leaves: [shut("user")] },
    notUnderWine: "its msedge.exe is no program",
  },
  {
    name: "a policy forbids all pop-ups in Edge",
    registry: `${lists(at.edge)}[${at.edge}]\n"DefaultPopupsSetting"=dword:2\n`,
    finds: [shut("pc-admin")],
    treats: opens,
  },
  {
    name: "a policy forbids the shop's pop-ups in Edge",
    registry: `${lists(at.edge)}[${at.edge}\\PopupsBlockedForUrls]\n"1"="[*.]lgcns.com"\n`,
    finds: [shut("pc-admin")],
    treats: { remedy: "popup-and-toolbars", refused: ["policy-rules"] },
  },
  {
    name: "the user of Chrome has forbidden all pop-ups",
    registry: lists(at.chrome),
    files: { [profile.chrome]: popupsRefused },
    finds: [shut("user")],
    treats: opens,
  },
];

function toolbar(id: string, title: string, where: string): BrokenPc {
  const folder = `C:\\Program Files (x86)\\${title}`;
  const key = `${where}\\${title}`;
  const uninstaller = `${folder}\\uninstall.exe`;
  const does: Does = { registry: `[-${key}]\n`, files: { [uninstaller]: null } };
  return {
    name: `a toolbar is there: ${title}`,
    registry: `[${key}]
"DisplayName"="${title}"
"UninstallString"="\\"${quoted(uninstaller)}\\" /S"
`,
    files: { [uninstaller]: contents.installer },
    programs: { [uninstaller]: does },
    finds: [["toolbar.present", id, "user"]],
    treats: { remedy: "popup-and-toolbars", lasting: true },
  };
}

export const toolbarCases: BrokenPc[] = [
  toolbar("google-toolbar", "Google Toolbar for Internet Explorer", at.uninstall),
  toolbar("naver-toolbar", "네이버 툴바", at.uninstall),
  { ...toolbar("altoolbar", "알툴바", at.userUninstall), ordinary: true },
  {
    name: "a toolbar whose uninstaller is gone",
    registry: `[${at.uninstall}\\ALToolBar]
"DisplayName"="알툴바 3.0"
"DisplayIcon"="C:\\\\Windows\\\\System32\\\\drivers\\\\etc\\\\hosts,0"
"UninstallString"="C:\\\\Program Files (x86)\\\\ESTsoft\\\\unins000.exe"
`,
    finds: [["toolbar.present", "altoolbar", "user"]],
    treats: { remedy: "popup-and-toolbars", refused: ["uninstaller-missing"] },
  },
];

const refused = (owner: string): Found => ["local-network-access.denied", "local-programs", owner];
const lets = { remedy: "allow-local-access" };

export const localNetworkCases: BrokenPc[] = [
  {
    name: "a policy forbids pages in Edge to reach programs on this PC",
    registry: `[${at.edge}\\LoopbackNetworkBlockedForUrls]\n"1"="[*.]bankpay.or.kr"\n`,
    finds: [refused("pc-admin")],
    // Chrome, which is not forbidden anything, is told all the same.
    treats: { ...lets, refused: ["policy-rules"], leaves: [refused("pc-admin")] },
  },
  {
    name: "the user of Edge has refused a page to reach programs on this PC",
    files: { [profile.edge]: localRefused("loopback_network") },
    finds: [refused("user")],
    treats: lets,
  },
  {
    name: "the user of Chrome has refused it under the older name",
    files: { [profile.chrome]: localRefused("local_network_access") },
    finds: [refused("user")],
    treats: lets,
  },
  {
    name: "a user has refused it, and there is no administrator",
    files: { [profile.edge]: localRefused("loopback_network") },
    ordinary: true,
    finds: [refused("user")],
    treats: { remedy: "allow-local-access", refused: ["needs-admin"] },
  },
];

export const browserCases: BrokenPc[] = [
  {
    name: "Internet Explorer 8, and no other browser",
    registry: `[-${at.uninstall}\\Google Chrome]
[-${at.clients}\\Google Chrome]
[-${at.clients}\\Microsoft Edge]
[${at.explorer}]
"Version"="8.0.7601.17514"
"svcVersion"=-
`,
    registry32: `[-${at.uninstall}\\Microsoft Edge]\n`,
    files: { [`${folders.edge}\\msedge.exe`]: null, [`${folders.chrome}\\chrome.exe`]: null },
    finds: [["browser.unsupported", "internet-explorer", "user"]],
  },
];
