import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { verifyAuthenticode } from "./authenticode.ts";
import type { AuthenticodeOptions } from "./options.ts";
import { bytesSource } from "./source.ts";
import {
  codeSigning,
  day,
  family,
  make,
  now,
  timeFamily,
  timeStamping,
} from "./stage/authority.ts";
import { countersignature, rfc3161, type StampWanted, signedPe } from "./stage/sign.ts";

const past = { from: now - 90 * day, to: now - 30 * day };
const expired = family("ec", "Example Software", past);
const current = family("ec", "Example Software");
const times = timeFamily();
const inside = now - 60 * day;

const kinds = { rfc3161, countersignature };

function stamped(kind: keyof typeof kinds, stamp: StampWanted, { leaf, issuer } = expired): Buffer {
  const beside = kind === "countersignature" ? [stamp.authority, ...(stamp.along ?? [])] : [];
  return signedPe({
    signer: leaf,
    along: [issuer, ...beside],
    unsigned: (signature) => [kinds[kind](stamp)(signature)],
  });
}

async function verify(file: Buffer, more: Partial<AuthenticodeOptions> = {}) {
  const answer = await verifyAuthenticode(bytesSource(file), {
    roots: [expired.root.certificate, current.root.certificate],
    timestampRoots: [times.root.certificate],
    now: new Date(now),
    ...more,
  });
  return { ...answer, stamp: answer.signatures[0]?.timestamps[0] };
}

it("a certificate that expired is expired where no timestamp stands", async () => {
  const file = signedPe({ signer: expired.leaf, along: [expired.issuer] });
  assert.equal((await verify(file)).verdict, "expired");
  assert.equal((await verify(file, { now: new Date(inside) })).verdict, "valid");
  const early = await verify(file, { now: new Date(now - 95 * day) });
  assert.equal(early.verdict, "not-yet-valid");
});

for (const kind of ["rfc3161", "countersignature"] as const) {
  describe(`a timestamp (${kind})`, () => {
    it("keeps a signature from within the validity valid", async () => {
      const answer = await verify(stamped(kind, { authority: times.leaf, time: inside }));
      assert.equal(answer.verdict, "valid");
      assert.equal(answer.stamp?.verdict, "valid");
      assert.equal(answer.stamp?.time, inside);
      assert.equal(answer.stamp?.signer?.sha256, times.leaf.certificate.sha256);
      assert.equal(answer.signatures[0]?.judgedAt, inside);
      assert.deepEqual(answer.remarks, []);
    });

    it("does not help a signature that was made too late or too early", async () => {
      for (const [time, verdict] of [
        [now - 10 * day, "expired"],
        [now - 95 * day, "not-yet-valid"],
      ] as const)
        assert.equal(
          (await verify(stamped(kind, { authority: times.leaf, time }))).verdict,
          verdict,
        );
    });

    it("by an authority that nobody trusts proves nothing", async () => {
      const own = timeFamily();
      const back = { authority: own.leaf, along: [own.root], time: inside };
      const answer = await verify(stamped(kind, back));
      assert.equal(answer.verdict, "expired");
      assert.equal(answer.stamp?.verdict, "untrusted-root");
      assert.ok(answer.remarks.some(({ code }) => code === "timestamp-untrusted"));
      const still = await verify(stamped(kind, back, current));
      assert.equal(still.verdict, "valid", "the certificate is good today as well");
    });

    it("by a certificate for code, for anything, for time and more, or without a purpose proves nothing", async () => {
      for (const purposes of [
        [codeSigning],
        ["2.5.29.37.0"],
        [timeStamping, codeSigning],
        undefined,
      ]) {
        const other = make({
          name: "Test Time",
          issuer: times.root,
          ...(purposes && { purposes }),
        });
        const answer = await verify(stamped(kind, { authority: other, time: inside }));
        assert.equal(answer.stamp?.verdict, "wrong-purpose");
        assert.equal(answer.verdict, "expired");
      }
    });

    it("from before or after its authority's own time proves nothing", async () => {
      const short = { from: now - 20 * day, to: now };
      const young = make({
        name: "Young",
        issuer: times.root,
        purposes: [timeStamping],
        ...short,
      });
      const answer = await verify(stamped(kind, { authority: young, time: inside }));
      assert.equal(answer.stamp?.verdict, "not-yet-valid");
      assert.equal(answer.verdict, "expired");
    });

    it("over another signature makes the file invalid, good certificate or not", async () => {
      const wrong = { authority: times.leaf, time: inside, over: Buffer.from("another") };
      for (const house of [expired, current]) {
        const answer = await verify(stamped(kind, wrong, house));
        assert.equal(answer.verdict, "timestamp-invalid");
      }
    });

    it("by a revoked authority proves nothing, whatever time it tells", async () => {
      const revoked = [{ sha256: times.leaf.certificate.sha256, since: now }];
      const answer = await verify(stamped(kind, { authority: times.leaf, time: inside }), {
        revoked,
      });
      assert.equal(answer.stamp?.verdict, "revoked-by-list");
      assert.equal(answer.verdict, "expired");
    });

    it("with SHA-1 counts only where that is asked for", async () => {
      const file = stamped(kind, { authority: times.leaf, time: inside, digest: "sha1" });
      assert.equal((await verify(file)).stamp?.verdict, "weak-algorithm");
      assert.equal((await verify(file, { legacy: true })).verdict, "valid");
    });

    it("from days ahead means that a clock is wrong", async () => {
      const file = stamped(kind, { authority: times.leaf, time: now + 20 * day }, current);
      assert.equal((await verify(file)).verdict, "not-yet-valid");
      const broken = await verify(file, { now: new Date(Number.NaN) });
      assert.equal(broken.verdict, "not-yet-valid");
      const near = stamped(kind, { authority: times.leaf, time: now + day / 2 }, current);
      assert.equal((await verify(near)).verdict, "valid");
    });
  });
}

it("a token that names another certificate is invalid", async () => {
  const file = stamped("rfc3161", { authority: times.leaf, time: inside, names: times.root });
  assert.equal((await verify(file)).verdict, "timestamp-invalid");
});

it("a token with another kind of content is none", async () => {
  const kind = "1.2.840.113549.1.9.16.1.5";
  const file = stamped("rfc3161", { authority: times.leaf, time: inside, kind });
  const answer = await verify(file);
  assert.deepEqual([answer.verdict, answer.where], ["timestamp-invalid", "timestamp"]);
});

it("a token whose certificate is not there can be completed by what is given", async () => {
  const file = stamped("rfc3161", { authority: times.leaf, time: inside, alone: true });
  const answer = await verify(file);
  assert.equal(answer.stamp?.verdict, "chain-incomplete");
  assert.equal(answer.verdict, "expired");
  const intermediates = [times.leaf.certificate];
  assert.equal((await verify(file, { intermediates })).verdict, "valid");
});

it("the earliest of several trusted times counts", async () => {
  const { leaf, issuer } = expired;
  const file = signedPe({
    signer: leaf,
    along: [issuer],
    unsigned: (signature) =>
      [now - 10 * day, inside].map((time) => rfc3161({ authority: times.leaf, time })(signature)),
  });
  const answer = await verify(file);
  assert.equal(answer.verdict, "valid");
  assert.equal(answer.signatures[0]?.judgedAt, inside);
});

it("more timestamps than anybody makes are malformed", async () => {
  const { leaf, issuer } = current;
  const many = (count: number) =>
    signedPe({
      signer: leaf,
      along: [issuer],
      unsigned: (signature) =>
        Array.from({ length: count }, () => rfc3161({ authority: times.leaf })(signature)),
    });
  assert.equal((await verify(many(4))).verdict, "valid");
  const answer = await verify(many(5));
  assert.deepEqual([answer.verdict, answer.where], ["malformed", "attributes"]);
});

it("a certificate whose signatures end with it gets no more time by a timestamp", async () => {
  const purposes = [codeSigning, "1.3.6.1.4.1.311.10.3.13"];
  const house = family("ec", "Trial", { ...past, purposes });
  const file = stamped("rfc3161", { authority: times.leaf, time: inside }, house);
  assert.equal((await verify(file, { roots: [house.root.certificate] })).verdict, "expired");
});
