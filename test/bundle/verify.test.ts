import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import {
  decodeState,
  encodeState,
  noState,
  readStateFolder,
  stateFileName,
  writeStateFolder,
} from "../../src/bundle/trust-state.ts";
import { day } from "../../src/trust/stage/authority.ts";
import { fate, putTogether, verify } from "./_forge.ts";
import { sceneIn } from "./_scene.ts";
import { now, workshop } from "./_stage.ts";

const { folder, remove } = workshop();
after(remove);
const { people, honest, later, seen, state } = await sceneIn(folder);
const bytes = putTogether(honest);

describe("verifyBundle", () => {
  it("finds every file of an honest bundle to be what it is said to be", async () => {
    const { artefacts, refused, trust, roles } = await verify(bytes, seen);
    assert.deepEqual([trust, refused], ["root-given", []]);
    const found = artefacts.filter(({ kind }) => kind === "installer" || kind === "certificate");
    assert.deepEqual(
      found.map(({ name, checks }) => [
        name,
        ...checks.map(({ is, because }) => `${is} ${because}`),
      ]),
      [
        ["installers/setup.exe", "yes as-signed", "yes publisher-same", "yes guide-asks"],
        [
          "certificates/root.der",
          "yes as-signed",
          "yes certificate-same",
          "yes valid-until",
          "yes guide-asks",
          "yes not-distrusted",
        ],
      ],
    );
    const two = [people.keys.alice.keyid, people.keys.bob.keyid].sort();
    for (const { signedBy } of roles) assert.deepEqual(signedBy, two);
  });

  it("does not call a publisher known whose authority is not", async () => {
    const { artefacts, refused } = await verify(bytes, { ...seen, roots: [] });
    assert.deepEqual(refused, []);
    const checks = artefacts.flatMap(({ checks }) => checks).filter(({ is }) => is !== "yes");
    assert.deepEqual(
      checks.map(({ is, because }) => [is, because]),
      [["cannot-tell", "authority-unknown"]],
    );
  });

  it("says that nothing vouches for keys that nobody has given", async () => {
    assert.equal((await verify(bytes)).trust, "first-seen");
  });

  it("judges by the later time where the clock was set back, and says so", async () => {
    const at = now - 400 * day;
    const { judgedAt, clockBehind } = await verify(putTogether(later), {
      ...seen,
      trust: state,
      at,
    });
    assert.deepEqual([judgedAt, clockBehind], [state.lastSeenAt, true]);
    assert.equal((await verify(bytes, seen)).clockBehind, false);
  });
});

describe("a bundle that has ended", () => {
  it("is refused with the day on which it did", async () => {
    await assert.rejects(verify(bytes, { ...seen, at: now + 91 * day }), {
      code: "trust.expired",
      detail: { day: "2027-02-24" },
    });
  });
});

describe("what a PC remembers", () => {
  it("comes back as it was written", async () => {
    assert.deepEqual(decodeState(encodeState(state)), state);
    assert.deepEqual(readStateFolder(join(folder, "state")), noState);
    await writeStateFolder(join(folder, "state"), state);
    assert.deepEqual(readStateFolder(join(folder, "state")), state);
  });

  it("makes a PC that knows the keys need no word about them", async () => {
    const own = { trust: state, roots: seen.roots! };
    assert.equal((await verify(putTogether(later), own)).trust, "known");
    assert.equal(await fate(bytes, own), "trust.rollback");
  });

  it("is not taken for none where it is damaged", async () => {
    const path = join(folder, "state", stateFileName);
    for (const bad of ["", "{}", readFileSync(path, "utf8").slice(0, -20)]) {
      writeFileSync(path, bad);
      assert.throws(() => readStateFolder(join(folder, "state")), { code: "trust.state-damaged" });
    }
    const trust = { ...state, timestamp: Buffer.from("{}") };
    assert.equal(await fate(bytes, { ...seen, trust }), "trust.state-damaged");
  });
});
