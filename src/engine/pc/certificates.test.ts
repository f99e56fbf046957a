import assert from "node:assert/strict";
import { test } from "node:test";
import type { RootCertificate } from "../../evidence/pc-outcome.ts";
import { judgeCertificates } from "./certificates.ts";
import { caseOf, found, guide, keys, told, unreadable } from "./stage/case.ts";

const candidate = (id: string, at = 0) =>
  guide.certificates.find((one) => one.id === id)?.candidates[at] ?? { subject: "" };

function rootOf(id: string, at = 0, own: Partial<RootCertificate> = {}): RootCertificate {
  const { subject, sha256 = "0".repeat(64), sha1, notAfter = "2036-01-01" } = candidate(id, at);
  const ends = Date.parse(notAfter);
  return { subject, sha256, ...(sha1 && { sha1 }), notAfter: ends, distrusted: false, ...own };
}

const verisign = rootOf("verisign-root");
const thawte = rootOf("thawte-timestamp-root");
const [r1, r3] = [rootOf("globalsign-timestamp-root"), rootOf("globalsign-timestamp-root", 1)];

function judge(roots: RootCertificate[], startedAt?: string) {
  return judgeCertificates(caseOf([["roots", found(roots)]], guide, startedAt));
}

test("each is known by its fingerprint; of two candidates one will do", () => {
  for (const globalsign of [r1, r3]) {
    const checks = judge([verisign, globalsign]);
    assert.equal(told(checks, "verisign-root"), "pass");
    assert.equal(told(checks, "globalsign-timestamp-root"), "pass");
  }
  assert.equal(told(judge([]), "verisign-root"), "fail certificate.missing");
});

test("a name is no proof", () => {
  const forged = { ...verisign, sha256: "b".repeat(64) };
  const checks = judge([forged]);
  assert.equal(told(checks, "verisign-root"), "fail certificate.missing");
  assert.deepEqual(keys(checks, "verisign-root"), ["certificate.missing", "certificate.other"]);
  const { sha1: _sha1, ...without } = r1;
  assert.equal(told(judge([without]), "globalsign-timestamp-root"), "unknown");
});

test("distrusted, expired and missing are three things, by the time of the evidence", () => {
  const id = "globalsign-timestamp-root";
  assert.equal(told(judge([{ ...r3, distrusted: true }]), id), "fail certificate.distrusted");
  assert.equal(told(judge([{ ...r3, distrusted: true }, r1]), id), "pass");
  assert.equal(told(judge([r1], "2028-06-01T00:00:00Z"), id), "fail certificate.expired");
  assert.equal(told(judge([r1, r3], "2028-06-01T00:00:00Z"), id), "pass");
  assert.equal(told(judge([], "2028-06-01T00:00:00Z"), id), "fail certificate.missing");
  assert.equal(told(judge([r1], "2018-11-01T00:00:00Z"), id), "pass");
});

test("what Windows no longer trusts for new certificates alone is still good for old ones", () => {
  assert.equal(told(judge([verisign]), "verisign-root"), "pass");
  assert.equal(
    told(judge([{ ...verisign, distrusted: true }]), "verisign-root"),
    "fail certificate.distrusted",
  );
});

test("a certificate whose time is past everywhere makes no PC sick, and is said to be expired", () => {
  const id = "thawte-timestamp-root";
  for (const roots of [[], [thawte], [{ ...thawte, distrusted: true }]]) {
    const checks = judge(roots);
    assert.equal(told(checks, id), "pass");
    assert.ok(keys(checks, id).includes("certificate.expired"));
    assert.ok(keys(checks, id).includes("certificate.distrusted-since"));
  }
  assert.ok(keys(judge([]), id).includes("certificate.over-absent"));
  assert.ok(keys(judge([thawte]), id).includes("certificate.over-there"));
});

test("in 2018 the same certificate was needed", () => {
  const id = "thawte-timestamp-root";
  assert.equal(told(judge([thawte], "2018-11-01T00:00:00Z"), id), "pass");
  assert.equal(told(judge([], "2018-11-01T00:00:00Z"), id), "fail certificate.missing");
});

test("what could not be read is neither passed nor failed", () => {
  assert.equal(
    told(judgeCertificates(caseOf([["roots", unreadable]])), "verisign-root"),
    "unknown",
  );
});
