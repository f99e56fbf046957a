import { createHash } from "node:crypto";
import { constants, copyFileSync, existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Lab } from "../../../src/lab/real/lab.ts";
import { runInLab, toolInLab } from "../stage/in-lab.ts";
import { onZ } from "../stage/machine-on.ts";
import { signExe } from "../stage/sign-exe.ts";
import { fixturesFolder } from "../stage/wine.ts";
import { type WinePc, winePc } from "../stage/wine-pc.ts";
import type { BrokenPc } from "./case.ts";
import {
  at,
  contents,
  healthyFiles,
  healthyReg,
  healthyReg32,
  healthyServices,
} from "./healthy.ts";
import { setFaults } from "./on-linux.ts";
import type { PlayedPc } from "./play.ts";

/** What Wine comes with and a Windows of today has not; then what tells an administrator apart. */
const first = `[-${at.explorer}]\n[-${at.clients}]\n`;
const administrator = [
  "reg",
  "add",
  "HKU\\S-1-5-19\\Environment",
  "/v",
  "TEMP",
  "/d",
  "C:\\",
  "/f",
];
/** A program of Wine that is a service and does nothing else: it stands for those of the guide. */
const anyService = "C:\\windows\\system32\\spoolsv.exe";

/** What only the test has on the PC: nobody looks there. */
const fixtures = "C:\\jochi-fixtures";
/** What stands for programs that install and uninstall. */
const installer = `${fixturesFolder}/installer.exe`;

/** Each look at the registry is a program of its own, and other tests run beside this one. */
const limitMs = "90000";

/** The PC under Wine with the very program for Windows, in the client's place of the lab. */
export async function onWine(lab: Lab, broken: BrokenPc): Promise<PlayedPc> {
  const pc = await winePc();
  try {
    await prepare(pc, broken);
    await setFaults(lab, broken.faults ?? []);
  } catch (error) {
    pc.close();
    throw error;
  }
  const ca = onZ(lab.publicCaFile);
  return {
    async jochi(args) {
      // Wine forgets that hive whenever it ends, which it does when nothing runs on it for a while.
      if (!broken.ordinary) {
        const added = await toolInLab(lab, pc, administrator);
        if (added.code !== 0) throw new Error(`reg add ended with ${added.code}: ${added.stdout}`);
      }
      const more = args[0] === "diagnose" ? ["--public-ca", ca, "--timeout", limitMs] : [];
      return runInLab(lab, pc, [...args, ...more, "--lang", "en"], { JOCHI_PUBLIC_CA: ca });
    },
    path: onZ,
    newFile: (name) => `${fixtures}\\${name}`,
    async importFile(path) {
      const { code, stdout } = await toolInLab(lab, pc, ["reg", "import", path]);
      if (code !== 0) throw new Error(`reg import ended with ${code}: ${stdout}`);
      return pc.getFile(path)?.toString("utf16le") ?? "";
    },
    slow: true,
    async snapshot() {
      pc.stop();
      return [...registryOf(pc.folder), ...filesOf(join(pc.folder, "drive_c"))];
    },
    faults: (faults) => setFaults(lab, faults),
    close: async () => pc.close(),
  };
}

export async function prepare(pc: WinePc, broken: BrokenPc): Promise<void> {
  const stopped = broken.stopped ?? [];
  const services = healthyServices
    .filter((name) => !stopped.includes(name))
    .map((name) => `[${at.services}\\${name}]\n"Start"=dword:2\n`);
  // Key by key in this order: those of the case come last.
  const texts = [first, healthyReg, ...services, in32(healthyReg32), broken.registry ?? ""];
  await pc.importReg([...texts, in32(broken.registry32 ?? "")].join("\n"));
  const { stdout } = await pc.tool("cmd", ["/c", "echo", "%LocalAppData%"]);
  const files = { ...healthyFiles, ...broken.files, ...broken.bytes };
  for (const [path, content] of Object.entries(files)) {
    const whole = path.replace("%LocalAppData%", stdout.trim());
    if (content === null) removeWithFolders(pc, whole);
    else if (content === contents.service) pc.putFile(whole, pc.getFile(anyService)!);
    else if (content === contents.installer) copyInstaller(pc, whole);
    else pc.putFile(whole, content);
  }
  for (const [path, how] of Object.entries(broken.signed ?? {}))
    pc.putFile(path, await signExe(readFileSync(installer), how));
  for (const [path, does] of Object.entries(broken.programs ?? {})) {
    const name = path.slice(path.lastIndexOf("\\") + 1);
    pc.putFile(`${fixtures}\\${name}.json`, JSON.stringify({ ...does, contents }));
  }
  pc.putFile(`${fixtures}\\kept.txt`, "");
  await pc.useCertutil();
  // What Wine does when it starts is done before anything is compared.
  pc.stop();
  await pc.tool("cmd", ["/c", "echo", "x"]);
  pc.stop();
}

/** Where the keys of 32-bit programs really lie: Wine's reg.exe deletes them nowhere else. */
const in32 = (text: string) =>
  text.replace(/^(\[-?HKEY_LOCAL_MACHINE\\Software)\\/gim, "$1\\WOW6432Node\\");

/** A copy: what a program puts over a linked file would be put over the original. */
function copyInstaller(pc: WinePc, path: string): void {
  pc.putFile(path, "");
  copyFileSync(installer, pc.drive.pathOf(path), constants.COPYFILE_FICLONE);
}

/** A file, and the folders that it was alone in, as none of them had been there. */
function removeWithFolders(pc: WinePc, path: string): void {
  pc.removeFile(path);
  const folder = path.slice(0, path.lastIndexOf("\\"));
  if (folder.split("\\").length > 2 && pc.drive.list(folder).length === 0)
    removeWithFolders(pc, folder);
}

/**
 * Stores that Windows itself makes the first time that a program asks for its roots, and the screen
 * that Wine makes anew for the first window.
 */
const itsOwn = [
  /^\[Software\\\\Microsoft\\\\SystemCertificates\\\\\w+\\\\(Certificates|CRLs|CTLs)\]$/,
  /^\[System\\\\CurrentControlSet\\\\(Control\\\\(Class|Video)|Enum|Hardware Profiles)\\\\/,
];

/** All hives, key by key, as Wine's server writes them when it ends; times of changes are left out. */
export function registryOf(prefix: string): string[] {
  return ["system.reg", "user.reg", "userdef.reg"].flatMap((name) =>
    readFileSync(join(prefix, name), "latin1")
      .replace(/^#time=.*\n/gm, "")
      .replace(/^(\[.*\]) \d+$/gm, "$1")
      .split(/\n\n+/)
      .filter((key) => !itsOwn.some((pattern) => pattern.test(key.trim())))
      .map((key) => `${name} ${key.trim()}`),
  );
}

const notLooked =
  /^(jochi-fixtures|windows\/(?!System32\/drivers\/etc)|ProgramData\/Jochi\/journal|users\/[^/]+\/AppData\/Local\/Jochi\/journal)/i;

/** Every file and folder of the PC outside Windows' own, with what is in it. */
export function filesOf(root: string, below = ""): string[] {
  return readdirSync(join(root, below))
    .sort()
    .flatMap((name) => {
      const path = below === "" ? name : `${below}/${name}`;
      const whole = join(root, path);
      const kind = lstatSync(whole);
      if (kind.isSymbolicLink() || !existsSync(whole)) return [];
      if (kind.isDirectory()) return isLooked(path) ? [`${path}/`, ...filesOf(root, path)] : [];
      if (!isLooked(path)) return [];
      const hash = createHash("sha256").update(readFileSync(whole)).digest("hex");
      return [`${path} ${hash}`];
    });
}

/** Jochi's own folders stay when its records do. */
function isLooked(path: string): boolean {
  return !notLooked.test(`${path}/`) && !/(^|\/)Jochi$/i.test(path);
}
