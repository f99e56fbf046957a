import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Drive C: of one PC, by Windows paths: `C:\Users\…`. Case does not matter, as there. */
export interface Drive {
  /** The path on this machine; parts that do not exist keep their spelling. */
  pathOf(windows: string): string;
  /** With its folders, in place of whatever was there. */
  put(windows: string, bytes: Uint8Array | string): void;
  get(windows: string): Buffer | undefined;
  /** A file, or a folder with everything in it. */
  remove(windows: string): void;
  /** Names in a folder, sorted; empty where there is none. */
  list(windows: string): string[];
}

export function driveOf(prefix: string): Drive {
  const root = join(prefix, "drive_c");
  function pathOf(windows: string): string {
    if (!/^c:\\/i.test(windows)) throw new Error(`not a path on drive C: ${windows}`);
    let path = root;
    for (const part of windows.slice(3).split("\\").filter(Boolean)) {
      const known = existsSync(path) ? readdirSync(path) : [];
      path = join(path, known.find((name) => same(name, part)) ?? part);
    }
    return path;
  }
  return {
    pathOf,
    put(windows, bytes) {
      const path = pathOf(windows);
      mkdirSync(dirname(path), { recursive: true });
      // It may be a link to a file of the template, which must stay as it is.
      rmSync(path, { force: true });
      writeFileSync(path, bytes, { mode: 0o755 });
    },
    get(windows) {
      const path = pathOf(windows);
      return existsSync(path) ? readFileSync(path) : undefined;
    },
    remove: (windows) => rmSync(pathOf(windows), { recursive: true, force: true }),
    list(windows) {
      const path = pathOf(windows);
      return existsSync(path) ? readdirSync(path).sort() : [];
    },
  };
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
