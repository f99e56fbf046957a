import assert from "node:assert/strict";
import { test } from "node:test";
import type { TlsOutcome } from "../machine.ts";
import { host, limits, type Play, type Stage, shortly, withConnection } from "./setup.ts";

function greet(stage: Stage, name: string, servername = host, wait = limits): Promise<TlsOutcome> {
  return withConnection(stage, name, (connection) => connection.tls({ servername, ...wait }));
}

/** What is seen of certificates, and which word a handshake that fails gets. */
export function tlsContract(play: Play): void {
  test("a session reports its protocol and chain", async () => {
    const outcome = await greet(play(), "valid");
    assert.ok(outcome.ok);
    assert.equal(outcome.protocol, "TLSv1.3");
    const [leaf, root] = outcome.chain;
    assert.ok(leaf && root);
    assert.match(leaf.subject, /pay\.contract\.test/);
    assert.equal(leaf.issuer, root.subject);
    assert.match(leaf.sha256, /^[0-9a-f]{64}$/);
    assert.ok(leaf.notBefore < play().machine.now() && play().machine.now() < leaf.notAfter);
  });

  const certificates: [string, string, string, boolean][] = [
    ["valid", "public", "OK", true],
    ["expired", "public", "CERT_HAS_EXPIRED", true],
    ["not-yet-valid", "public", "CERT_NOT_YET_VALID", true],
    ["wrong-host", "public", "OK", false],
    ["self-signed", "none", "DEPTH_ZERO_SELF_SIGNED_CERT", true],
    ["unknown-ca", "none", "UNABLE_TO_VERIFY_LEAF_SIGNATURE", true],
    ["inspection", "pc", "OK", true],
  ];
  for (const [name, anchor, verify, nameMatches] of certificates) {
    test(`certificate ${name}: anchor ${anchor}, ${verify}`, async () => {
      const outcome = await greet(play(), name);
      assert.ok(outcome.ok);
      assert.deepEqual(
        [outcome.anchor, outcome.verify, outcome.nameMatches],
        [anchor, verify, nameMatches],
      );
    });
  }

  test("without a name no name matches", async () => {
    const outcome = await greet(play(), "valid", "");
    assert.ok(outcome.ok);
    assert.equal(outcome.nameMatches, false);
    assert.equal(outcome.anchor, "public");
  });

  const failures: [string, string, string][] = [
    ["reset", "reset", "ECONNRESET"],
    ["fin", "closed", "ECONNRESET"],
    ["plain-http", "not-tls", "ERR_SSL_WRONG_VERSION_NUMBER"],
    ["web", "not-tls", "ERR_SSL_WRONG_VERSION_NUMBER"],
    ["garbage", "not-tls", "ERR_SSL_WRONG_VERSION_NUMBER"],
    ["tls-1.0", "version", "ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION"],
    ["alert", "alert", "ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR"],
    // The code's prefix differs between versions of OpenSSL.
    ["client-certificate-1.2", "handshake-failure", "ALERT_HANDSHAKE_FAILURE"],
  ];
  for (const [name, failure, code] of failures) {
    test(`handshake with ${name}: ${failure}`, async () => {
      const outcome = await greet(play(), name);
      assert.ok(!outcome.ok);
      assert.equal(outcome.failure, failure);
      assert.ok(outcome.code?.endsWith(code), outcome.code);
    });
  }

  test("a silent handshake costs the limit and no more", async () => {
    const outcome = await greet(play(), "silent", host, shortly);
    assert.ok(!outcome.ok);
    assert.equal(outcome.failure, "timeout");
    assert.ok(outcome.ms >= shortly.timeoutMs - 5 && outcome.ms < shortly.timeoutMs + 100);
  });

  test("a certificate demanded after a TLS 1.3 handshake shows in the request", async () => {
    const outcome = await withConnection(play(), "client-certificate-1.3", async (connection) => {
      const session = await connection.tls({ servername: host, ...limits });
      assert.equal(session.ok, true);
      const request = { method: "GET", path: "/", host, maxBytes: 1_000, ...limits } as const;
      return connection.http(request);
    });
    assert.ok(!outcome.ok);
    assert.equal(outcome.failure, "client-certificate-required");
  });
}
