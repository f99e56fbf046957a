import { accessSync, constants, existsSync } from "node:fs";
import { dirname } from "node:path";
import { labFile, labFolder } from "../real/files.ts";
import type { Lab } from "../real/lab.ts";
import { type BrowserKind, policiesOf, type Settings } from "./payer-settings.ts";

/** A browser of this machine that can pay on the lab's PC. */
export interface PayerProgram {
  kind: BrowserKind;
  program: string;
  /** Where it reads its policies, and the file in it. */
  folder: string;
  name: string;
}

/** Browsers as Debian, Ubuntu, Fedora and their makers install them. */
const known: readonly PayerProgram[] = [
  {
    kind: "chromium",
    program: "/usr/bin/chromium",
    folder: "/etc/chromium",
    name: "policies/managed/lab.json",
  },
  {
    kind: "firefox",
    program: "/usr/bin/firefox-esr",
    folder: "/usr/lib/firefox-esr/distribution",
    name: "policies.json",
  },
  {
    kind: "chromium",
    program: "/usr/bin/google-chrome",
    folder: "/etc/opt/chrome",
    name: "policies/managed/lab.json",
  },
  {
    kind: "firefox",
    program: "/usr/bin/firefox",
    folder: "/usr/lib/firefox/distribution",
    name: "policies.json",
  },
];

/** Those that are here. A folder for policies is covered, never made. */
export function payerPrograms(): PayerProgram[] {
  return known.filter(({ program, folder }) => isProgram(program) && existsSync(folder));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Sets a browser for the lab's PC; everybody else's view of the disk stays as it is. */
export interface PayerBrowser {
  /** Writes what the browser reads when it starts. */
  set(settings: Settings): Promise<void>;
}

export async function payerBrowser(
  lab: Lab,
  { kind, folder, name }: PayerProgram,
): Promise<PayerBrowser> {
  await run(lab, ["mount", "-t", "tmpfs", "payer", folder]);
  const path = `${folder}/${name}`;
  await run(lab, ["mkdir", "-p", dirname(path)]);
  const roots = await rootsOf(lab);
  return {
    set: async (settings) => {
      await run(lab, ["tee", path], JSON.stringify(policiesOf(kind, settings, roots)));
    },
  };
}

/** Every authority of the lab, put where Firefox looks for roots that were added to the PC. */
async function rootsOf(lab: Lab): Promise<{ pem: string; file: string }[]> {
  const text = await run(lab, ["cat", labFile.publicCa, labFile.agentCas]);
  const pems = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  const roots = pems.map((pem, at) => ({ pem, file: `${labFolder}/payer-root-${at}.pem` }));
  for (const { pem, file } of roots) await run(lab, ["tee", file], `${pem}\n`);
  return roots;
}

async function run(lab: Lab, argv: string[], input = ""): Promise<string> {
  const { code, stdout, stderr } = await lab.run(argv, { input });
  if (code !== 0) throw new Error(`${argv.join(" ")}: ${stderr}`);
  return stdout;
}
