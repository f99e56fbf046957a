import assert from "node:assert/strict";
import { after } from "node:test";
import { bytesOf } from "../../src/bundle/metadata/envelope.ts";
import {
  expiryOf,
  makeRoot,
  quorumsOf,
  signedBy,
  unsigned,
} from "../../src/bundle/metadata/make.ts";
import { key, section } from "./_conformance.ts";
import { fate, putTogether, refit, resign, verify } from "./_forge.ts";
import { sceneIn } from "./_scene.ts";
import { today, workshop } from "./_stage.ts";

const { folder, remove } = workshop();
after(remove);
const { both, honest, later, seen, state, changed } = await sceneIn(folder);
const timestamp = "metadata/timestamp.json";
const snapshot = "metadata/snapshot.json";
const known = { ...seen, trust: state };

section("rollback", (row) => {
  const lowered = (name: string) =>
    changed((e) => {
      resign(e, snapshot, both, (signed) => {
        signed.version += name === "snapshot" ? -1 : 1;
      });
      resign(e, timestamp, both, (signed) => {
        signed.version += name === "timestamp" ? -1 : 1;
      });
      if (name === "targets")
        resign(e, "metadata/targets.json", both, (signed) => {
          signed.version -= 1;
        });
      refit(e, both);
    }, later);
  for (const role of ["timestamp", "snapshot", "targets"])
    row(`refuses an older ${role}`, async () => {
      assert.equal(await fate(lowered(role), known), "trust.rollback");
    });
  row("refuses a snapshot that no longer names a role", async () => {
    const bytes = changed((e) => {
      resign(e, snapshot, both, (signed) => {
        delete signed.meta["installers.json"];
      });
      refit(e, both);
    });
    assert.equal(await fate(bytes, seen), "metadata.shape");
  });
  for (const [role, files] of [
    ["timestamp", [timestamp]],
    ["snapshot", [snapshot, timestamp]],
    ["targets", ["metadata/targets.json", snapshot, timestamp]],
  ] as const)
    row(`recovers from a ${role} far ahead once the keys have been replaced`, async () => {
      const ahead = changed((e) => {
        for (const name of files)
          resign(e, name, both, (signed) => {
            signed.version = 100;
          });
        refit(e, both);
      });
      const { next: trust } = await verify(ahead, seen);
      const fresh = { keyids: [key(21).keyid], threshold: 1 };
      const all = [...both, key(21)];
      const second = bytesOf(
        both.reduce(
          (file, one) => signedBy(file, one),
          unsigned(
            makeRoot({
              version: 2,
              expires: expiryOf("root", today),
              keys: new Map(all.map(({ keyid, publicKey }) => [keyid, publicKey])),
              quorums: quorumsOf(
                both.map(({ keyid }) => keyid),
                { timestamp: fresh, snapshot: fresh },
              ),
            }),
          ),
        ),
      );
      const recovered = changed((e) => {
        e.set("metadata/2.root.json", second);
        refit(e, [key(21)]);
      });
      assert.equal(await fate(recovered, { ...seen, trust }), "accepted");
      assert.equal(await fate(putTogether(honest), { ...seen, trust }), "trust.rollback");
    });
});
