import { spawnSync } from "node:child_process";
import { linkSync, rmSync } from "node:fs";
import type { TestContext } from "node:test";
import { cloneTemplate } from "./clone.ts";
import { type Drive, driveOf } from "./drive.ts";
import { type Ended, type How, runToEnd } from "./process.ts";
import { rootBlob, thumbprint } from "./root-blob.ts";
import { environment, exe, fixturesFolder, programs } from "./wine.ts";

export { skip } from "./wine.ts";

/** Which half of the registry a 64-bit Windows shows. */
export type View = "32" | "64";

/** A Windows 10 of one test, under Wine, with a registry and a drive of its own. */
export interface WinePc {
  readonly drive: Drive;
  /** Where it lies on this machine. */
  readonly folder: string;
  /** The program under test: dist/jochi-win-x64.exe. */
  run(args: string[], how?: How): Promise<Ended>;
  /** One of Windows' own programs, such as `reg`, or a Windows path. */
  tool(program: string, args: string[], how?: How): Promise<Ended>;
  /**
   * What `run` would start, for somebody else to start; it may leave loopback. Wine's sockets belong to its server, so
   * whoever starts it inside a network of its own calls `stop` before.
   */
  command(args: string[]): { argv: string[]; env: Record<string, string> };
  /** Text of a .reg file, with or without its first line. */
  importReg(text: string, view?: View): Promise<void>;
  /** The key and all below it as the text of a .reg file; undefined where there is no such key. */
  exportReg(key: string, view?: View): Promise<string | undefined>;
  /** `value` of a key as `reg query` prints its data; undefined where there is none. */
  regValue(key: string, value: string, view?: View): Promise<string | undefined>;
  putFile(windows: string, bytes: Uint8Array | string): void;
  getFile(windows: string): Buffer | undefined;
  removeFile(windows: string): void;
  /** Puts a certificate among the trusted roots; gives the name it has there. */
  addRoot(der: Uint8Array, where: "user" | "machine"): Promise<string>;
  /** Gives this PC a certutil that can add and delete roots; Wine's own does nothing and says yes. */
  useCertutil(): Promise<void>;
  /** Ends everything that runs on it; the next run starts it again. */
  stop(): void;
  /** Ends it and takes its folder away; called by itself at the end of the test. */
  close(): void;
}

const firstLine = "Windows Registry Editor Version 5.00";
const stores = {
  user: "HKEY_CURRENT_USER\\Software\\Microsoft\\SystemCertificates\\Root\\Certificates",
  machine: "HKEY_LOCAL_MACHINE\\Software\\Microsoft\\SystemCertificates\\Root\\Certificates",
};
const stopMs = 20_000;

/**
 * A new PC. With a test's context it goes away by itself at the end of that test; without, whoever
 * asked for it closes it.
 */
export async function winePc(t?: Pick<TestContext, "after">): Promise<WinePc> {
  const prefix = cloneTemplate();
  const drive = driveOf(prefix);
  const env = environment(prefix);
  const start = (argv: string[], how: How = {}) =>
    runToEnd([programs.wine, ...argv], prefix, { ...how, env: { ...env, ...how.env } });
  const tool: WinePc["tool"] = (program, args, how) => start([program, ...args], how);
  const inView = (view: View | undefined) => (view === undefined ? [] : [`/reg:${view}`]);
  const stop = () => {
    spawnSync(programs.server, ["-k"], { env, timeout: stopMs });
    spawnSync(programs.server, ["-w"], { env, timeout: stopMs });
  };
  const close = () => {
    stop();
    rmSync(prefix, { recursive: true, force: true, maxRetries: 5 });
  };
  const pc: WinePc = {
    drive,
    folder: prefix,
    tool,
    run: (args, how) => start([exe, ...args], how),
    command: (args) => ({ argv: [programs.wine, exe, ...args], env: outside(env) }),
    async importReg(text, view) {
      const whole = text.trimStart().startsWith(firstLine) ? text : `${firstLine}\n\n${text}`;
      const file = "C:\\jochi-import.reg";
      drive.put(file, utf16(`${whole.trim().replace(/\r?\n/g, "\r\n")}\r\n\r\n`));
      const { code, stdout, stderr } = await tool("reg", ["import", file, ...inView(view)]);
      drive.remove(file);
      if (code !== 0) throw new Error(`reg import ended with ${code}: ${stdout}${stderr}`);
    },
    async exportReg(key, view) {
      const file = "C:\\jochi-export.reg";
      drive.remove(file);
      await tool("reg", ["export", key, file, "/y", ...inView(view)]);
      const bytes = drive.get(file);
      drive.remove(file);
      return bytes?.subarray(2).toString("utf16le");
    },
    async regValue(key, value, view) {
      const { code, stdout } = await tool("reg", ["query", key, "/v", value, ...inView(view)]);
      return code === 0 ? /\sREG_\w+\s+(.*?)\r?\n/.exec(stdout)?.[1] : undefined;
    },
    putFile: drive.put,
    getFile: drive.get,
    removeFile: drive.remove,
    async addRoot(der, where) {
      const name = thumbprint(der);
      const hex = rootBlob(der)
        .toString("hex")
        .replace(/..(?=.)/g, "$&,");
      await pc.importReg(`[${stores[where]}\\${name}]\n"Blob"=hex:${hex}\n`);
      return name;
    },
    async useCertutil() {
      const path = "C:\\windows\\system32\\certutil.exe";
      drive.remove(path);
      linkSync(`${fixturesFolder}/certutil.exe`, drive.pathOf(path));
      await pc.importReg(
        '[HKEY_CURRENT_USER\\Software\\Wine\\DllOverrides]\n"certutil.exe"="native"\n',
      );
    },
    stop,
    close,
  };
  t?.after(close);
  return pc;
}

function outside({ JOCHI_NETWORK: _, ...env }: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).map(([name, value = ""]) => [name, value]));
}

function utf16(text: string): Buffer {
  return Buffer.from(`\ufeff${text}`, "utf16le");
}
