import { createHash } from "node:crypto";
import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Lab } from "../../../src/lab/real/lab.ts";
import { runInLab } from "../stage/in-lab.ts";
import { onZ } from "../stage/machine-on.ts";
import { type WinePc, winePc } from "../stage/wine-pc.ts";
import type { BrokenPc } from "./case.ts";
import { at, healthyFiles, healthyReg, healthyReg32, healthyServices } from "./healthy.ts";
import { setFaults } from "./on-linux.ts";
import type { PlayedPc } from "./play.ts";

/** What Wine comes with and a Windows of today has not; then what tells an administrator apart. */
const first = `[-${at.explorer}]\n[-${at.clients}]\n`;
const administrator = '[HKEY_USERS\\S-1-5-19\\Environment]\n"TEMP"="C:\\\\Windows\\\\Temp"\n';
/** A program of Wine that is a service and does nothing else: it stands for those of the guide. */
const anyService = "C:\\windows\\system32\\spoolsv.exe";

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
      const more = args[0] === "diagnose" ? ["--public-ca", ca] : [];
      return runInLab(lab, pc, [...args, ...more, "--lang", "en"], { JOCHI_PUBLIC_CA: ca });
    },
    path: onZ,
    slow: true,
    async snapshot() {
      pc.stop();
      return [...registryOf(pc.folder), ...filesOf(join(pc.folder, "drive_c"))];
    },
    faults: (faults) => setFaults(lab, faults),
    close: async () => pc.close(),
  };
}

async function prepare(pc: WinePc, broken: BrokenPc): Promise<void> {
  const stopped = broken.stopped ?? [];
  const services = healthyServices
    .filter((name) => !stopped.includes(name))
    .map((name) => `[${at.services}\\${name}]\n"Start"=dword:2\n`);
  const own = [first, broken.ordinary ? "" : administrator, healthyReg, ...services];
  await pc.importReg([...own, broken.registry ?? ""].join("\n"));
  await pc.importReg(`${healthyReg32}\n${broken.registry32 ?? ""}`, "32");
  const { stdout } = await pc.tool("cmd", ["/c", "echo", "%LocalAppData%"]);
  const files = { ...healthyFiles, ...broken.files, ...broken.bytes };
  for (const [path, content] of Object.entries(files)) {
    const whole = path.replace("%LocalAppData%", stdout.trim());
    if (content === null) removeWithFolders(pc, whole);
    else if (/\\(nossvc|I3GMainSvc)\.exe$/.test(path)) pc.putFile(whole, pc.getFile(anyService)!);
    else pc.putFile(whole, content);
  }
  await pc.useCertutil();
  // What Wine does when it starts is done before anything is compared.
  pc.stop();
  await pc.tool("cmd", ["/c", "echo", "x"]);
  pc.stop();
}

/** A file, and the folders that it was alone in, as none of them had been there. */
function removeWithFolders(pc: WinePc, path: string): void {
  pc.removeFile(path);
  const folder = path.slice(0, path.lastIndexOf("\\"));
  if (folder.split("\\").length > 2 && pc.drive.list(folder).length === 0)
    removeWithFolders(pc, folder);
}

/** Stores that Windows itself makes the first time that a program asks for its roots. */
const emptyStore =
  /^\[Software\\\\Microsoft\\\\SystemCertificates\\\\\w+\\\\(Certificates|CRLs|CTLs)\]$/;

/** All hives, key by key, as Wine's server writes them when it ends; times of changes are left out. */
function registryOf(prefix: string): string[] {
  return ["system.reg", "user.reg", "userdef.reg"].flatMap((name) =>
    readFileSync(join(prefix, name), "latin1")
      .replace(/^#time=.*\n/gm, "")
      .replace(/^(\[.*\]) \d+$/gm, "$1")
      .split(/\n\n+/)
      .filter((key) => !emptyStore.test(key.trim()))
      .map((key) => `${name} ${key.trim()}`),
  );
}

const notLooked =
  /^(windows\/(?!System32\/drivers\/etc)|ProgramData\/Jochi\/journal|users\/[^/]+\/AppData\/Local\/Jochi\/journal)/i;

/** Every file and folder of the PC outside Windows' own, with what is in it. */
function filesOf(root: string, below = ""): string[] {
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
