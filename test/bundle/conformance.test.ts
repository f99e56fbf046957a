import assert from "node:assert/strict";
import { after } from "node:test";
import { signedSha256 } from "../../src/bundle/metadata/envelope.ts";
import { day } from "../../src/trust/stage/authority.ts";
import { section } from "./_conformance.ts";
import {
  alter,
  type Entries,
  fate,
  jsonOf,
  type Loose,
  putTogether,
  refit,
  resign,
  verify,
} from "./_forge.ts";
import { installers, sceneIn } from "./_scene.ts";
import { now, rootOf, today, workshop } from "./_stage.ts";

const { folder, remove } = workshop();
after(remove);
const { both, honest, later, seen, state, changed } = await sceneIn(folder);
const timestamp = "metadata/timestamp.json";
const snapshot = "metadata/snapshot.json";
const known = { ...seen, trust: state };

const withRoots = (roots: readonly Buffer[], change: (entries: Entries) => void = () => {}) =>
  changed((entries) => {
    for (const [at, bytes] of roots.entries()) entries.set(`metadata/${at + 1}.root.json`, bytes);
    change(entries);
  });

section("first steps", (row) => {
  row("accepts a sound bundle and remembers exactly its bytes", async () => {
    const { next } = await verify(putTogether(honest), seen);
    assert.deepEqual(next.root, honest.get("metadata/1.root.json"));
    assert.deepEqual(next.timestamp, honest.get(timestamp));
    assert.deepEqual(next.snapshot, honest.get(snapshot));
  });
  row("refuses a first root that is no root", async () => {
    const root = Buffer.from(
      honest.get("metadata/1.root.json")!.toString().replace('"version":1', '"v":1'),
    );
    assert.match(await fate(putTogether(honest), { anchor: { root } }), /^metadata\./);
  });
  row("refuses a first root that is not signed by its own keys", async () => {
    const bytes = changed((e) => alter(e, "metadata/1.root.json", (f) => f.signatures.pop()));
    assert.equal(await fate(bytes, seen), "signature.too-few");
  });
  for (const role of ["1.root", "timestamp", "snapshot", "targets", "installers"])
    row(`refuses ${role} without its signature`, async () => {
      const bytes = changed((e) =>
        alter(e, `metadata/${role}.json`, (f) => f.signatures.splice(0)),
      );
      assert.equal(await fate(bytes, seen), "signature.too-few");
    });
  for (const role of ["snapshot", "targets"])
    row(`refuses ${role} of another version than is named above it`, async () => {
      const bytes = changed((e) =>
        resign(e, `metadata/${role}.json`, both, (signed) => {
          signed.version += 1;
        }),
      );
      assert.equal(await fate(bytes, seen), "trust.mixed");
    });
  row("refuses a root whose version is not that of its name", async () => {
    const bytes = withRoots([rootOf(both), rootOf(both, { version: 3 })]);
    assert.equal(await fate(bytes, {}), "root.version");
  });
  row("does not take another timestamp under a version that it knows", async () => {
    const bytes = changed((e) => {
      resign(e, timestamp, both, (signed) => {
        signed.expires = "2027-02-25T00:00:00Z";
      });
    }, later);
    assert.equal(await fate(bytes, known), "trust.same-version");
  });
  for (const [role, above] of [
    ["snapshot", timestamp],
    ["targets", snapshot],
  ] as const)
    row(`refuses ${role} whose hash is not the one above it`, async () => {
      const bytes = changed((e) => {
        resign(e, above, both, (signed) => {
          signed.meta[`${role}.json`].signed_sha256 = "0".repeat(64);
        });
        if (role === "targets")
          resign(e, timestamp, both, (signed) => {
            signed.meta["snapshot.json"].signed_sha256 = signedSha256(jsonOf(e, snapshot).signed);
          });
      });
      assert.equal(await fate(bytes, seen), "trust.mixed");
    });
  for (const role of ["snapshot", "targets", "timestamp", "installers"])
    row(`refuses a bundle without ${role}`, async () => {
      const bytes = changed((e) => e.delete(`metadata/${role}.json`));
      assert.equal(await fate(bytes, seen), "metadata.missing");
    });
  row("refuses metadata of another kind than its name says", async () => {
    for (const role of ["snapshot", "targets", "timestamp"]) {
      const other = role === "snapshot" ? timestamp : snapshot;
      const bytes = changed((e) => e.set(`metadata/${role}.json`, honest.get(other)!));
      assert.equal(await fate(bytes, seen), "metadata.shape");
    }
  });
});

section("expiry", (row) => {
  const expired = (role: string) =>
    changed((e) => {
      resign(e, `metadata/${role}.json`, both, (signed) => {
        signed.expires = "2026-11-21T00:00:00Z";
      });
      if (role === "targets" || role === "snapshot") refit(e, both);
    });
  for (const role of ["timestamp", "snapshot", "targets"])
    row(`refuses ${role} that has expired`, async () => {
      assert.equal(await fate(expired(role), seen), "trust.expired");
    });
  row("refuses a last root that has expired, and keeps nothing", async () => {
    const roots = [rootOf(both), rootOf(both, { version: 2, expires: `${today}T00:00:00Z` })];
    assert.equal(await fate(withRoots(roots), { anchor: { root: roots[0]! } }), "trust.expired");
  });
  row("goes on from a root that has expired to one that has not", async () => {
    const old = rootOf(both, { expires: "2026-01-01T00:00:00Z" });
    const bytes = withRoots([old, rootOf(both, { version: 2 })]);
    assert.equal(await fate(bytes, { ...seen, anchor: { root: old } }), "accepted");
  });
  row(
    "goes on from a timestamp that has expired, and still guards against an older one",
    async () => {
      const at = now + 200 * day;
      const renewed = (version: number) =>
        changed((e) => {
          for (const role of ["guides", "program", "installers", "certificates", "targets"])
            resign(e, `metadata/${role}.json`, both, (signed) => {
              signed.expires = "2028-01-01T00:00:00Z";
              signed.version += 5;
              for (const { custom } of Object.values<Loose>(signed.targets))
                if (custom.kind === "installer") custom.expires = "2028-01-01";
            });
          for (const role of [snapshot, timestamp])
            resign(e, role, both, (signed) => {
              signed.expires = "2028-01-01T00:00:00Z";
              signed.version = version;
            });
          refit(e, both);
        }, later);
      assert.equal(await fate(renewed(9), { ...known, roots: [], at }), "accepted");
      assert.equal(await fate(renewed(1), { ...known, roots: [], at }), "trust.rollback");
    },
  );
});

section("files", (row) => {
  row("takes the file that is listed and no other in its place", async () => {
    const bytes = changed((e) =>
      e.set("installers/setup.exe", Buffer.from(honest.get("certificates/root.der")!)),
    );
    assert.equal(await fate(bytes, seen), "entry.size");
  });
  row(
    "refuses each of several changes to a file, and takes it again once it is right",
    async () => {
      const right = honest.get("installers/setup.exe")!;
      for (const [at, code] of [
        [Buffer.from(right).fill(0), "entry.hash"],
        [right.subarray(1), "entry.size"],
        [right, "accepted"],
      ] as const)
        assert.equal(
          await fate(
            changed((e) => e.set("installers/setup.exe", Buffer.from(at))),
            seen,
          ),
          code,
        );
    },
  );
  row("knows SHA-256 and refuses any other algorithm", async () => {
    const bytes = changed((e) => {
      resign(e, installers, both, (signed: Loose) => {
        signed.targets["installers/setup.exe"].hashes = { sha512: "0".repeat(128) };
      });
      refit(e, both);
    });
    assert.equal(await fate(bytes, seen), "metadata.shape");
  });
  row("asks only the role that a path belongs to, whatever another says of it", async () => {
    const bytes = changed((e) => {
      resign(e, "metadata/guides.json", both, (signed: Loose) => {
        const { targets } = jsonOf(e, installers).signed;
        signed.targets["installers/setup.exe"] = targets["installers/setup.exe"];
      });
      refit(e, both);
    });
    assert.equal(await fate(bytes, seen), "delegation.outside");
  });
  row("refuses roles that delegate further, in circles or at all", async () => {
    const bytes = changed((e) => {
      resign(e, "metadata/guides.json", both, (signed: Loose) => {
        signed.delegations = jsonOf(e, "metadata/targets.json").signed.delegations;
      });
      refit(e, both);
    });
    assert.equal(await fate(bytes, seen), "delegation.differs");
  });
});
