/** Keys that several facts are read from. Each is read with everything below it, once a run. */
export const settingsBelow = "Microsoft\\Windows\\CurrentVersion\\Internet Settings";

export const keys = {
  userSettings: `HKCU\\Software\\${settingsBelow}`,
  machineSettings: `HKLM\\Software\\${settingsBelow}`,
  userPolicies: "HKCU\\Software\\Policies",
  machinePolicies: "HKLM\\Software\\Policies",
  userPrograms: "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall",
  machinePrograms: "HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall",
  userCertificates: "HKCU\\Software\\Microsoft\\SystemCertificates",
  machineCertificates: "HKLM\\Software\\Microsoft\\SystemCertificates",
  enterpriseCertificates: "HKLM\\Software\\Microsoft\\EnterpriseCertificates",
  userNewWindows: "HKCU\\Software\\Microsoft\\Internet Explorer\\New Windows",
  explorer: "HKLM\\Software\\Microsoft\\Internet Explorer",
  userRegistered: "HKCU\\Software\\Clients\\StartMenuInternet",
  machineRegistered: "HKLM\\Software\\Clients\\StartMenuInternet",
  userChoice:
    "HKCU\\Software\\Microsoft\\Windows\\Shell\\Associations\\UrlAssociations\\https\\UserChoice",
  services: "HKLM\\SYSTEM\\CurrentControlSet\\Services",
  tcpip: "HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters",
  tcpip6: "HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip6\\Parameters",
} as const;
