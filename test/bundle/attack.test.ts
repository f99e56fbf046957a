import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { newSigningKey } from "../../src/bundle/keys/key.ts";
import { day } from "../../src/trust/stage/authority.ts";
import { alter, fate, putTogether, refit, resign } from "./_forge.ts";
import { installers, sceneIn, sha256 } from "./_scene.ts";
import { bundleOf, now, workshop } from "./_stage.ts";

const { folder, remove } = workshop();
after(remove);
const { people, honest, later, seen, state, changed } = await sceneIn(folder);

describe("a bundle that was tampered with on the way", () => {
  it("has a file exchanged", async () => {
    const other = Buffer.from(honest.get("installers/setup.exe")!);
    other[other.length >> 1]! ^= 1;
    assert.equal(
      await fate(
        changed((e) => e.set("installers/setup.exe", other)),
        seen,
      ),
      "entry.hash",
    );
    const longer = Buffer.concat([other, Buffer.alloc(8)]);
    assert.equal(
      await fate(
        changed((e) => e.set("installers/setup.exe", longer)),
        seen,
      ),
      "entry.size",
    );
  });

  it("has a file exchanged and its hash with it", async () => {
    const evil = Buffer.from("MZ evil");
    const bytes = changed((e) => {
      e.set("installers/setup.exe", evil);
      alter(e, installers, ({ signed }) => {
        Object.assign(signed.targets["installers/setup.exe"], {
          length: evil.length,
          hashes: { sha256: sha256(evil) },
        });
      });
    });
    assert.equal(await fate(bytes, seen), "trust.mixed");
  });

  it("has everything made anew by somebody with keys of his own", async () => {
    const mallory = newSigningKey();
    const path = await bundleOf(
      { ...people, keys: { alice: mallory, bob: newSigningKey() } },
      { output: join(folder, "mallory.jochi"), signers: [mallory] },
    );
    assert.equal(await fate(readFileSync(path), seen), "root.other");
    assert.equal(await fate(readFileSync(path), { ...seen, trust: state }), "root.other");
  });

  it("was signed anew by one of the two", async () => {
    const { alice } = people.keys;
    const evil = Buffer.from("MZ evil");
    const bytes = changed((e) => {
      e.set("installers/setup.exe", evil);
      resign(e, installers, [alice], (signed) => {
        Object.assign(signed.targets["installers/setup.exe"], {
          length: evil.length,
          hashes: { sha256: sha256(evil) },
        });
      });
      refit(e, [alice]);
    });
    assert.equal(await fate(bytes, seen), "signature.too-few");
  });

  it("lacks one signature, or all of them", async () => {
    for (const left of [0, 1]) {
      const bytes = changed((e) => alter(e, installers, (file) => file.signatures.splice(left)));
      assert.equal(await fate(bytes, seen), "signature.too-few");
    }
  });

  it("has one signature twice, or under another key's id", async () => {
    const twice = changed((e) =>
      alter(e, installers, (file) => {
        file.signatures[1] = file.signatures[0];
      }),
    );
    assert.equal(await fate(twice, seen), "metadata.shape");
    const renamed = changed((e) =>
      alter(e, installers, (file) => {
        file.signatures[1] = { ...file.signatures[0], keyid: file.signatures[1].keyid };
      }),
    );
    assert.equal(await fate(renamed, seen), "signature.bad");
  });

  it("has a signature of a stranger beside the right ones", async () => {
    const { alice, bob } = people.keys;
    const bytes = changed((e) => resign(e, installers, [alice, bob, newSigningKey()]));
    assert.equal(await fate(bytes, seen), "signature.stranger");
  });

  it("has a file more, or one less", async () => {
    const more = changed((e) => e.set("installers/more.exe", Buffer.from("MZ")));
    assert.equal(await fate(more, seen), "entry.stray");
    const metadata = changed((e) => e.set("metadata/mirrors.json", Buffer.from("{}")));
    assert.equal(await fate(metadata, seen), "entry.stray");
    const less = changed((e) => e.delete("certificates/root.der"));
    assert.equal(await fate(less, seen), "entry.missing");
    const plan = changed((e) => e.delete("plan.json"));
    assert.equal(await fate(plan, seen), "entry.missing");
    for (const name of ["timestamp", "snapshot", "targets", "guides", "certificates"]) {
      const bytes = changed((e) => e.delete(`metadata/${name}.json`));
      assert.equal(await fate(bytes, seen), "metadata.missing", name);
    }
  });

  it("is an older one", async () => {
    assert.equal(await fate(putTogether(honest), { ...seen, trust: state }), "trust.rollback");
  });

  it("has the timestamp of an older one, or a newer one", async () => {
    const trust = state;
    const old = changed(
      (e) => e.set("metadata/timestamp.json", honest.get("metadata/timestamp.json")!),
      later,
    );
    assert.equal(await fate(old, { ...seen, trust }), "trust.mixed");
    const young = changed((e) =>
      e.set("metadata/timestamp.json", later.get("metadata/timestamp.json")!),
    );
    assert.equal(await fate(young, seen), "trust.mixed");
  });

  it("has its timestamp frozen, while time goes on", async () => {
    const at = now + 120 * day;
    assert.equal(await fate(putTogether(honest), { ...seen, at }), "trust.expired");
    // A clock that is set back does not help: the PC has seen a later time.
    const trust = { ...state, lastSeenAt: at };
    assert.equal(await fate(putTogether(later), { ...seen, trust }), "trust.expired");
  });

  it("mixes the metadata of two versions", async () => {
    for (const name of ["snapshot", "targets", "guides", "installers", "certificates"]) {
      const file = `metadata/${name}.json`;
      const bytes = changed((e) => e.set(file, honest.get(file)!), later);
      assert.equal(await fate(bytes, seen), "trust.mixed", name);
    }
  });

  it("says otherwise under a version that was seen before", async () => {
    const { alice, bob } = people.keys;
    const timestamp = changed(
      (e) =>
        resign(e, "metadata/timestamp.json", [alice, bob], (signed) => {
          signed.expires = "2027-02-28T00:00:00Z";
        }),
      later,
    );
    assert.equal(await fate(timestamp, { ...seen, trust: state }), "trust.same-version");
    const listing = changed((e) => {
      resign(e, installers, [alice, bob], (signed) => {
        signed.expires = "2027-02-27T00:00:00Z";
      });
      resign(e, "metadata/snapshot.json", [alice], (signed) => {
        signed.version += 1;
      });
      resign(e, "metadata/timestamp.json", [alice], (signed) => {
        signed.version += 1;
      });
      refit(e, [alice]);
    }, later);
    assert.equal(await fate(listing, { ...seen, trust: state }), "trust.same-version");
  });
});
