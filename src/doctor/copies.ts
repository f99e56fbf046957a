import type { Change, RunChange } from "../actions/change.ts";
import { readChecked } from "../actions/file-hash.ts";
import { isCopy } from "../actions/own-folder.ts";
import type { System } from "../machine/system.ts";
import type { Driven } from "./driven.ts";

/**
 * Looks whether the files of a change are still those that were checked, and copies them to where
 * only an administrator may write. What is started is the copy, whatever becomes of the file.
 *
 * @returns why it cannot be started
 */
export async function copyChecked(
  system: System,
  { files }: RunChange,
): Promise<Driven | undefined> {
  for (const { path, sha256, copy } of files) {
    const bytes = await readChecked(system, path, sha256);
    if (!bytes) return { is: "failed", failure: "file-changed", code: path };
    if (copy === undefined) continue;
    const written = await system.writeFile(copy, bytes);
    if (!written.ok) return { is: "failed", failure: written.failure, code: written.code };
  }
  return undefined;
}

/** Takes the copies away. One that is still in use stays until the next time. */
export async function dropCopies(system: System, change: Change): Promise<void> {
  if (change.kind !== "run") return;
  for (const { copy } of change.files) {
    if (copy === undefined || !isCopy(copy)) continue;
    const folder = copy.slice(0, copy.lastIndexOf("\\"));
    if ((await system.fileFact(folder)).state !== "found") continue;
    await system.remove(copy);
    await system.remove(folder);
  }
}
