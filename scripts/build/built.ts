import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ownPath } from "../../src/own/files.ts";

const own = ownPath("scripts/build");
const note = ".built";

/** Tells programs apart: by the script, and by what makes an executable of it. */
export function keyOf(script: string): string {
  const hash = createHash("sha256").update(script);
  for (const name of readdirSync(own).sort()) hash.update(readFileSync(join(own, name)));
  return hash.update(readFileSync(ownPath("package-lock.json"))).digest("hex");
}

/** Whether the last build that came to its end was of this key. */
export function isBuilt(folder: string, key: string): boolean {
  const path = join(folder, note);
  return existsSync(path) && readFileSync(path, "utf8") === key;
}

export function remember(folder: string, key: string): void {
  writeFileSync(join(folder, note), key);
}
