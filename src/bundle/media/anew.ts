import { openSync, rmSync } from "node:fs";

/**
 * Opens a file that is not there yet for reading and writing. What stood under its name is taken away
 * and not written to: names beside parts can be foretold, and whoever has had the medium in his hands
 * may have put a link there that leads to somebody else's file.
 */
export function openAnew(path: string): number {
  rmSync(path, { force: true });
  return openSync(path, "wx+", 0o644);
}
