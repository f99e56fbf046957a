import { readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { packedParts } from "../../src/cli/offline-parts.ts";
import { kinds } from "../../src/guide/files.ts";
import { checkedFile, listGuides, loadGuide } from "../../src/guide/load.ts";
import { readGuideFolder } from "../../src/guide/read.ts";
import { ownPath } from "../../src/own/files.ts";
import type { Inside } from "../../src/own/where.ts";
import type { OfflineParts } from "../../src/report/guide/offline-page.ts";
import { packedPage } from "../../src/server/load-page.ts";

const engine = "node_modules/quickjs-wasi/quickjs.wasm";

/**
 * Every file that the packed program brings beside its code.
 *
 * @param page the page that it serves; without one it has none to serve
 * @param offline what it makes guides' files of; without it, it makes none
 */
export function filesInside(page?: string, offline?: OfflineParts): Inside {
  const texts: Inside["texts"] = { "package.json": textOf(ownPath("package.json")) };
  if (page !== undefined) texts[packedPage] = page;
  if (offline !== undefined) texts[packedParts] = JSON.stringify(offline);
  for (const { folder } of listGuides()) {
    for (const { kind, bytes } of readGuideFolder(folder)) {
      texts[nameOf(join(folder, `${kind}.yaml`))] = bytes.toString("utf8");
    }
    texts[nameOf(join(folder, checkedFile))] = JSON.stringify(loadGuide(folder, { cache: false }));
  }
  for (const kind of kinds) {
    const path = ownPath(`src/guide/template/${kind}.yaml.in`);
    texts[nameOf(path)] = textOf(path);
  }
  return { texts, bytes: { [engine]: readFileSync(ownPath(engine)).toString("base64") } };
}

function textOf(path: string): string {
  return readFileSync(path, "utf8");
}

function nameOf(path: string): string {
  return relative(ownPath("."), path).split(sep).join("/");
}
