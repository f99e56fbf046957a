import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { newSigningKey, signatureBy } from "./key.ts";
import { openKey, publicFileOf, readPublic, sealKey, writeKeyFile } from "./key-file.ts";
import { isPrivateDer, secretFinder } from "./secrets.ts";

const folder = mkdtempSync(join(tmpdir(), "jochi-keys-"));
after(() => rmSync(folder, { recursive: true }));
const key = newSigningKey();
const words = Buffer.from("여러 낱말로 된 암호");
const sealed = await sealKey(key, words);

describe("a key's file", () => {
  it("gives the key back to who knows the passphrase, and to nobody else", async () => {
    const opened = await openKey(sealed, words);
    assert.deepEqual(signatureBy(opened, { a: 1 }), signatureBy(key, { a: 1 }));
    await assert.rejects(openKey(sealed, Buffer.from("another passphrase")), {
      code: "key.passphrase-wrong",
    });
  });

  it("shows its public half without the passphrase", () => {
    assert.deepEqual(readPublic(sealed), { keyid: key.keyid, publicKey: key.publicKey });
    assert.deepEqual(readPublic(publicFileOf(key.publicKey)).keyid, key.keyid);
  });

  it("refuses changes, weaker locks and others' formats", async () => {
    const other = newSigningKey();
    const text = sealed.toString();
    const renamed = text.replaceAll(key.keyid, other.keyid);
    for (const bad of [
      renamed,
      text.replace('"N":131072', '"N":1024'),
      text.replace('"N":131072', '"N":1073741824'),
      "{}",
      "",
    ])
      assert.throws(() => readPublic(Buffer.from(bad)), { code: "key.malformed" });
    const swapped = renamed.replace(key.publicKey.keyval.public, other.publicKey.keyval.public);
    await assert.rejects(openKey(Buffer.from(swapped), words), { code: "key.passphrase-wrong" });
  });

  it("does not hold the key in the clear", () => {
    const seed = Buffer.from(key.privateKey.export({ format: "jwk" }).d!, "base64url");
    assert.ok(!sealed.includes(seed) && !sealed.includes(seed.toString("hex")));
  });

  it("is its owner's alone, and never written over another file", () => {
    const path = join(folder, "a.key");
    writeKeyFile(path, sealed);
    if (process.platform !== "win32") assert.equal(statSync(path).mode & 0o777, 0o600);
    assert.throws(() => writeKeyFile(path, Buffer.from("x")), { code: "EEXIST" });
    assert.deepEqual(readFileSync(path), sealed);
  });

  it("needs more than a short word", async () => {
    await assert.rejects(sealKey(key, Buffer.from("short")), { code: "key.passphrase-short" });
  });
});

describe("private keys in what goes into a bundle", () => {
  const found = (...pieces: Uint8Array[]) => {
    const finder = secretFinder();
    for (const piece of pieces) finder.look(piece);
    return finder.found;
  };
  const pem = Buffer.from(key.privateKey.export({ type: "pkcs8", format: "pem" }) as string);

  it("are found in every form, across pieces too", () => {
    assert.ok(found(pem) && found(sealed));
    for (let at = 1; at < pem.length; at += 7)
      assert.ok(found(pem.subarray(0, at), pem.subarray(at)), String(at));
    assert.ok(isPrivateDer(key.privateKey.export({ type: "pkcs8", format: "der" })));
  });

  it("are not seen where a program only knows their first line", () => {
    const line = `-----BEGIN ${"PRIVATE KEY"}-----`;
    assert.ok(!found(Buffer.from(`${line}\0-----END PRIVATE KEY-----\0more`)));
    assert.ok(!isPrivateDer(Buffer.from("0123")));
    assert.ok(!found(publicFileOf(key.publicKey)));
  });
});
