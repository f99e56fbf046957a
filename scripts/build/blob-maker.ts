import { join } from "node:path";
import { nodePackage } from "./node-package.ts";
import { type NodePackage, nodePackages, nodeVersion } from "./pins.ts";
import { BuildError } from "./run.ts";

/** A Node of this machine, of exactly the version that goes into the program: no other fits it. */
export function blobMaker(): string {
  if (process.versions.node === nodeVersion) return process.execPath;
  const name = `node-${process.platform}-${process.arch}`;
  if (!Object.hasOwn(nodePackages, name) || name.startsWith("node-win")) {
    throw new BuildError(`on ${process.platform} ${process.arch}, build with Node ${nodeVersion}`);
  }
  return join(nodePackage(name as NodePackage), "bin/node");
}
