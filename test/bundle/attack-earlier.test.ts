import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { openContainer } from "../../src/bundle/container/read.ts";
import { BundleFault } from "../../src/bundle/fault.ts";
import { family } from "../../src/trust/stage/authority.ts";
import { signedPe } from "../../src/trust/stage/sign.ts";
import { alter, type Entries, refit, resign } from "./_forge.ts";
import { installers, sceneIn, sha256 } from "./_scene.ts";
import { bundleOf, workshop } from "./_stage.ts";

const { folder, remove } = workshop();
after(remove);
const { people, both, changed } = await sceneIn(folder);
const { alice, bob } = people.keys;

/** Signed by somebody who only calls himself as the publisher does. */
const same = family("ec", "Example Payments Co., Ltd.");
const evil = signedPe({ signer: same.leaf, along: [same.issuer] });

function slipIn(e: Entries): void {
  e.set("installers/setup.exe", evil);
  alter(e, installers, ({ signed }) =>
    Object.assign(signed.targets["installers/setup.exe"], {
      length: evil.length,
      hashes: { sha256: sha256(evil) },
    }),
  );
}

/** A bundle that follows one which somebody has changed. */
async function following(name: string, change: (entries: Entries) => void): Promise<string> {
  const path = join(folder, `${name}.jochi`);
  writeFileSync(path, changed(change));
  const before = await openContainer(path);
  const output = join(folder, `${name}-next.jochi`);
  try {
    await bundleOf(people, { after: before, offered: [], output, signers: [] });
    const next = await openContainer(output);
    const found = await next.sha256("installers/setup.exe");
    await next.close();
    return found === sha256(evil) ? "slipped in" : "made";
  } catch (error) {
    if (error instanceof BundleFault) return `${error.code} ${error.entry}`;
    throw error;
  } finally {
    await before.close();
  }
}

describe("a bundle that follows an earlier one", () => {
  it("takes no file from it that its signers did not sign", async () => {
    assert.equal(
      await following("unsigned", (e) => {
        slipIn(e);
        resign(e, installers, []);
        refit(e, []);
      }),
      `signature.too-few ${installers}`,
    );
    assert.equal(
      await following("by-one", (e) => {
        slipIn(e);
        resign(e, installers, [alice]);
        refit(e, [bob]);
      }),
      `signature.too-few ${installers}`,
    );
    assert.equal(
      await following("broken", (e) => {
        slipIn(e);
        refit(e, both);
      }),
      `signature.bad ${installers}`,
    );
    assert.equal(await following("honest", () => {}), "made");
  });
});
