import assert from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { test } from "node:test";
import { authority } from "../linux/stage/certificates.ts";
import { memorySystem } from "../memory/system.ts";
import { setKey } from "../memory/system-registry.ts";
import { emptySystem } from "../memory/system-world.ts";
import { rootCertificates } from "./roots.ts";

const property = (id: number, bytes: Buffer) => {
  const head = Buffer.from(Uint32Array.of(id, 1, bytes.length).buffer);
  return Buffer.concat([head, bytes]);
};

test("certificates of every store are looked into; one that is damaged hides no other", async () => {
  const own = new X509Certificate((await authority("조치 시험 CA", true)).pem);
  const sha1 = Buffer.from(own.fingerprint.replaceAll(":", ""), "hex");
  const world = emptySystem();
  const enter = (store: string, name: string, der: Buffer) => {
    const data = Buffer.concat([property(3, Buffer.from(name, "hex")), property(32, der)]);
    const value = { type: "hex" as const, id: 3, data: data.toString("hex") };
    setKey(world.registry, `${store}\\Certificates\\${name}`, [{ name: "Blob", value }]);
  };
  const name = sha1.toString("hex");
  enter("HKLM\\Software\\Policies\\Microsoft\\SystemCertificates\\Root", name, own.raw);
  enter("HKLM\\Software\\Microsoft\\EnterpriseCertificates\\Root", name, own.raw);
  enter("HKLM\\Software\\Microsoft\\SystemCertificates\\AuthRoot", name, own.raw);
  enter(
    "HKLM\\Software\\Microsoft\\SystemCertificates\\Root",
    "00".repeat(20),
    Buffer.from("junk"),
  );
  enter("HKCU\\Software\\Microsoft\\SystemCertificates\\CA", "11".repeat(20), own.raw);
  assert.deepEqual(await rootCertificates(memorySystem({ world })), {
    state: "found",
    value: [
      {
        sha256: own.fingerprint256.replaceAll(":", "").toLowerCase(),
        sha1: name,
        subject: "CN=조치 시험 CA",
        notBefore: own.validFromDate.getTime(),
        notAfter: own.validToDate.getTime(),
        stores: ["machine", "policy"],
        distrusted: false,
      },
    ],
  });
});
