import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { newSigningKey } from "../../src/bundle/keys/key.ts";
import { alter, fate, putTogether, refit, resign, verify } from "./_forge.ts";
import { installers, sceneIn, sha256 } from "./_scene.ts";
import { rootOf, today, workshop } from "./_stage.ts";

const { folder, remove } = workshop();
after(remove);
const { people, both, honest, later, seen, state, changed } = await sceneIn(folder);

describe("keys and roles that do not count", () => {
  it("an expired role, whichever it is", async () => {
    const { alice, bob } = people.keys;
    for (const name of ["targets", "guides", "program", "installers", "certificates"]) {
      const bytes = changed((e) => {
        resign(e, `metadata/${name}.json`, [alice, bob], (signed) => {
          signed.expires = `${today}T00:00:00Z`;
        });
        refit(e, [alice]);
      });
      assert.equal(await fate(bytes, seen), "trust.expired", name);
    }
  });

  it("an end that is no day", async () => {
    for (const day of ["2027-02-00", "2027-02-31", "2027-13-01", "9999-00-00"]) {
      const bytes = changed((e) =>
        resign(e, "metadata/timestamp.json", [people.keys.alice], (signed) => {
          signed.expires = `${day}T00:00:00Z`;
        }),
      );
      assert.equal(await fate(bytes, seen), "metadata.shape", day);
    }
  });

  it("an expired root", async () => {
    const root = rootOf(both, { expires: `${today}T00:00:00Z` });
    const bytes = changed((e) => e.set("metadata/1.root.json", root));
    assert.equal(await fate(bytes, { ...seen, anchor: { root } }), "trust.expired");
  });

  it("a root with another fingerprint", async () => {
    const { root } = await verify(putTogether(honest), seen);
    const right = { ...seen, anchor: { fingerprint: root.sha256.toUpperCase() } };
    assert.equal(await fate(putTogether(honest), right), "accepted");
    const wrong = { ...seen, anchor: { fingerprint: `0${root.sha256.slice(1)}` } };
    assert.equal(
      await fate(putTogether(honest), wrong),
      root.sha256[0] === "0" ? "accepted" : "root.other",
    );
    assert.equal(await fate(putTogether(honest), { roots: seen.roots! }), "nothing-vouches");
  });

  it("the same key under two ids", async () => {
    const { alice, bob } = people.keys;
    const forged = JSON.parse(rootOf([alice, bob]).toString());
    const id = "f".repeat(64);
    forged.signed.delegations.keys[id] = alice.publicKey;
    forged.signed.delegations.roles[2].keyids = [alice.keyid, id].sort();
    const bytes = changed((e) => {
      e.set("metadata/1.root.json", Buffer.from(JSON.stringify(forged)));
      resign(e, "metadata/1.root.json", [alice, bob]);
    });
    assert.equal(await fate(bytes, {}), "metadata.key-id");
  });

  it("one key that is named twice", async () => {
    const { alice, bob } = people.keys;
    const bytes = changed((e) =>
      resign(e, "metadata/1.root.json", [alice, bob], (signed) => {
        signed.delegations.roles[2].keyids = [alice.keyid, alice.keyid];
      }),
    );
    assert.equal(await fate(bytes, {}), "metadata.shape");
  });

  it("roles that the targets give to others than the root does", async () => {
    const { alice, bob } = people.keys;
    const bytes = changed((e) => {
      resign(e, "metadata/targets.json", [alice, bob], (signed) => {
        signed.delegations.roles[2].threshold = 1;
      });
      refit(e, [alice]);
    });
    assert.equal(await fate(bytes, seen), "delegation.differs");
  });

  it("paths that are wider than a role's own", async () => {
    const { alice, bob } = people.keys;
    for (const paths of [
      ["*"],
      ["installers/**"],
      ["{installers,certificates}/*"],
      ["guides/*/*/*", "*/*"],
    ]) {
      const bytes = changed((e) =>
        resign(e, "metadata/1.root.json", [alice, bob], (signed) => {
          signed.delegations.roles[0].paths = paths;
        }),
      );
      assert.equal(await fate(bytes, {}), "metadata.shape", paths.join());
    }
  });

  it("a role that lists what is another's", async () => {
    const { alice, bob } = people.keys;
    for (const [name, to] of [
      ["guides", "installers/evil.exe"],
      ["guides", "guides/evil.exe"],
      ["certificates", "Certificates/more.der"],
      ["installers", "installers/a/b.exe"],
      ["targets", "installers/evil.exe"],
    ] as const) {
      const evil = Buffer.from("MZ evil");
      const bytes = changed((e) => {
        e.set(to, evil);
        resign(e, `metadata/${name}.json`, [alice, bob], (signed) => {
          signed.targets[to] = {
            length: evil.length,
            hashes: { sha256: sha256(evil) },
            custom: { kind: "guide", guide: "test-payment@2026.11" },
          };
        });
        refit(e, [alice]);
      });
      assert.equal(await fate(bytes, seen), "delegation.outside", to);
    }
  });

  it("a name that differs in case from the one that is listed", async () => {
    const { alice, bob } = people.keys;
    const bytes = changed((e) => {
      resign(e, installers, [alice, bob], (signed) => {
        signed.targets["installers/Setup.exe"] = signed.targets["installers/setup.exe"];
        delete signed.targets["installers/setup.exe"];
      });
      refit(e, [alice]);
    });
    assert.equal(await fate(bytes, seen), "entry.stray");
  });

  it("roots that skip one, go back, or are not signed by those before", async () => {
    const { alice, bob } = people.keys;
    const mallory = newSigningKey();
    const third = rootOf(both, { version: 3 });
    const skipped = changed((e) => e.set("metadata/3.root.json", third));
    assert.equal(await fate(skipped, seen), "root.gap");
    const misnamed = changed((e) => e.set("metadata/2.root.json", third));
    assert.equal(await fate(misnamed, seen), "root.version");
    const own = changed((e) =>
      e.set("metadata/2.root.json", rootOf([mallory, newSigningKey()], { version: 2 })),
    );
    assert.equal(await fate(own, seen), "delegation.differs");
    const second = rootOf([alice, bob], { version: 2 });
    const one = changed((e) => {
      e.set("metadata/2.root.json", second);
      alter(e, "metadata/2.root.json", (file) => file.signatures.pop());
    });
    assert.equal(await fate(one, seen), "signature.too-few");
    const trust = { ...state, root: second };
    assert.equal(await fate(putTogether(later), { ...seen, trust }), "root.older");
  });
});
