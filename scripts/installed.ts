// Prints what of package-lock.json is installed: "all", "run" (without the development tools),
// or nothing if less than was asked for is there. Asked by scripts/bootstrap.sh.
import { readFileSync } from "node:fs";

interface Locked {
  version?: string;
  integrity?: string;
  dev?: boolean;
  optional?: boolean;
}

const root = new URL("../", import.meta.url);

function read<T>(path: string): T | undefined {
  try {
    return JSON.parse(readFileSync(new URL(path, root), "utf8")) as T;
  } catch {
    return undefined;
  }
}

function packagesOf(path: string): Map<string, Locked> {
  const file = read<{ packages: Record<string, Locked> }>(path);
  return new Map(Object.entries(file?.packages ?? {}).filter(([folder]) => folder !== ""));
}

const wanted = process.argv[2] === "run" ? "run" : "all";
const locked = packagesOf("package-lock.json");
const recorded = packagesOf("node_modules/.package-lock.json");

/** npm records what it installed only at the end, and the folder itself must be there too. */
function installed(folder: string, { version, integrity }: Locked): boolean {
  const record = recorded.get(folder);
  if (record?.version !== version || record?.integrity !== integrity) return false;
  return read<{ version: string }>(`${folder}/package.json`)?.version === version;
}

// Optional packages are the binaries of one platform each; the one of this platform is installed.
const needed = [...locked].filter(([, entry]) => !entry.optional);
const missing = needed.filter(([folder, entry]) => !installed(folder, entry));

if (missing.length === 0) console.log("all");
else if (wanted === "run" && missing.every(([, entry]) => entry.dev)) console.log("run");
