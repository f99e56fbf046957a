import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { verifyAuthenticode } from "./authenticode.ts";
import { lookAlike } from "./look-alike.ts";
import { decide, type Publisher } from "./publisher.ts";
import { bytesSource } from "./source.ts";
import { codeSigning, family, type Made, make, now } from "./stage/authority.ts";
import { attach, minimalPe, peDigest, tableEntry } from "./stage/pe.ts";
import { attribute, pkcs7, signedPe } from "./stage/sign.ts";

const { root, issuer } = family();
const name = "INCA Internet Co.,Ltd.";
const pinned: Publisher = {
  commonName: name,
  organization: name,
  issuerCommonName: "Test Code CA",
};

const signer = (subject: [string, string][]) =>
  make({ name: subject, issuer, purposes: [codeSigning] });
const right = signer([
  ["C", "KR"],
  ["O", name],
  ["CN", name],
]);
const called = (text: string) =>
  signer([
    ["O", text],
    ["CN", text],
  ]);

async function judge(file: Buffer, pin: Publisher = pinned) {
  const signature = await verifyAuthenticode(bytesSource(file), {
    roots: [root.certificate],
    now: new Date(now),
  });
  const decision = decide(signature, pin);
  return decision.is === "accepted" ? "accepted" : decision.reason;
}
const signedBy = (made: Made) => signedPe({ signer: made, along: [issuer] });

describe("a publisher", () => {
  it("is accepted by subject, organization, issuer and certificate", async () => {
    const file = signedBy(right);
    const hash = right.certificate.sha256;
    const pair = hash.toUpperCase().replace(/..(?=.)/g, "$&:");
    assert.equal(await judge(file), "accepted");
    assert.equal(await judge(file, { commonName: name }), "accepted");
    assert.equal(await judge(file, { certificateSha256: hash }), "accepted");
    assert.equal(await judge(file, { ...pinned, certificateSha256: pair }), "accepted");
    assert.equal(
      await judge(file, { ...pinned, certificateSha256: "00".repeat(32) }),
      "wrong-certificate",
    );
    assert.equal(await judge(file, { ...pinned, issuerCommonName: "Test Root" }), "wrong-issuer");
  });

  it("of another company is refused, however good the signature is", async () => {
    assert.equal(await judge(signedBy(called("Dream Security Co.,Ltd."))), "wrong-publisher");
  });

  it("is never a part of a name, another case or a name with more to it", async () => {
    for (const text of [
      "INCA Internet",
      `${name} (Partner)`,
      `Reseller of ${name}`,
      "INCA Internet Co., Ltd. Shanghai",
    ])
      assert.equal(await judge(signedBy(called(text))), "wrong-publisher", text);
  });

  it("that only looks like the right one is refused as such", async () => {
    for (const text of [
      "INCA Internet Co.,Ltd",
      "inca internet co.,ltd.",
      "INCA  Internet Co.,Ltd.",
      "ІNCA Internet Co.,Ltd.",
      "INCА Internet Co.,Ltd.",
      "INCA Internet Со.,Ltd.",
      "INCA\u200b Internet Co.,Ltd.",
      "INCA Internet Co.,Ltd.\u0000",
      "ＩＮＣＡ Internet Co.,Ltd.",
      "lNCA Internet Co.,Ltd.",
    ])
      assert.equal(await judge(signedBy(called(text))), "look-alike", JSON.stringify(text));
  });

  it("with two names of one kind is refused, in whatever part they stand", async () => {
    const twice = signer([
      ["CN", name],
      ["O", name],
      ["CN", "Somebody Else"],
    ]);
    assert.equal(await judge(signedBy(twice)), "ambiguous-name");
    assert.equal(await judge(signedBy(signer([["CN", name]]))), "wrong-publisher");
  });

  it("is nobody where the pin names nobody", async () => {
    for (const empty of [{}, { issuerCommonName: "Test Code CA" }, { commonName: " " }])
      assert.equal(await judge(signedBy(right), empty), "empty-pin");
  });

  it("with the same subject, issued by itself, is not valid at all", async () => {
    const own = make({ name: right.name, purposes: [codeSigning] });
    assert.equal(await judge(signedPe({ signer: own })), "not-valid");
    assert.equal(await judge(minimalPe()), "not-valid");
  });

  it("does not vouch for bytes that its signature does not cover, unless that is allowed", async () => {
    const file = signedPe({
      signer: right,
      along: [issuer],
      unsigned: () => [attribute("1.2.3.4", Buffer.from("0500", "hex"))],
    });
    assert.equal(await judge(file), "hidden-data");
    assert.equal(await judge(file, { ...pinned, unsignedData: "allowed" }), "accepted");
  });

  it("must be the one whose signature holds, where another one's does as well", async () => {
    const file = minimalPe();
    const value = peDigest(file, "sha256");
    const fake = make({ name: right.name, purposes: [codeSigning] });
    const theirs = tableEntry(pkcs7(value, { signer: fake }));
    const mine = tableEntry(pkcs7(value, { signer: called("Mallory"), along: [issuer] }));
    for (const table of [Buffer.concat([theirs, mine]), Buffer.concat([mine, theirs])])
      assert.equal(await judge(attach(file, table)), "wrong-publisher");
  });

  it("does not vouch for a file that is broken in any way", async () => {
    const file = minimalPe();
    const wanted = { signer: right, along: [issuer] };
    const good = tableEntry(pkcs7(peDigest(file, "sha256"), wanted));
    const bad = tableEntry(pkcs7(Buffer.alloc(32), wanted));
    assert.equal(await judge(attach(file, Buffer.concat([good, bad]))), "not-valid");
    const moved = Buffer.concat([attach(file, good), Buffer.alloc(0x200)]);
    assert.equal(await judge(moved), "not-valid");
  });

  it("may be the second of two who signed", async () => {
    const file = minimalPe();
    const value = peDigest(file, "sha256");
    const entry = (made: Made) => tableEntry(pkcs7(value, { signer: made, along: [issuer] }));
    const both = Buffer.concat([entry(called("Test Signer")), entry(right)]);
    assert.equal(await judge(attach(file, both)), "accepted");
    const others = Buffer.concat([entry(called("A")), entry(called("B"))]);
    assert.equal(await judge(attach(file, others)), "wrong-publisher");
  });
});

it("Hangul names are told apart", () => {
  assert.equal(lookAlike("금융결제원", "금융결제윈"), false);
  assert.equal(lookAlike("금융결제원", "금융결제원".normalize("NFD")), true);
  assert.equal(lookAlike("금융결제원", "금융결제원"), false);
});
