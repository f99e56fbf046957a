import assert from "node:assert/strict";
import { test } from "node:test";
import type { TlsOutcome } from "../machine.ts";
import { memoryMachine } from "../memory.ts";
import type { World, WorldService } from "../world.ts";
import { matchesName } from "./certificate.ts";
import { far, sampleWorld, serviceAt } from "./samples.ts";

async function shake(change: (world: World) => void, servername = "pay.example") {
  const machine = memoryMachine(sampleWorld(change));
  const outcome = await machine.connect(far, 443, { timeoutMs: 2_000 });
  assert.ok(outcome.ok);
  const tls = await outcome.connection.tls({ servername, timeoutMs: 2_000 });
  return { tls, connection: outcome.connection, now: machine.now() };
}

const summary = (tls: TlsOutcome) =>
  tls.ok ? [tls.verify, tls.anchor, tls.nameMatches] : [tls.failure, tls.code];

const certificates: [WorldService["certificate"], unknown[]][] = [
  ["valid", ["OK", "public", true]],
  ["expired", ["CERT_HAS_EXPIRED", "public", true]],
  ["not-yet-valid", ["CERT_NOT_YET_VALID", "public", true]],
  ["wrong-host", ["OK", "public", false]],
  ["self-signed", ["DEPTH_ZERO_SELF_SIGNED_CERT", "none", true]],
  ["unknown-ca", ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "none", true]],
  ["inspection", ["SELF_SIGNED_CERT_IN_CHAIN", "none", true]],
];

for (const [certificate, seen] of certificates) {
  test(`a certificate that is ${certificate}: ${seen.join(", ")}`, async () => {
    const { tls } = await shake((world) => {
      serviceAt(world, 443).certificate = certificate;
    });
    assert.deepEqual(summary(tls), seen);
  });
}

const ends: [Partial<WorldService>, unknown[]][] = [
  [{ tls: "1.0" }, ["version", "ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION"]],
  [{ tls: "alert" }, ["alert", "ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR"]],
  [
    { tls: "client-certificate-1.2" },
    ["handshake-failure", "ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE"],
  ],
  [{ behaviour: "silent" }, ["timeout", undefined]],
  [{ behaviour: "reset" }, ["reset", "ECONNRESET"]],
  [{ behaviour: "fin" }, ["closed", "ECONNRESET"]],
  [{ behaviour: "plain-http" }, ["not-tls", "ERR_SSL_WRONG_VERSION_NUMBER"]],
];

for (const [change, seen] of ends) {
  test(`a server with ${JSON.stringify(change)}: ${seen[0]}`, async () => {
    const { tls } = await shake((world) => void Object.assign(serviceAt(world, 443), change));
    assert.deepEqual(summary(tls), seen);
  });
}

test("an inspection device mints for any name; a PC that trusts it is content", async () => {
  const inspect = (world: World) => {
    world.pc.trustsInspectionCa = true;
    serviceAt(world, 443).certificate = "inspection";
  };
  for (const servername of ["pay.example", "jochi-control.invalid"]) {
    const { tls } = await shake(inspect, servername);
    assert.deepEqual(summary(tls), ["OK", "pc", true]);
  }
  const { tls } = await shake(inspect, "");
  assert.deepEqual(tls.ok && [tls.chain[0]?.subject, tls.nameMatches], ["CN=pay.example", false]);
});

test("a name filter stops its own name only", async () => {
  for (const [action, seen] of [
    ["reset", "reset"],
    ["drop", "timeout"],
  ] as const) {
    const filter = ({ firewall }: World) => void firewall.sni.push({ name: "pay.example", action });
    assert.equal(summary((await shake(filter)).tls)[0], seen);
    assert.equal((await shake(filter, "other.example")).tls.ok, true);
    assert.equal((await shake(filter, "")).tls.ok, true);
  }
});

test("the PC's clock decides on dates, the server's clock gives them", async () => {
  const days = (count: number) => count * 86_400_000;
  const slow = await shake((world) => {
    world.serverClockOffsetMs = days(400);
  });
  assert.deepEqual(summary(slow.tls), ["CERT_NOT_YET_VALID", "public", true]);
  const fast = await shake((world) => {
    world.serverClockOffsetMs = days(-400);
  });
  assert.deepEqual(summary(fast.tls), ["CERT_HAS_EXPIRED", "public", true]);
  const options = { path: "/", host: "pay.example", timeoutMs: 2_000, maxBytes: 100 };
  const page = await fast.connection.http({ method: "GET", ...options });
  assert.ok(page.ok);
  assert.equal(Date.parse(page.headers.date ?? "") < fast.now - days(399), true);
});

test("a server of TLS 1.3 asks for the certificate only after the handshake", async () => {
  const { tls, connection } = await shake((world) => {
    serviceAt(world, 443).tls = "client-certificate-1.3";
  });
  assert.equal(tls.ok, true);
  const options = { path: "/", host: "pay.example", timeoutMs: 2_000, maxBytes: 100 };
  const page = await connection.http({ method: "GET", ...options });
  assert.deepEqual(page.ok || page.failure, "client-certificate-required");
});

test("a star in a certificate stands for one whole label", () => {
  const cases: [string, string, boolean][] = [
    ["*.bankpay.or.kr", "pg.bankpay.or.kr", true],
    ["*.bankpay.or.kr", "a.pg.bankpay.or.kr", false],
    ["*.bankpay.or.kr", "bankpay.or.kr", false],
    ["*.bankpay.or.kr", "PG.BankPay.or.kr.", true],
    ["pg.bankpay.or.kr", "pg.bankpay.or.kr", true],
    ["pg.bankpay.or.kr", "xpg.bankpay.or.kr", false],
    ["127.0.0.1", "127.0.0.1", true],
    ["*.0.0.1", "127.0.0.1", false],
    ["pay.example", "", false],
  ];
  for (const [pattern, host, matches] of cases) {
    assert.equal(matchesName(pattern, host), matches, `${pattern} ${host}`);
  }
});

test("a loopback agent shows its own authority, and its age", async () => {
  for (const [certificate, verify] of [
    ["own", "OK"],
    ["expired", "CERT_HAS_EXPIRED"],
  ] as const) {
    const world = sampleWorld(({ pc }) => {
      pc.agents[0]!.certificate = certificate;
    });
    const outcome = await memoryMachine(world).connect("127.0.0.1", 14440, { timeoutMs: 500 });
    assert.ok(outcome.ok);
    const tls = await outcome.connection.tls({ servername: "127.0.0.1", timeoutMs: 500 });
    assert.ok(tls.ok);
    assert.deepEqual([tls.verify, tls.anchor], [verify, "pc"]);
    assert.match(tls.chain[0]?.issuer ?? "", /INCA Internet Co\., Ltd\. CA/);
    const page = await outcome.connection.http({
      method: "GET",
      path: "/",
      host: "127.0.0.1:14440",
      timeoutMs: 500,
      maxBytes: 3,
    });
    assert.equal(page.ok && page.body, "TOK");
  }
});
