import assert from "node:assert/strict";
import { test } from "node:test";
import { verifyAuthenticode } from "./authenticode.ts";
import { bytesSource } from "./source.ts";
import { family, now } from "./stage/authority.ts";
import { attach, entryAt, minimalPe, peDigest, tableEntry } from "./stage/pe.ts";
import { pkcs7, signedPe } from "./stage/sign.ts";

const { root, issuer, leaf } = family();
const verify = (file: Uint8Array) =>
  verifyAuthenticode(bytesSource(file), { roots: [root.certificate], now: new Date(now) });

const overlay = Buffer.alloc(64, "overlay");
const plain = minimalPe({ overlay });
const signature = pkcs7(peDigest(plain, "sha256"), { signer: leaf, along: [issuer] });
const good = attach(plain, tableEntry(signature));
const start = 0x80;

/** The same file with one number of its headers changed. */
function patched(file: Buffer, offset: number, value: number, bytes: 2 | 4 = 4): Buffer {
  const copy = Buffer.from(file);
  copy.writeUIntLE(value, offset, bytes);
  return copy;
}

test("headers that lie are malformed, and where is told", async () => {
  assert.equal((await verify(good)).verdict, "valid");
  const tableAt = good.readUInt32LE(entryAt(64));
  const cases: [string, Buffer, string][] = [
    ["header far outside", patched(good, 0x3c, 0xfffffff0), "dos-header"],
    ["header inside the DOS header", patched(good, 0x3c, 4), "dos-header"],
    ["header at the end", patched(good, 0x3c, good.length - 8), "pe-header"],
    ["no PE", patched(good, start, 0), "pe-header"],
    ["more sections than Windows loads", patched(good, start + 6, 97, 2), "section-table"],
    ["no optional header", patched(good, start + 20, 0, 2), "optional-header"],
    ["an optional header beyond the file", patched(good, start + 20, 0xffff, 2), "optional-header"],
    ["an optional header too short", patched(good, start + 20, 120, 2), "optional-header"],
    ["neither PE32 nor PE32+", patched(good, start + 24, 0x107, 2), "optional-header"],
    ["table beyond the file", patched(good, entryAt(64), good.length), "security-directory"],
    ["table larger than the file", patched(good, entryAt(64) + 4, 1 << 20), "security-directory"],
    ["table without place", patched(good, entryAt(64), 0), "security-directory"],
    ["table over a section", patched(good, entryAt(64), 0x300), "security-directory"],
    ["table over the headers", patched(good, entryAt(64), 0x100), "security-directory"],
    ["table not aligned", patched(good, entryAt(64), tableAt - 4), "security-directory"],
    ["table of nothing", patched(good, entryAt(64) + 4, 0), "security-directory"],
    ["section over the table", patched(good, start + 24 + 240 + 16, 0x4000), "security-directory"],
    ["headers over the table", patched(good, start + 24 + 60, 0x4000), "security-directory"],
    ["entry longer than the table", patched(good, tableAt, 1 << 16), "certificate-entry"],
    ["entry without content", patched(good, tableAt, 8), "certificate-entry"],
    ["entry of another revision", patched(good, tableAt + 4, 0x100, 2), "certificate-entry"],
    ["entry of another type", patched(good, tableAt + 6, 1, 2), "certificate-entry"],
  ];
  for (const [name, file, where] of cases) {
    const answer = await verify(file);
    assert.equal(answer.verdict, "malformed", name);
    assert.equal(answer.where, where, name);
  }
});

test("a header with no room for a security directory is that of an unsigned file", async () => {
  assert.equal((await verify(patched(good, entryAt(64) - 36, 4))).verdict, "unsigned");
});

test("appended data makes the file no longer the one that was signed", async () => {
  const answer = await verify(Buffer.concat([good, Buffer.from("appended")]));
  assert.equal(answer.verdict, "data-after-table");
  assert.equal(answer.signatures[0]?.verdict, "digest-mismatch");
  assert.deepEqual(answer.remarks, [{ code: "data-after-table", offset: good.length, length: 8 }]);
});

test("a table moved before data that was signed is found, although the digest is the same", async () => {
  // What stands behind the table is hashed too: moving the table changes no digest, yet an
  // installer that looks for its data at the old place finds bytes that nobody signed.
  const bare = minimalPe();
  const table = tableEntry(signature);
  const moved = Buffer.concat([attach(bare, table), overlay]);
  const answer = await verify(moved);
  assert.equal(answer.signatures[0]?.verdict, "valid");
  assert.equal(answer.verdict, "data-after-table");
});

test("data hidden in the table is remarked upon, though signature and digest hold", async () => {
  const hidden = Buffer.from("hidden!!");
  const pad = (8 - ((8 + signature.length) % 8)) % 8;
  const end = good.length - plain.length;
  const inside = await verify(attach(plain, tableEntry(signature, hidden)));
  assert.equal(inside.verdict, "valid");
  assert.deepEqual(inside.remarks, [
    {
      code: "data-after-signature",
      offset: plain.length + 8 + signature.length,
      length: hidden.length + ((8 - ((8 + signature.length + hidden.length) % 8)) % 8),
    },
  ]);

  const zeros = await verify(
    attach(plain, Buffer.concat([tableEntry(signature), Buffer.alloc(16)])),
  );
  assert.equal(zeros.verdict, "valid");
  assert.deepEqual(zeros.remarks, [
    { code: "data-in-padding", offset: plain.length + end, length: 16 },
  ]);

  const odd = Buffer.alloc(pad === 0 ? 8 : pad, 0x55);
  const padded = attach(plain, tableEntry(signature, Buffer.alloc(0), odd));
  const answer = await verify(padded);
  assert.notDeepEqual([answer.verdict, answer.remarks], ["valid", []]);
});

test("a table that does not end with its last entry is malformed", async () => {
  const table = Buffer.concat([tableEntry(signature), Buffer.from("not an entry of a table ")]);
  const answer = await verify(attach(plain, table));
  assert.deepEqual([answer.verdict, answer.where], ["malformed", "certificate-entry"]);
});

test("a signature over another kind of file is malformed", async () => {
  const file = signedPe({ signer: leaf, along: [issuer] });
  const at = file.indexOf(Buffer.from("060a2b06010401823702010f", "hex"));
  file[at + 11] = 0x1e;
  const answer = await verify(file);
  assert.deepEqual([answer.verdict, answer.where], ["malformed", "signed-content"]);
});
