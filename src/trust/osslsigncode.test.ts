import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { verifyAuthenticode } from "./authenticode.ts";
import type { AuthenticodeOptions } from "./options.ts";
import { bytesSource } from "./source.ts";
import { codeSigning, day, make, now, timeStamping } from "./stage/authority.ts";
import { type Bench, keyPem, openBench, pem, skip, skipTimes } from "./stage/osslsigncode.ts";
import { checksumAt, entryAt, minimalPe } from "./stage/pe.ts";
import { rfc3161, signedPe } from "./stage/sign.ts";

// Another program, of other people, over OpenSSL's own reading of everything.
const root = make({ name: "Test Root", kind: "rsa", authority: true });
const issuer = make({ name: "Test Code CA", kind: "rsa", authority: true, issuer: root });
const leaf = make({ name: "Example Software", kind: "rsa", issuer, purposes: [codeSigning] });
const clock = make({ name: "Test Time", kind: "rsa", issuer: root, purposes: [timeStamping] });
const file = minimalPe({ overlay: Buffer.alloc(80, "setup") });
const seconds = String(now / 1_000);

const verify = (bytes: Buffer, more: Partial<AuthenticodeOptions> = {}) =>
  verifyAuthenticode(bytesSource(bytes), {
    roots: [root.certificate],
    now: new Date(now),
    ...more,
  });

describe("beside osslsigncode", { skip }, () => {
  let bench: Bench | undefined;
  const open = () => {
    bench ??= openBench();
    return bench;
  };
  after(() => bench?.close());
  const accepts = (bytes: Buffer, more: string[] = []) =>
    open().accepts(bytes, root, ["-time", seconds, ...more]);

  for (const digest of ["sha1", "sha256", "sha384", "sha512"]) {
    it(`what it signs with ${digest} is valid, for PE32 and PE32+`, async () => {
      for (const bits of [32, 64] as const) {
        const signed = open().sign(minimalPe({ bits }), leaf, [issuer], ["-h", digest]);
        const answer = await verify(signed, { legacy: digest === "sha1" });
        assert.equal(answer.verdict, "valid");
        assert.deepEqual(answer.remarks, []);
        assert.equal(answer.signatures[0]?.digest?.algorithm, digest);
      }
    });
  }

  it("a second signature that it nests is found", async () => {
    const once = open().sign(file, leaf, [issuer], ["-h", "sha1"]);
    const twice = open().sign(once, leaf, [issuer], ["-h", "sha256", "-nest"]);
    const answer = await verify(twice);
    assert.equal(answer.verdict, "valid");
    assert.deepEqual(
      answer.signatures.map(({ nested, verdict }) => [nested, verdict]),
      [
        [false, "weak-algorithm"],
        [true, "valid"],
      ],
    );
  });

  it("a blob that it puts beside the signature is remarked upon", async () => {
    const signed = open().sign(file, leaf, [issuer], ["-addUnauthenticatedBlob"]);
    const answer = await verify(signed);
    assert.equal(answer.verdict, "valid");
    assert.deepEqual(
      answer.remarks.map(({ code }) => code),
      ["unknown-attribute"],
    );
  });

  it("page hashes do not disturb", async () => {
    const signed = open().sign(file, leaf, [issuer], ["-ph"]);
    assert.equal((await verify(signed)).verdict, "valid");
  });

  it("its timestamp keeps an expired signature valid", { skip: skipTimes }, async () => {
    const time = now - 60 * day;
    const dates = { from: now - 90 * day, to: now - 30 * day };
    const old = make({ name: "Old", kind: "rsa", issuer, purposes: [codeSigning], ...dates });
    const stamp = [
      ...["-TSA-certs", open().path("tsa.pem", pem(clock) + pem(root))],
      ...["-TSA-key", open().path("tsa-key.pem", keyPem(clock))],
      ...["-TSA-time", String(time / 1_000)],
    ];
    const signed = open().sign(file, old, [issuer], stamp);
    const answer = await verify(signed);
    assert.equal(answer.verdict, "valid");
    assert.equal(answer.signatures[0]?.timestamps[0]?.time, time);
    assert.equal((await verify(signed, { timestampRoots: [] })).verdict, "expired");
    const trusted = open().path("tsa-root.pem", pem(root));
    assert.ok(accepts(signed, ["-TSA-CAfile", trusted]));
  });

  it("it accepts what the tests of this folder sign", () => {
    const along = [issuer];
    for (const digest of ["sha256", "sha384", "sha512"])
      assert.ok(accepts(signedPe({ signer: leaf, along, digest })));
    const stamped = signedPe({
      signer: leaf,
      along,
      unsigned: (signature) => [rfc3161({ authority: clock, along: [root] })(signature)],
    });
    assert.ok(accepts(stamped, ["-TSA-CAfile", open().path("tsa-root.pem", pem(root))]));
  });

  it("neither accepts what the other refuses, wherever a signed file is damaged", async () => {
    const signed = open().sign(file, leaf, [issuer]);
    assert.ok(accepts(signed) && (await verify(signed)).verdict === "valid");
    const table = signed.readUInt32LE(entryAt(64));
    const spots = {
      "DOS header": 0x10,
      "where the PE header is": 0x3c,
      machine: 0x84,
      "number of sections": 0x86,
      "entry point": 0x80 + 24 + 16,
      "place of the table": entryAt(64),
      "size of the table": entryAt(64) + 4,
      "a section's header": 0x80 + 24 + 240 + 12,
      "a section": 0x300,
      overlay: table - 60,
      "length of the entry": table,
      "type of the entry": table + 6,
      "the signature's kind": table + 8 + 12,
      "the file's digest": signed.indexOf(Buffer.from("0420", "hex"), table) + 9,
      "signed attributes": signed.lastIndexOf(Buffer.from("0420", "hex")) + 9,
      "the signature": signed.length - 40,
      "the signer's certificate": signed.indexOf("Example Software", table) + 1,
      "the authority's certificate": signed.lastIndexOf("Test Code CA") + 1,
    };
    for (const [name, at] of Object.entries(spots)) {
      const copy = Buffer.from(signed);
      copy[at]! ^= 0x01;
      assert.notEqual((await verify(copy)).verdict, "valid", name);
      assert.equal(accepts(copy), false, `osslsigncode: ${name}`);
    }
    const checksum = Buffer.from(signed);
    checksum[checksumAt]! ^= 1;
    assert.equal((await verify(checksum)).verdict, "valid");
    const more = Buffer.concat([signed, Buffer.alloc(8, 1)]);
    assert.notEqual((await verify(more)).verdict, "valid");
    assert.equal(accepts(more), false);
  });

  it("both refuse an unknown root, another purpose, and a certificate that has expired", async () => {
    const other = make({ name: "Test Root", kind: "rsa", authority: true });
    const stray = make({ name: "Stray", kind: "rsa", issuer: other, purposes: [codeSigning] });
    const server = make({
      name: "Server",
      kind: "rsa",
      issuer: root,
      purposes: ["1.3.6.1.5.5.7.3.1"],
    });
    const late = make({
      name: "Late",
      kind: "rsa",
      issuer: root,
      purposes: [codeSigning],
      to: now - day,
    });
    for (const [signer, verdict] of [
      [stray, "chain-incomplete"],
      [server, "wrong-purpose"],
      [late, "expired"],
    ] as const) {
      const signed = signedPe({ signer });
      assert.equal((await verify(signed)).verdict, verdict);
      assert.equal(accepts(signed), false, verdict);
    }
  });
});
