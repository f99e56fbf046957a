import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { BundleFault } from "../../src/bundle/fault.ts";
import { faultWords } from "../../src/bundle/said.ts";
import { family } from "../../src/trust/stage/authority.ts";
import { signedPe } from "../../src/trust/stage/sign.ts";
import { sceneIn } from "./_scene.ts";
import { bundleOf, type Cast, cast, workshop } from "./_stage.ts";

const { folder, remove } = workshop();
after(remove);
const { people, seen } = await sceneIn(folder);

describe("whoever puts a bundle together", () => {
  const refusal = async (wanted: Parameters<typeof bundleOf>[1], by: Cast = people) => {
    try {
      await bundleOf(by, { output: join(folder, "refused.jochi"), signers: [], ...wanted });
      return "made";
    } catch (error) {
      if (error instanceof BundleFault) return `${error.code} ${error.detail.because ?? ""}`.trim();
      throw error;
    }
  };
  const file = (name: string, bytes: Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };

  it("cannot put in an installer of another company, or an unsigned one", async () => {
    const stolen = family("ec", "Innocent Software Ltd.");
    const other = signedPe({ signer: stolen.leaf, along: [stolen.issuer] });
    const authorities = [...seen.roots!, stolen.root.certificate];
    const path = file("other.exe", other);
    assert.equal(
      await refusal({ offered: [{ id: "agent", path }], authorities }),
      "create.refused wrong-publisher",
    );
    const same = family("ec", "Example Payments Co., Ltd.");
    const selfMade = file("same.exe", signedPe({ signer: same.leaf, along: [same.issuer] }));
    assert.equal(
      await refusal({ offered: [{ id: "agent", path: selfMade }] }),
      "create.refused authority-unknown",
    );
    const unsigned = file("plain.exe", signedPe({ signer: people.signer }).subarray(0, 0x400));
    assert.match(
      await refusal({ offered: [{ id: "agent", path: unsigned }] }),
      /^create.refused (malformed|unsigned)/,
    );
  });

  it("is told which name is wrong, the signer's or that of his authority", async () => {
    const download = `publisher: { subject: "Example Payments Co., Ltd.", issuer: Other CA }`;
    const by = cast(join(folder, "other-authority"), { download });
    const output = join(by.folder, "refused.jochi");
    await assert.rejects(bundleOf(by, { output, signers: [] }), (error) => {
      assert.ok(error instanceof BundleFault);
      assert.equal(error.detail.because, "wrong-issuer");
      assert.match(faultWords(error, "en"), /from another authority \(Test Code CA\)\.$/);
      return true;
    });
  });

  it("cannot put in a private key, whatever it is called", async () => {
    const { keys } = people;
    const pem = keys.alice.privateKey.export({ type: "pkcs8", format: "pem" }) as string;
    const der = keys.alice.privateKey.export({ type: "pkcs8", format: "der" });
    for (const bytes of [
      Buffer.from(pem),
      Buffer.concat([Buffer.alloc(3 << 20), Buffer.from(pem)]),
      der,
    ]) {
      const path = file("program.zip", bytes);
      assert.equal(await refusal({ program: { path, source: "x" } }), "create.secret");
    }
  });

  it("cannot put in what no guide asks for", async () => {
    assert.equal(
      await refusal({ offered: [{ id: "other", path: people.installer }] }),
      "create.not-asked",
    );
    assert.equal(
      await refusal({ offered: [{ id: "agent", path: join(folder, "nowhere") }] }),
      "create.no-file",
    );
  });
});
