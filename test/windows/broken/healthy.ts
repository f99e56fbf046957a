import { guideRoots } from "./guide.ts";

/**
 * A PC on which everything that the guide asks for is as it should be: .reg texts as 64-bit and as
 * 32-bit programs see it, files, and services that run. Versions are made up where no source has them.
 */
const settings = "Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
const certificates = "Software\\Microsoft\\SystemCertificates";
const programs86 = "C:\\Program Files (x86)";

/** Parts of keys that cases name too. */
export const at = {
  user: `HKEY_CURRENT_USER\\${settings}`,
  domains: `HKEY_CURRENT_USER\\${settings}\\ZoneMap\\Domains`,
  machineSettings: `HKEY_LOCAL_MACHINE\\${settings}`,
  machineDomains: `HKEY_LOCAL_MACHINE\\${settings}\\ZoneMap\\Domains`,
  settingsPolicy: `HKEY_LOCAL_MACHINE\\${settings.replace("Software", "Software\\Policies")}`,
  newWindows: "HKEY_CURRENT_USER\\Software\\Microsoft\\Internet Explorer\\New Windows",
  explorer: "HKEY_LOCAL_MACHINE\\Software\\Microsoft\\Internet Explorer",
  edge: "HKEY_LOCAL_MACHINE\\Software\\Policies\\Microsoft\\Edge",
  chrome: "HKEY_LOCAL_MACHINE\\Software\\Policies\\Google\\Chrome",
  clients: "HKEY_LOCAL_MACHINE\\Software\\Clients\\StartMenuInternet",
  uninstall: "HKEY_LOCAL_MACHINE\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall",
  userUninstall: "HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall",
  services: "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services",
  roots: `HKEY_LOCAL_MACHINE\\${certificates}\\Root\\Certificates`,
  disallowed: `HKEY_LOCAL_MACHINE\\${certificates}\\Disallowed\\Certificates`,
} as const;

export const folders = {
  nos: `${programs86}\\INCAInternet\\nProtect Online Security`,
  nosUninstaller: `${programs86}\\INCAInternet UnInstall\\nProtect Online Security`,
  ipinside: `${programs86}\\IPinside_LWS`,
  edge: `${programs86}\\Microsoft\\Edge\\Application`,
  chrome: "C:\\Program Files\\Google\\Chrome\\Application",
  hosts: "C:\\Windows\\System32\\drivers\\etc\\hosts",
  /** Where the person at the PC has put what was downloaded. */
  downloads: "C:\\jochi-files",
} as const;

/** As it stands in a .reg file. */
export const quoted = (path: string) => path.replaceAll("\\", "\\\\");

export const nosEntry = `[${at.uninstall}\\nProtect Online Security V1.0(PFS)]
"DisplayName"="nProtect Online Security V1.0(PFS)"
"DisplayVersion"="1.0.2025.120"
"Publisher"="INCA Internet Co., Ltd."
"InstallLocation"="${quoted(folders.nos)}\\\\"
"UninstallString"="\\"${quoted(folders.nosUninstaller)}\\\\nProtectUninstaller.exe\\" /remove"
`;

export const healthyReg = `[${at.user}]
"ProxyEnable"=dword:00000000

[${at.domains}\\bankpay.or.kr]
"*"=dword:00000002

[${at.domains}\\lgcns.com]
"*"=dword:00000002

[${at.user}\\Zones\\1]
"1809"=dword:00000003

[${at.user}\\Zones\\2]
"1809"=dword:00000003

[${at.user}\\Zones\\3]
"1809"=dword:00000000

[${at.newWindows}]
"PopupMgr"=dword:00000001

[${at.newWindows}\\Allow]
"*.lgcns.com"=hex:00,00

[${at.explorer}]
"Version"="9.11.19041.0"
"svcVersion"="11.789.19041.0"

[${at.clients}\\IEXPLORE.EXE]
@="Internet Explorer"

[${at.clients}\\Microsoft Edge]
@="Microsoft Edge"

[${at.clients}\\Google Chrome]
@="Google Chrome"

[${at.edge}\\PopupsAllowedForUrls]
"1"="[*.]lgcns.com"

[${at.chrome}\\PopupsAllowedForUrls]
"1"="[*.]lgcns.com"

[${at.uninstall}\\Google Chrome]
"DisplayName"="Google Chrome"
"DisplayVersion"="146.0.7400.1"
"InstallLocation"="${quoted(folders.chrome)}"

[${at.userUninstall}]

[HKEY_CURRENT_USER\\${certificates}\\Root\\Certificates]

[${at.services}\\nossvc]
"DisplayName"="nProtect Online Security(PFS)"
"ImagePath"="\\"${quoted(folders.nos)}\\\\nossvc.exe\\" /SVC"
"ObjectName"="LocalSystem"
"ErrorControl"=dword:00000000
"Start"=dword:00000003
"Type"=dword:00000010

[${at.services}\\I3GMainSvc]
"DisplayName"="I3GMainSvc"
"ImagePath"="\\"${quoted(folders.ipinside)}\\\\I3GMainSvc.exe\\""
"ObjectName"="LocalSystem"
"ErrorControl"=dword:00000000
"Start"=dword:00000003
"Type"=dword:00000010

${guideRoots.stored.map(({ sha1, blob }) => rootEntry(sha1, blob)).join("\n")}
`;

export const healthyReg32 = `${nosEntry}
[${at.uninstall}\\IPinside LWS Agent]
"DisplayName"="IPinside LWS Agent"
"DisplayVersion"="3.0.0.21"
"Publisher"="interezen"
"DisplayIcon"="${quoted(folders.ipinside)}\\\\I3GProc.exe,0"
"UninstallString"="${quoted(folders.ipinside)}\\\\uninst.exe"

[${at.uninstall}\\Microsoft Edge]
"DisplayName"="Microsoft Edge"
"DisplayVersion"="146.0.3800.70"
"InstallLocation"="${quoted(folders.edge)}"
`;

/** Files that are programs where the PC can start any: a service, and what installs and uninstalls. */
export const contents = { service: "MZ a service", installer: "MZ an installer" };

/** By Windows path; the text is UTF-8. */
export const healthyFiles: Record<string, string> = {
  [`${folders.nos}\\nossvc.exe`]: contents.service,
  [`${folders.nos}\\addon\\nosaddon.dll`]: "MZ",
  [`${folders.nosUninstaller}\\nProtectUninstaller.exe`]: contents.installer,
  [`${folders.ipinside}\\I3GMainSvc.exe`]: contents.service,
  [`${folders.ipinside}\\I3GProc.exe`]: "MZ",
  [`${folders.ipinside}\\uninst.exe`]: contents.installer,
  [`${folders.edge}\\msedge.exe`]: "MZ",
  [`${folders.chrome}\\chrome.exe`]: "MZ",
  [folders.hosts]: "# hosts\r\n127.0.0.1 localhost\r\n",
};

export const healthyServices = ["nossvc", "I3GMainSvc"];

/** A certificate in the machine's store of roots. */
export function rootEntry(sha1: string, blob: Buffer, place: string = at.roots): string {
  const hex = blob.toString("hex").replace(/..(?=.)/g, "$&,");
  return `[${place}\\${sha1}]\n"Blob"=hex:${hex}\n`;
}
