import assert from "node:assert/strict";
import { test } from "node:test";
import { checkPin } from "./pin.ts";
import { codeSigning, make, now } from "./stage/authority.ts";

const root = make({ name: "Pinned Root", authority: true, kind: "rsa" });
const other = make({ name: "Pinned Root", authority: true });
const pem = (der: Uint8Array) =>
  Buffer.from(
    `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString("base64").replace(/.{64}/g, "$&\n")}\n-----END CERTIFICATE-----\n`,
  );

test("a certificate is the pinned one in DER and PEM, its hash in any spelling", () => {
  const { der, sha256 } = root.certificate;
  for (const hash of [sha256, sha256.toUpperCase(), sha256.replace(/..(?=.)/g, "$&:")])
    for (const file of [der, pem(der)]) assert.equal(checkPin(file, hash).is, "match");
});

test("another one of the same name is another one, and is shown", () => {
  const answer = checkPin(other.certificate.der, root.certificate.sha256);
  assert.equal(answer.is, "other");
  assert.ok(!("certificate" in answer));
});

test("what somebody must see is told: whose, until when, what for", () => {
  const answer = checkPin(root.certificate.der, root.certificate.sha256);
  assert.ok(answer.is === "match");
  const { facts } = answer;
  assert.equal(facts.selfSigned, true);
  assert.deepEqual(facts.uses, ["authority", "any"]);
  assert.deepEqual(facts.key, { type: "rsa", bits: 2_048 });
  assert.equal(facts.signedWith, "sha256");
  assert.ok(facts.notBefore < now && now < facts.notAfter);
  assert.deepEqual(facts.subject.at(-1), { type: "CN", value: "Pinned Root" });
  const leaf = make({ name: "Code", issuer: root, purposes: [codeSigning, "1.2.3"] });
  const shown = checkPin(leaf.certificate.der, "");
  assert.ok(shown.is === "other");
  assert.equal(shown.facts.selfSigned, false);
  assert.deepEqual(shown.facts.uses, ["code", "other"]);
});

test("what is no certificate is malformed: empty, cut off, two in one, with more behind it", () => {
  const { der, sha256 } = root.certificate;
  const files = [
    Buffer.alloc(0),
    Buffer.from("-----BEGIN CERTIFICATE-----"),
    der.subarray(0, -1),
    Buffer.concat([der, Buffer.from([0])]),
    Buffer.concat([pem(der), pem(der)]),
    Buffer.alloc(100_000, 0x30),
  ];
  for (const file of files) assert.deepEqual(checkPin(file, sha256), { is: "malformed" });
  for (let length = 0; length < der.length; length += 1)
    assert.equal(checkPin(der.subarray(0, length), sha256).is, "malformed");
});

test("no single changed byte of it still matches, and none throws", () => {
  const { der, sha256 } = root.certificate;
  for (let at = 0; at < der.length; at += 1) {
    const copy = Buffer.from(der);
    copy[at]! ^= 0xff;
    assert.notEqual(checkPin(copy, sha256).is, "match");
  }
});
