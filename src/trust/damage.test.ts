import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import fc from "fast-check";
import { verifyAuthenticode } from "./authenticode.ts";
import type { Signature } from "./signature.ts";
import { bytesSource } from "./source.ts";
import { day, family, now, timeFamily } from "./stage/authority.ts";
import { checksumAt } from "./stage/pe.ts";
import { pkcs7, rfc3161, signedPe } from "./stage/sign.ts";
import { hiding, signatureVerdicts } from "./verdict.ts";

// The certificate has expired: without its timestamp the file is nothing, so that damage to the
// timestamp cannot hide behind a signature that would hold without one.
const times = timeFamily();
const { root, issuer, leaf } = family("ec", "Example Software", {
  from: now - 90 * day,
  to: now - 30 * day,
});
const along = [issuer];
const wanted = { signer: leaf, along };
const file = signedPe({
  ...wanted,
  unsigned: (signature) => [rfc3161({ authority: times.leaf, time: now - 60 * day })(signature)],
});
const verify = (bytes: Uint8Array) =>
  verifyAuthenticode(bytesSource(bytes), {
    roots: [root.certificate],
    timestampRoots: [times.root.certificate],
    now: new Date(now),
  });

/** The file counts as signed, and nothing in it is uncovered. */
const passes = ({ verdict, remarks }: Signature) =>
  verdict === "valid" && !remarks.some(({ code }) => hiding.includes(code));

/** The checksum, which no signature covers and nothing reads. */
const spared = new Set([...Array(4).keys()].map((byte) => checksumAt + byte));

describe("a damaged file", () => {
  let answers: Map<string, number>;
  before(() => {
    answers = new Map();
  });

  it("is fine before", async () => {
    const answer = await verify(file);
    assert.ok(passes(answer));
    assert.equal(answer.signatures[0]?.timestamps[0]?.verdict, "valid");
  });

  it("never passes with any single byte changed", async () => {
    // Every other byte, to save time: the next test takes any of them.
    for (let at = 0; at < file.length; at += 2) {
      // Padding inside the section is all alike; every 16th byte of it is enough.
      if (at >= 0x200 && at < 0x400 && at % 16 !== 0) continue;
      if (spared.has(at)) continue;
      const mask = [0x01, 0x80, 0xff][(at / 2) % 3]!;
      const copy = Buffer.from(file);
      copy[at]! ^= mask;
      const answer = await verify(copy);
      answers.set(answer.verdict, (answers.get(answer.verdict) ?? 0) + 1);
      assert.ok(!passes(answer), `byte ${at} of ${file.length}, mask ${mask}`);
    }
    for (const verdict of ["malformed", "digest-mismatch", "signature-invalid"])
      assert.ok((answers.get(verdict) ?? 0) > 10, verdict);
  });

  it("never passes with any byte given any value", async () => {
    const place = fc.nat(file.length - 1).filter((at) => !spared.has(at));
    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        const copy = Buffer.from(file);
        copy[at]! ^= mask;
        return !passes(await verify(copy));
      }),
      { numRuns: 400 },
    );
  });

  it("never throws, cut off at every 64th byte and at every byte near the end", async () => {
    for (let length = 0; length < file.length; length += length > file.length - 64 ? 1 : 64) {
      const { verdict } = await verify(file.subarray(0, length));
      assert.ok(signatureVerdicts.includes(verdict));
      assert.notEqual(verdict, "valid");
    }
  });

  it("never throws and never passes with a run of bytes replaced", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(file.length - 1),
        fc.uint8Array({ minLength: 2, maxLength: 40 }),
        async (at, bytes) => {
          const copy = Buffer.from(file);
          copy.set(bytes.subarray(0, file.length - at), at);
          const changed = [...copy.keys()].some(
            (byte) => copy[byte] !== file[byte] && !spared.has(byte),
          );
          return !changed || !passes(await verify(copy));
        },
      ),
      { numRuns: 200 },
    );
  });

  it("never throws where a signature is made of chance, deep nesting or huge lengths", async () => {
    const deep = Buffer.alloc(4_000, Buffer.from("3080", "hex"));
    const long = Buffer.from("3084ffffffff", "hex");
    const table = (body: Buffer) => {
      const entry = Buffer.alloc(8 + Math.ceil(body.length / 8) * 8);
      entry.writeUInt32LE(entry.length);
      entry.writeUInt32LE(0x00020200, 4);
      entry.set(body, 8);
      return entry;
    };
    const { attach, minimalPe } = await import("./stage/pe.ts");
    for (const body of [deep, long, Buffer.alloc(0), Buffer.alloc(8), Buffer.from("3000", "hex")]) {
      const { verdict, where } = await verify(attach(minimalPe(), table(body)));
      assert.equal(verdict, "malformed");
      assert.ok(where);
    }
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 200 }), async (bytes) => {
        const { verdict } = await verify(attach(minimalPe(), table(Buffer.from(bytes))));
        return verdict !== "valid";
      }),
      { numRuns: 300 },
    );
  });

  it("never passes with another file's signature", async () => {
    const { attach, minimalPe, peDigest, tableEntry } = await import("./stage/pe.ts");
    const other = minimalPe({ section: 0x400 });
    const stolen = pkcs7(peDigest(minimalPe(), "sha256"), wanted);
    assert.equal((await verify(attach(other, tableEntry(stolen)))).verdict, "digest-mismatch");
  });
});
