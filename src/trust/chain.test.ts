import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type ChainQuestion, chainOf } from "./chain.ts";
import { codeSigning, day, family, type Made, make, now, type Wanted } from "./stage/authority.ts";

const { root, issuer, leaf } = family();

function ask(signer: Made, between: Made[], more: Partial<ChainQuestion> = {}) {
  const answer = chainOf(signer.certificate, {
    roots: [root.certificate],
    between: between.map(({ certificate }) => certificate),
    purpose: codeSigning,
    at: now,
    stamped: false,
    revoked: [],
    legacy: false,
    ...more,
  });
  return { verdict: answer.verdict, length: answer.chain.length };
}

const signer = (more: Partial<Wanted> = {}) =>
  make({ name: "Example Software", issuer, purposes: [codeSigning], ...more });
const authority = (more: Partial<Wanted> = {}) =>
  make({ name: "Another CA", issuer: root, authority: true, ...more });

describe("a chain", () => {
  it("leads to a root that is given, in whatever order its parts come", () => {
    assert.deepEqual(ask(leaf, [issuer]), { verdict: "valid", length: 3 });
    assert.deepEqual(ask(leaf, [leaf, root, issuer]), { verdict: "valid", length: 3 });
  });

  it("may be a single certificate where that one is trusted itself", () => {
    const roots = [leaf.certificate];
    assert.deepEqual(ask(leaf, [], { roots }), { verdict: "valid", length: 1 });
  });

  it("is incomplete where an authority is missing", () => {
    assert.deepEqual(ask(leaf, []), { verdict: "chain-incomplete", length: 1 });
    assert.deepEqual(ask(leaf, [issuer], { roots: [] }), {
      verdict: "chain-incomplete",
      length: 2,
    });
  });

  it("that ends in a root which is not given is not trusted, whatever it calls itself", () => {
    const fake = family();
    assert.deepEqual(ask(fake.leaf, [fake.issuer, fake.root]), {
      verdict: "untrusted-root",
      length: 3,
    });
    const self = make({ name: leaf.name, purposes: [codeSigning] });
    assert.deepEqual(ask(self, [issuer]), { verdict: "untrusted-root", length: 1 });
  });

  it("does not follow a name without its signature", () => {
    const fake = make({ name: "Test Code CA", authority: true });
    const forged = signer({ issuer: fake });
    assert.equal(ask(forged, [issuer]).verdict, "chain-incomplete");
  });

  it("needs a signer for the purpose, and authorities that do not exclude it", () => {
    for (const purposes of [["1.3.6.1.5.5.7.3.1"], ["2.5.29.37.0"]])
      assert.equal(ask(signer({ purposes }), [issuer]).verdict, "wrong-purpose");
    const none = make({ name: "Example Software", issuer });
    assert.equal(ask(none, [issuer]).verdict, "wrong-purpose");
    assert.equal(ask(signer({ usage: 0x20 }), [issuer]).verdict, "wrong-purpose");
    const servers = authority({ purposes: ["1.3.6.1.5.5.7.3.1"] });
    assert.equal(ask(signer({ issuer: servers }), [servers]).verdict, "wrong-purpose");
    const any = authority({ purposes: ["2.5.29.37.0"] });
    assert.equal(ask(signer({ issuer: any }), [any]).verdict, "valid");
  });

  it("lets nobody issue who may not", () => {
    const below = signer({ issuer: leaf });
    assert.equal(ask(below, [leaf, issuer]).verdict, "not-an-authority");
    const mute = authority({ usage: 0x80 });
    assert.equal(ask(signer({ issuer: mute }), [mute]).verdict, "not-an-authority");
    const modest = make({ name: "Modest CA", issuer: root, usage: 0x06 });
    assert.equal(ask(signer({ issuer: modest }), [modest]).verdict, "not-an-authority");
    const last = authority({ pathLength: 0 });
    assert.equal(ask(signer({ issuer: last }), [last]).verdict, "valid");
    const beyond = make({ name: "Beyond CA", issuer: last, authority: true });
    assert.equal(ask(signer({ issuer: beyond }), [beyond, last]).verdict, "not-an-authority");
  });

  it("is weak by MD5, by SHA-1 and by short keys; a root's own signature does not matter", () => {
    assert.equal(ask(signer({ digest: "sha1" }), [issuer]).verdict, "weak-algorithm");
    const legacy = { legacy: true };
    assert.equal(ask(signer({ digest: "sha1" }), [issuer], legacy).verdict, "valid");
    const rsa = make({ name: "RSA CA", kind: "rsa", issuer: root, authority: true });
    const md5 = signer({ issuer: rsa, digest: "md5" });
    assert.equal(ask(md5, [rsa], legacy).verdict, "weak-algorithm");
    const short = signer({ kind: "rsa1024" });
    assert.equal(ask(short, [issuer]).verdict, "weak-algorithm");
    assert.equal(ask(short, [issuer], legacy).verdict, "valid");
    const old = make({ name: "Old Root", kind: "rsa", digest: "sha1", authority: true });
    const roots = [old.certificate];
    assert.equal(ask(signer({ issuer: old }), [], { roots }).verdict, "valid");
  });

  it("stops at a critical extension that nobody knows", () => {
    assert.equal(ask(signer({ critical: "1.2.3.4" }), [issuer]).verdict, "critical-extension");
  });

  it("is judged at the time that is given, every certificate of it, to the second", () => {
    const { notBefore, notAfter } = leaf.certificate;
    const at = (time: number) => ask(leaf, [issuer], { at: time }).verdict;
    assert.equal(at(notBefore - 1), "not-yet-valid");
    assert.equal(at(notBefore), "valid");
    assert.equal(at(notAfter + 999), "valid");
    assert.equal(at(notAfter + 1_000), "expired");
    assert.equal(at(Number.NaN), "not-yet-valid", "no time is inside no validity");
    const old = authority({ to: now - day });
    assert.equal(ask(signer({ issuer: old }), [old]).verdict, "expired");
  });

  it("ends with a revoked certificate, unless a timestamp is older than that", () => {
    for (const one of [leaf, issuer, root]) {
      const { sha256 } = one.certificate;
      for (const hash of [sha256, sha256.toUpperCase().replace(/..(?=.)/g, "$&:")])
        assert.equal(
          ask(leaf, [issuer], { revoked: [{ sha256: hash }] }).verdict,
          "revoked-by-list",
        );
      const since = { revoked: [{ sha256, since: now }] };
      const before = { ...since, at: now - day };
      assert.equal(ask(leaf, [issuer], { ...before, stamped: true }).verdict, "valid");
      assert.equal(ask(leaf, [issuer], before).verdict, "revoked-by-list");
      assert.equal(ask(leaf, [issuer], { ...since, stamped: true }).verdict, "revoked-by-list");
    }
  });

  it("takes the good one of several ways", () => {
    const old = make({
      name: "Test Code CA",
      issuer: root,
      authority: true,
      key: issuer.key,
      to: now - day,
    });
    for (const between of [
      [old, issuer],
      [issuer, old],
    ])
      assert.deepEqual(ask(leaf, between), { verdict: "valid", length: 3 });
    assert.equal(ask(leaf, [old]).verdict, "expired");
  });

  it("comes to an end among authorities that issue each other", () => {
    const keys = make({ name: "Ring", authority: true }).key;
    const ring = Array.from({ length: 40 }, () =>
      make({ name: "Ring", authority: true, key: keys }),
    );
    const lost = signer({ issuer: ring[0]! });
    assert.notEqual(ask(lost, ring).verdict, "valid");
  });
});
