import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { diagnoseCommand } from "../../src/cli/diagnose.ts";
import { diagnose } from "../../src/doctor/diagnose.ts";
import type { Evidence } from "../../src/evidence/evidence.ts";
import { loadGuide } from "../../src/guide/load.ts";
import { aim, applyFaults } from "../../src/lab/faults/apply.ts";
import { worldOf } from "../../src/lab/world-of.ts";
import { memoryMachine } from "../../src/machine/memory.ts";

export const guide = loadGuide("bankpay-transfer@2018.11");
export const healthy = worldOf(guide);
export const langs = ["ko", "en"] as const;

/** A folder that goes when the tests of the file are over. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "jochi-cli-"));
  after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** What a PC in a network with these faults sees. */
export async function gather(faults: string[]): Promise<Evidence> {
  const aimed = faults.map((name) => aim(name, healthy, guide));
  const machine = memoryMachine(applyFaults(healthy, guide, aimed));
  return (await diagnose(machine, guide)).evidence;
}

/** Writes something as a file, as it is or as JSON, and gives its path. */
export function put(where: string, name: string, what: unknown): string {
  const path = join(where, name);
  writeFileSync(path, typeof what === "string" ? what : `${JSON.stringify(what)}\n`);
  return path;
}

export interface Said {
  code: number;
  out: string;
  err: string;
}

/** The command inside this process: hundreds of inputs without starting hundreds of processes. */
export async function command(argv: string[], lang: "ko" | "en" = "en"): Promise<Said> {
  const said = { out: "", err: "" };
  const code = await diagnoseCommand.run(argv, {
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    lang,
    env: { JOCHI_NETWORK: "none" },
    cwd: process.cwd(),
    signal: new AbortController().signal,
  });
  return { code, ...said };
}
