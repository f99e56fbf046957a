import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { memorySystem } from "../../src/machine/memory/system.ts";
import type { SystemWorld } from "../../src/machine/memory/system-world.ts";
import { windowsPc } from "../doctor/_patient.ts";
import { run } from "../house/_run.ts";

const folder = mkdtempSync(join(tmpdir(), "jochi-treat-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

/** Of 2018, whose remedies change much: a treatment that names no guide would take the newest. */
export const guide = ["--guide", "bankpay-transfer@2018.11"];
const guided = (args: string[]) =>
  args[0] === "treat" && !args.includes("--guide") ? [...args, ...guide] : args;

let count = 0;
/** A Windows PC in a file, and the program as it works on that one. */
export function pc(world: SystemWorld = windowsPc()) {
  count += 1;
  const file = join(folder, `pc-${count}.json`);
  // In the order in which the PC of the lab keeps things.
  writeFileSync(file, JSON.stringify(memorySystem({ world }).world()));
  const env = { JOCHI_LAB_SYSTEM: file, JOCHI_NETWORK: "none" };
  return {
    file,
    env,
    jochi: (...args: string[]) => run([...guided(args), "--lang", "en"], { env }),
    world: () => JSON.parse(readFileSync(file, "utf8")) as SystemWorld,
  };
}
