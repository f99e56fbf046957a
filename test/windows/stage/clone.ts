import {
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  symlinkSync,
} from "node:fs";
import { join } from "node:path";
import { pcsFolder, templateFolder } from "./wine.ts";

/** What no program writes into where it stands; all other files are the clone's own. */
const shared = /\.(dll|exe|sys|drv|nls|ocx|cpl|acm|tlb|ax|ds|msstyles|com|manifest)$/i;

/** A PC like the template, in a new folder. Its libraries are hard links: 700 MB stay 3. */
export function cloneTemplate(): string {
  mkdirSync(pcsFolder, { recursive: true });
  const folder = mkdtempSync(join(pcsFolder, "pc-"));
  copyInto(templateFolder, folder);
  return folder;
}

function copyInto(from: string, to: string): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) {
      mkdirSync(target);
      copyInto(source, target);
    } else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else if (shared.test(entry.name)) linkSync(source, target);
    else copyFileSync(source, target);
  }
}
