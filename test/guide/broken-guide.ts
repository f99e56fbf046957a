import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A complete guide in which lint finds nothing. */
export const smallGuide = fileURLToPath(new URL("small-guide", import.meta.url));

/** One text of one file put in the place of another. */
export interface Change {
  file: string;
  from: string;
  to: string;
}

const folders: string[] = [];
process.on("exit", () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder that is gone after the tests. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "jochi-guide-"));
  folders.push(folder);
  return folder;
}

/** A folder with a copy of the small guide, changed. */
export function brokenGuide(...changes: Change[]): string {
  const folder = emptyFolder();
  cpSync(smallGuide, folder, { recursive: true });
  for (const { file, from, to } of changes) {
    const path = join(folder, file);
    const text = readFileSync(path, "utf8");
    if (!text.includes(from)) throw new Error(`${file} has no ${JSON.stringify(from)}`);
    writeFileSync(
      path,
      text.replace(from, () => to),
    );
  }
  return folder;
}
