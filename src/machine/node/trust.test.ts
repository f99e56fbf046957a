import assert from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import type net from "node:net";
import { after, before, test } from "node:test";
import tls from "node:tls";
import { type Authority, authority } from "../linux/stage/certificates.ts";
import { makeTrust } from "./trust.ts";

const host = "pay.contract.test";
const days = { from: -1, to: 30 };
let ours: Awaited<ReturnType<typeof authority>>;
let theirs: Authority;
let namesake: typeof ours;
before(async () => {
  ours = await authority("Stage CA", true);
  theirs = await authority("Stage Inspection CA", true);
  namesake = await authority("Stage CA", true);
});

function trustIn(pcPems: string[], env: NodeJS.ProcessEnv = {}) {
  let reads = 0;
  const pcStores = [
    async () => {
      reads += 1;
      return pcPems;
    },
  ];
  return { ...makeTrust({ publicCaPems: [ours.pem], env, pcStores }), reads: () => reads };
}

async function chainOf(issuer: Authority, sends = true): Promise<X509Certificate[]> {
  const { chain } = await issuer.issue([host], days);
  const pems = chain.split(/(?<=-----END CERTIFICATE-----)\n/);
  return pems.slice(0, sends ? 2 : 1).map((pem) => new X509Certificate(pem));
}

test("a chain that verifies is public, and the PC's store stays unread", async () => {
  const trust = trustIn([]);
  assert.equal(await trust.anchor(await chainOf(ours), "OK"), "public");
  assert.equal(await trust.anchor(await chainOf(ours), "CERT_HAS_EXPIRED"), "public");
  assert.equal(trust.reads(), 0);
});

test("a root that only the PC has is the PC's, sent along or not", async () => {
  const trust = trustIn([`junk\n${ours.pem}\n${theirs.pem}`]);
  const sent = await chainOf(theirs);
  assert.equal(await trust.anchor(sent, "SELF_SIGNED_CERT_IN_CHAIN"), "pc");
  const alone = await chainOf(theirs, false);
  assert.equal(await trust.anchor(alone, "UNABLE_TO_VERIFY_LEAF_SIGNATURE"), "pc");
  assert.equal(alone.length, 2);
  assert.equal(trust.reads(), 1);
});

test("a root with a public root's name and another key is not public", async () => {
  const trust = trustIn([]);
  assert.equal(await trust.anchor(await chainOf(namesake), "SELF_SIGNED_CERT_IN_CHAIN"), "none");
  const [leaf] = await chainOf(namesake);
  const forged = [leaf!, new X509Certificate(ours.pem)];
  assert.equal(await trust.anchor(forged, "CERT_SIGNATURE_FAILURE"), "none");
});

test("an intermediate in the PC's store leads on to its public root, if it has one", async () => {
  const left = "UNABLE_TO_VERIFY_LEAF_SIGNATURE";
  const between = await authority("Stage Intermediate CA", false, ours);
  for (const store of [
    [between.pem],
    [between.pem, ours.pem],
    [theirs.pem, ours.pem, between.pem],
  ]) {
    const chain = await chainOf(between, false);
    assert.equal(await trustIn(store).anchor(chain, left), "public");
    assert.deepEqual(
      chain.map(({ subject }) => subject),
      [`CN=${host}`, "CN=Stage Intermediate CA", "CN=Stage CA"],
    );
  }
  const omitted = await chainOf(between, false);
  assert.equal(await trustIn([theirs.pem]).anchor(omitted, left), "none");
  assert.equal(omitted.length, 1);
  const forged = await authority("Stage Intermediate CA", false, namesake);
  const trust = trustIn([forged.pem]);
  assert.equal(await trust.anchor(await chainOf(forged, false), left), "pc");
});

/** What OpenSSL says of a certificate with this context. */
async function verified(issuer: Authority, context: tls.SecureContext): Promise<boolean> {
  const { chain, key } = await issuer.issue([host], days);
  const server = tls.createServer({ cert: chain, key }).listen(0, "127.0.0.1");
  after(() => server.close());
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as net.AddressInfo;
  const options = { port, servername: host, rejectUnauthorized: false, secureContext: context };
  return new Promise((resolve) => {
    const socket = tls.connect({ host: "127.0.0.1", ...options }, () => {
      resolve(socket.authorized);
      socket.destroy();
    });
  });
}

for (const env of [{}, { NODE_EXTRA_CA_CERTS: "/some/roots.pem" }]) {
  const which = Object.keys(env)[0] ?? "nothing";
  test(`the context knows the given roots and no others (${which} set)`, async () => {
    const context = trustIn([theirs.pem], env).context();
    assert.equal(await verified(ours, context), true);
    assert.equal(await verified(theirs, context), false);
    assert.equal(await verified(ours, tls.createSecureContext()), false);
  });
}
