import type { BrokenPc, Does, Found } from "./case.ts";
import { at, folders, healthyFiles, healthyReg, nosEntry } from "./healthy.ts";
import {
  badInstallers,
  ipinsideInstaller,
  ipinsideInstallerFile,
  nosInstaller,
  nosInstallerFile,
} from "./installers.ts";

/** The two programs: missing, half there, old, standing, silent, and in each other's way. */
const silent = "local.agent-down:nos-agent";
const nosFiles = Object.keys(healthyFiles).filter((path) => path.includes("INCAInternet"));
const gone = (paths: string[]) => Object.fromEntries(paths.map((path) => [path, null]));
const withoutEntry = `[-${at.uninstall}\\nProtect Online Security V1.0(PFS)]\n`;
const withoutService = `[-${at.services}\\nossvc]\n`;
const serviceEntry = healthyReg.slice(
  healthyReg.indexOf(`[${at.services}\\nossvc]`),
  healthyReg.indexOf(`[${at.services}\\I3GMainSvc]`),
);

/** The installer, and the uninstaller that it leaves. */
const nosIsInstalled: Does = {
  registry: serviceEntry,
  registry32: nosEntry,
  files: Object.fromEntries(nosFiles.map((path) => [path, healthyFiles[path]!])),
  services: { nossvc: { runs: true, program: `${folders.nos}\\nossvc.exe` } },
};
const nosIsRemoved: Does = {
  registry: withoutService,
  registry32: withoutEntry,
  files: gone(nosFiles),
  services: { nossvc: { runs: false, program: "" } },
};
const nosPrograms = {
  [`${folders.downloads}\\nos_setup.exe`]: nosIsInstalled,
  [`${folders.nosUninstaller}\\nProtectUninstaller.exe`]: nosIsRemoved,
};
const nosDownload = { [`${folders.downloads}\\${nosInstallerFile}`]: nosInstaller };
const installs = { remedy: "install-programs", afterwards: [] };
const nos = (cause: string, owner = "pc-admin"): Found => [cause, "nos", owner];

/** NOS is missing, and what lies where its installer should is not to be started. */
export const installerCases = badInstallers.map(
  ([name, bytes, says]): BrokenPc => ({
    name: `NOS is missing, and its installer is ${name}`,
    registry: withoutService,
    registry32: withoutEntry,
    files: gone(nosFiles),
    bytes: { [`${folders.downloads}\\${nosInstallerFile}`]: bytes },
    stopped: ["nossvc"],
    faults: [silent],
    finds: [nos("program.missing")],
    treats: { remedy: "install-programs", refused: ["signature-refused"], says },
  }),
);

export const programCases: BrokenPc[] = [
  {
    name: "NOS is missing",
    registry: withoutService,
    registry32: withoutEntry,
    files: gone(nosFiles),
    signed: nosDownload,
    programs: nosPrograms,
    stopped: ["nossvc"],
    faults: [silent],
    finds: [nos("program.missing")],
    treats: installs,
  },
  {
    name: "NOS is missing, and nobody has its installer",
    registry: withoutService,
    registry32: withoutEntry,
    files: gone(nosFiles),
    stopped: ["nossvc"],
    faults: [silent],
    finds: [nos("program.missing")],
    treats: { remedy: "install-programs", refused: ["file-missing"] },
  },
  {
    name: "NOS is half there: an entry without files",
    registry: withoutService,
    files: gone(nosFiles),
    signed: nosDownload,
    programs: nosPrograms,
    stopped: ["nossvc"],
    faults: [silent],
    finds: [nos("program.missing")],
    treats: { ...installs, lasting: true },
  },
  {
    name: "NOS is half there: files without an entry",
    registry: withoutService,
    registry32: withoutEntry,
    signed: nosDownload,
    programs: nosPrograms,
    stopped: ["nossvc"],
    faults: [silent],
    finds: [nos("program.missing")],
    treats: { ...installs, lasting: true },
  },
  {
    name: "NOS is half there: its service was taken away",
    registry: withoutService,
    signed: nosDownload,
    programs: nosPrograms,
    stopped: ["nossvc"],
    faults: [silent],
    finds: [nos("program.missing")],
    treats: { ...installs, lasting: true },
  },
  {
    name: "NOS stands still",
    stopped: ["nossvc"],
    faults: [silent],
    finds: [nos("program.stopped", "user")],
    treats: { remedy: "start-programs", afterwards: [] },
    always: true,
  },
  {
    name: "NOS may not be started",
    registry: `[${at.services}\\nossvc]\n"Start"=dword:4\n`,
    stopped: ["nossvc"],
    faults: [silent],
    finds: [nos("program.stopped")],
    treats: { remedy: "start-programs", refused: ["service-disabled"] },
  },
  {
    name: "the certificate of NOS has expired",
    faults: ["local.agent-certificate:nos-agent"],
    finds: [["local.agent-certificate", "nos-agent", "pc-admin"]],
  },
  {
    name: "IPinside runs and nothing answers on its port",
    faults: ["local.agent-down:ipinside-agent"],
    finds: [["local.agent-down", "ipinside-agent", "pc-admin"]],
  },
  {
    name: "something else answers on the port of IPinside",
    faults: ["local.agent-token:ipinside-agent"],
    finds: [["local.agent-down", "ipinside-agent", "pc-admin"]],
  },
  {
    name: "IPinside is as old as the one that is open to attack",
    registry32: `[${at.uninstall}\\IPinside LWS Agent]\n"DisplayVersion"="3.0.0.18"\n`,
    signed: { [`${folders.downloads}\\${ipinsideInstallerFile}`]: ipinsideInstaller },
    programs: {
      [`${folders.downloads}\\${ipinsideInstallerFile}`]: {
        registry32: `[${at.uninstall}\\IPinside LWS Agent]
"DisplayName"="IPinside LWS Agent"
"DisplayVersion"="3.0.0.21"
`,
      },
    },
    finds: [["program.outdated", "ipinside", "pc-admin"]],
    treats: { remedy: "install-programs", lasting: true },
  },
  {
    name: "an older program of the same maker is in the way of IPinside",
    registry32: `[${at.uninstall}\\IPinside Non-p Agent]\n"DisplayName"="IPinside Non-p Agent 2.0"\n`,
    faults: ["local.agent-down:ipinside-agent"],
    finds: [["program.conflict", "ipinside", "pc-admin"]],
  },
  {
    name: "the addon folder of NOS is missing",
    files: gone(nosFiles.filter((path) => path.includes("\\addon\\"))),
    finds: [["file.missing", "nos-addon-folder", "pc-admin"]],
  },
];
