import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { deflateRawSync } from "node:zlib";
import { openContainer } from "../../src/bundle/container/read.ts";
import { BundleFault } from "../../src/bundle/fault.ts";
import {
  readRoot,
  readSnapshot,
  readTargets,
  readTimestamp,
} from "../../src/bundle/metadata/envelope.ts";
import { fate, putTogether } from "./_forge.ts";
import { sceneIn } from "./_scene.ts";
import { bundleOf, cast, workshop } from "./_stage.ts";

const { folder, remove } = workshop();
after(remove);
const { honest, seen, changed } = await sceneIn(folder);
const more = Buffer.from("MZ");

describe("a bundle whose container was tampered with", () => {
  for (const [what, name, code] of [
    ["a path out of its folder", "installers/../../evil.exe", "container.name-traversal"],
    ["an absolute path", "/etc/passwd", "container.name-absolute"],
    ["a drive", "C:/Windows/evil.exe", "container.name-drive"],
    ["a network share", "\\\\evil\\share\\x.exe", "container.name-backslash"],
    ["backslashes", "installers\\..\\evil.exe", "container.name-backslash"],
    ["a device of Windows", "installers/aux.exe", "container.name-device"],
    ["a name that Windows shortens", "installers/setup.exe.", "container.name-dot"],
    ["a stream of another file", "installers/setup.exe:x", "container.name-characters"],
    ["another case", "installers/SETUP.exe", "container.duplicate-case"],
    ["a folder that is a file", "plan.json/x", "container.file-and-folder"],
    ["a letter that only looks like one", "installers/\u0455etup.exe", "container.name-not-ascii"],
  ] as const) {
    it(`has a name with ${what}`, async () => {
      // Beyond Latin-1 a name is written as the bytes of its UTF-8.
      const bytes = changed((e) => e.set(Buffer.from(name, "utf8").toString("latin1"), more));
      assert.equal(await fate(bytes, seen), code);
    });
  }

  it("has a name twice", async () => {
    const bytes = putTogether([...honest, ["installers/setup.exe", more]]);
    assert.equal(await fate(bytes, seen), "container.duplicate");
  });

  /** Changes the line of one entry in the directory at the end, and its own header where asked. */
  function patched(name: string, change: (line: Buffer, header: Buffer) => void): Buffer {
    const bytes = putTogether(honest);
    const mark = Buffer.concat([Buffer.from([name.length, 0, 0, 0]), Buffer.from(name, "latin1")]);
    const header = bytes.indexOf(mark) - 26;
    const line = bytes.lastIndexOf(Buffer.from(name, "latin1")) - 46;
    change(bytes.subarray(line), bytes.subarray(header));
    return bytes;
  }

  it("has a link in the place of a file", async () => {
    const bytes = patched("installers/setup.exe", (line) => {
      line.writeUInt32LE(0o120777 * 0x10000, 38);
    });
    assert.equal(await fate(bytes, seen), "container.not-plain-file");
  });

  it("has a small file that unpacks to a huge one", async () => {
    const bomb = deflateRawSync(Buffer.alloc(1 << 26));
    const bytes = patched("installers/setup.exe", (line, header) => {
      for (const [at, part] of [
        [10, line],
        [8, header],
      ] as const)
        part.writeUInt16LE(8, at);
    });
    assert.ok(bomb.length < 1 << 17);
    assert.equal(await fate(bytes, seen), "container.compressed");
  });

  it("says another size at its end than before the file", async () => {
    const bytes = patched("installers/setup.exe", (_line, header) => {
      header.writeUInt32LE(1, 18);
    });
    assert.equal(await fate(bytes, seen), "container.disagreement");
  });

  it("has something before, behind or between its files", async () => {
    const bytes = putTogether(honest);
    for (const padded of [
      Buffer.concat([Buffer.from("#!/bin/sh\n"), bytes]),
      Buffer.concat([bytes, Buffer.from("more")]),
    ])
      assert.match(await fate(padded, seen), /^container\.(stray-bytes|truncated|not-zip)$/);
  });

  it("is cut off anywhere", async () => {
    const bytes = putTogether(honest);
    for (let length = 0; length < bytes.length; length += 97)
      assert.match(await fate(bytes.subarray(0, length), seen), /^container\./, String(length));
  });
});

/** Every seventh byte of metadata; JOCHI_EVERY_BYTE=1: each. */
const step = process.env.JOCHI_EVERY_BYTE === "1" ? 1 : 7;

describe("a single bit", () => {
  it("at every thousandth byte of a bundle is noticed", async () => {
    const people = cast(join(folder, "large"), { overlay: Buffer.alloc(100_000, "installer ") });
    const bytes = readFileSync(await bundleOf(people));
    const root = (await openContainer(bytes)).read("metadata/1.root.json", 1 << 20);
    const own = {
      anchor: { root: await root },
      roots: people.authorities.map(({ certificate }) => certificate),
    };
    assert.equal(await fate(bytes, own), "accepted");
    const accepted: number[] = [];
    for (let at = 0; at < bytes.length; at += 1_000) {
      bytes[at]! ^= 1 << (at % 7);
      if ((await fate(bytes, own)) === "accepted") accepted.push(at);
      bytes[at]! ^= 1 << (at % 7);
    }
    assert.ok(bytes.length > 100_000);
    assert.deepEqual(accepted, []);
  });

  for (const [name, original] of honest) {
    if (!name.startsWith("metadata/")) continue;
    it(`in ${name} is noticed, the checksum made to fit`, async () => {
      const accepted: number[] = [];
      let whole = 0;
      for (let at = 0; at < original.length; at += step) {
        const bytes = Buffer.from(original);
        bytes[at]! ^= 1 << (at % 7);
        // Most are no longer such a file at all, which the first step of verifying finds.
        if (isRefused(() => readerOf(name)(bytes, name))) continue;
        whole += 1;
        const fared = await fate(
          changed((e) => e.set(name, bytes)),
          seen,
        );
        if (["accepted", "nothing-vouches"].includes(fared)) accepted.push(at);
      }
      assert.ok(whole > 50 / step, String(whole));
      assert.deepEqual(accepted, []);
    });
  }
});

function readerOf(name: string): (bytes: Uint8Array, name: string) => unknown {
  if (name.endsWith("root.json")) return readRoot;
  if (name.endsWith("snapshot.json")) return readSnapshot;
  return name.endsWith("timestamp.json") ? readTimestamp : readTargets;
}

function isRefused(read: () => unknown): boolean {
  try {
    read();
    return false;
  } catch (error) {
    if (error instanceof BundleFault) return true;
    throw error;
  }
}
