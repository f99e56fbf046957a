import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ownPath } from "../../src/own/files.ts";
import { type NodePackage, nodePackages, nodeVersion } from "./pins.ts";
import { BuildError, run } from "./run.ts";

const cache = ownPath(".cache/build");

/**
 * The folder of Node's own package for one system, as the registry has it. npm installs no package
 * made for another system, so it is packed, held against its hash, and unpacked; once.
 */
export function nodePackage(name: NodePackage): string {
  const kept = join(cache, `${name}-${nodeVersion}`);
  if (existsSync(kept)) return kept;
  mkdirSync(cache, { recursive: true });
  const incoming = mkdtempSync(join(cache, "incoming-"));
  try {
    const wanted = `${name}@${nodeVersion}`;
    run("npm", ["pack", wanted, "--ignore-scripts", "--loglevel=error"], incoming);
    const file = join(incoming, `${name}-${nodeVersion}.tgz`);
    const found = `sha512-${createHash("sha512").update(readFileSync(file)).digest("base64")}`;
    if (found !== nodePackages[name]) throw new BuildError(`${wanted} has the hash ${found}`);
    run("tar", ["-xzf", file], incoming);
    putInPlace(join(incoming, "package"), kept);
    return kept;
  } finally {
    rmSync(incoming, { recursive: true, force: true });
  }
}

function putInPlace(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    // Another build was faster; both have the same hash.
    if (!existsSync(to)) throw error;
  }
}
