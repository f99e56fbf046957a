import assert from "node:assert/strict";
import { test } from "node:test";
import { prepare } from "../../src/doctor/prepare.ts";
import { make, newKey } from "../../src/trust/stage/authority.ts";
import { signedPe } from "../../src/trust/stage/sign.ts";
import { rootBlob, thumbprint } from "../windows/stage/root-blob.ts";
import { patient, put, windowsPc } from "./_patient.ts";
import { filesFolder, pinnedGuide, remedyOf, withInstaller } from "./_pins.ts";

/** Installers as they were signed before 2016 are let in only where the guide says that it is one. */
const times = { from: Date.UTC(2010, 0, 1), to: Date.UTC(2100, 0, 1) };
const key = newKey("rsa1024");
const old = { kind: "rsa1024" as const, digest: "sha1", ...times };
const root = make({ name: "Old Root", authority: true, key, ...old });
const signer = make({
  name: "Old Software",
  issuer: root,
  purposes: ["1.3.6.1.5.5.7.3.3"],
  ...old,
});
const installer = signedPe({ signer, digest: "sha1" });

for (const [allowed, wanted] of [
  [undefined, "signature-refused weak-algorithm"],
  [true, "planned"],
] as const) {
  test(`a signature by SHA-1 is ${allowed ? "good enough where the guide says so" : "refused"}`, async () => {
    const world = withInstaller(windowsPc({ elevated: true }), installer);
    const { der } = root.certificate;
    const store = "HKLM\\Software\\Microsoft\\SystemCertificates\\Root\\Certificates";
    put(world, `${store}\\${thumbprint(der)}`, [
      { name: "Blob", value: { type: "hex", id: 3, data: rootBlob(der).toString("hex") } },
    ]);
    const guide = pinnedGuide();
    const { download } = guide.programs[0]!;
    delete download!.sha256;
    download!.publisher = { subject: "Old Software", ...(allowed && { old: allowed }) };
    const { machine } = patient({ world });
    const remedy = remedyOf("install-program");
    const { entries, refused } = await prepare({ machine }, guide, remedy, filesFolder);
    const [first] = refused;
    assert.equal(entries.length > 0 ? "planned" : `${first?.code} ${first?.with.reason}`, wanted);
  });
}
