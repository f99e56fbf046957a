import assert from "node:assert/strict";
import { after } from "node:test";
import { five, k, key, rootsFor, type Step, section } from "./_conformance.ts";
import { alter, type Entries, fate, resign } from "./_forge.ts";
import { sceneIn } from "./_scene.ts";
import { workshop } from "./_stage.ts";

const { folder, remove } = workshop();
after(remove);
const { people, both, seen, changed } = await sceneIn(folder);
const { alice } = people.keys;
const timestamp = "metadata/timestamp.json";
const snapshot = "metadata/snapshot.json";

const withRoots = (roots: readonly Buffer[], change: (entries: Entries) => void = () => {}) =>
  changed((entries) => {
    for (const [at, bytes] of roots.entries()) entries.set(`metadata/${at + 1}.root.json`, bytes);
    change(entries);
  });

section("keys", (row) => {
  row("refuses a role that is signed by fewer than its threshold", async () => {
    const roots = rootsFor(both, "timestamp", [k([1, 2, 3], 3, [])]);
    const bytes = withRoots(roots, (e) => resign(e, timestamp, [key(1), key(2)]));
    assert.equal(await fate(bytes, {}), "signature.too-few");
  });
  row("refuses a threshold that the keys of the role cannot reach", async () => {
    const bytes = changed((e) =>
      resign(e, "metadata/1.root.json", both, (signed) => {
        signed.roles.snapshot.threshold = 6;
      }),
    );
    assert.equal(await fate(bytes, {}), "metadata.shape");
  });
  row("counts a key once, however often it is named", async () => {
    const bytes = changed((e) =>
      resign(e, "metadata/1.root.json", both, (signed) => {
        signed.roles.snapshot.keyids = Array(9).fill(alice.keyid);
      }),
    );
    assert.equal(await fate(bytes, {}), "metadata.shape");
  });
  row("refuses two signatures under one key's id", async () => {
    const bytes = changed((e) =>
      alter(e, snapshot, (file) => file.signatures.push(file.signatures[0])),
    );
    assert.equal(await fate(bytes, seen), "metadata.shape");
  });
  row("verifies Ed25519, and refuses a signature that only looks like one", async () => {
    const bytes = changed((e) =>
      alter(e, snapshot, (file) => {
        file.signatures[0].sig = file.signatures[0].sig.replace(/^../, "ab").replace(/..$/, "02");
      }),
    );
    assert.equal(await fate(bytes, seen), "signature.bad");
  });
  row("stricter: refuses a signature that does not hold beside enough that do", async () => {
    const roots = rootsFor(both, "timestamp", [k([1, 2], 1, [])]);
    const bytes = withRoots(roots, (e) => {
      resign(e, timestamp, [key(1), key(2)]);
      alter(e, timestamp, (file) => {
        file.signatures[0].sig = "0".repeat(128);
      });
    });
    assert.equal(await fate(bytes, {}), "signature.bad");
  });
  row(
    "stricter: refuses fields that nobody knows, and any other way to write the same",
    async () => {
      const more = changed((e) =>
        resign(e, timestamp, both, (signed) => {
          signed.more = {};
        }),
      );
      assert.equal(await fate(more, seen), "metadata.shape");
      const spaced = changed((e) =>
        e.set(timestamp, Buffer.concat([e.get(timestamp)!, Buffer.from(" ")])),
      );
      assert.equal(await fate(spaced, seen), "metadata.malformed");
    },
  );
});

section("roots that follow each other", (row) => {
  const cases: [string, Step[], string][] = [
    ["one key is replaced", [k([1], 1, [1]), k([2], 1, [1, 2]), k([2], 1, [2])], "accepted"],
    [
      "three of five, in different threes",
      [k(five, 3, [1, 2, 3]), k(five, 3, [1, 3, 5]), k(five, 3, [2, 4, 5])],
      "accepted",
    ],
    [
      "three of five, one key replaced",
      [k(five, 3, [2, 3, 4]), k([2, 3, 4, 5, 6], 3, [2, 3, 4])],
      "accepted",
    ],
    [
      "three of five, one key replaced and then used",
      [
        k(five, 3, [1, 2, 3]),
        k([1, 3, 4, 5, 6], 3, [1, 3, 4, 6]),
        k([1, 3, 4, 5, 6], 3, [1, 3, 6]),
      ],
      "accepted",
    ],
    [
      "three of five, all keys replaced",
      [
        k(five, 3, [1, 2, 3]),
        k([6, 7, 8, 9, 10], 3, [1, 2, 3, 6, 7, 8]),
        k([6, 7, 8, 9, 10], 3, [8, 9, 10]),
      ],
      "accepted",
    ],
    [
      "one of three becomes two of three",
      [k([1, 2, 3], 1, [1]), k([1, 2, 3], 2, [1, 2])],
      "accepted",
    ],
    [
      "two of three becomes one of three",
      [k([1, 2, 3], 2, [1, 2]), k([1, 2, 3], 1, [1, 2]), k([1, 2, 3], 1, [1])],
      "accepted",
    ],
    ["one of two becomes two of two", [k([1, 2], 1, [1]), k([1, 2], 2, [1, 2])], "accepted"],
    ["not signed by the old key", [k([1], 1, [1]), k([2], 1, [2])], "signature.too-few"],
    ["not signed by the new key", [k([1], 1, [1]), k([2], 1, [1])], "signature.too-few"],
    [
      "fewer than three of the new keys",
      [k(five, 3, [1, 2, 3]), k([2, 3, 6, 7, 8], 3, [1, 2, 3])],
      "signature.too-few",
    ],
    [
      "fewer than three of the old keys",
      [k(five, 3, [1, 2, 3]), k([4, 5, 6, 7, 8], 3, [4, 5, 6])],
      "signature.too-few",
    ],
    [
      "a higher threshold that is not reached",
      [k([1, 2, 3], 1, [1]), k([1, 2, 3], 2, [1])],
      "signature.too-few",
    ],
    [
      "a lower threshold before the old one is reached",
      [k([1, 2, 3], 2, [1, 2]), k([1, 2, 3], 1, [1])],
      "signature.too-few",
    ],
    [
      "stricter: a signature of a key that neither root names",
      [k([1], 1, [1, 3]), k([2], 1, [1, 2])],
      "signature.stranger",
    ],
  ];
  for (const [name, steps, wanted] of cases)
    row(name, async () => {
      const roots = rootsFor(both, "root", steps);
      const anchor = { root: roots[0]! };
      assert.equal(await fate(withRoots(roots), { ...seen, anchor }), wanted);
    });
});

section("other roles whose keys change", (row) => {
  const cases: [string, Step, string][] = [
    ["the timestamp's key is replaced", k([12], 1, [12]), "accepted"],
    ["the timestamp is not signed by its new key", k([12], 1, [11]), "signature.stranger"],
    ["two of five where three are needed", k(five, 3, [1, 2]), "signature.too-few"],
    ["two of five and a stranger", k(five, 3, [1, 2, 13]), "signature.stranger"],
    ...[
      [1, 2, 3],
      [1, 2, 4],
      [1, 3, 5],
      [2, 3, 5],
      [3, 4, 5],
    ].map((sigs): [string, Step, string] => [
      `three of five: ${sigs.join(", ")}`,
      k(five, 3, sigs),
      "accepted",
    ]),
  ];
  for (const [name, step, wanted] of cases)
    row(name, async () => {
      const roots = rootsFor(both, "timestamp", [k([11], 1, []), step]);
      const bytes = withRoots(roots, (e) =>
        resign(
          e,
          timestamp,
          step.sigs.map((one) => key(one)),
        ),
      );
      const anchor = { root: roots[0]! };
      assert.equal(await fate(bytes, { ...seen, anchor }), wanted);
    });
});
