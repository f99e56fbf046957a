import { readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { checkedFile, listGuides, loadGuide } from "../../src/guide/load.ts";
import { readGuideFolder } from "../../src/guide/read.ts";
import { ownPath } from "../../src/own/files.ts";
import type { Inside } from "../../src/own/where.ts";

const engine = "node_modules/quickjs-wasi/quickjs.wasm";

/** Every file that the packed program brings beside its code. */
export function filesInside(): Inside {
  const texts: Inside["texts"] = { "package.json": textOf(ownPath("package.json")) };
  for (const { folder } of listGuides()) {
    for (const { kind, bytes } of readGuideFolder(folder)) {
      texts[nameOf(join(folder, `${kind}.yaml`))] = bytes.toString("utf8");
    }
    texts[nameOf(join(folder, checkedFile))] = JSON.stringify(loadGuide(folder, { cache: false }));
  }
  return { texts, bytes: { [engine]: readFileSync(ownPath(engine)).toString("base64") } };
}

function textOf(path: string): string {
  return readFileSync(path, "utf8");
}

function nameOf(path: string): string {
  return relative(ownPath("."), path).split(sep).join("/");
}
