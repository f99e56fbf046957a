import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { ownPath } from "../../src/own/files.ts";
import { alter, type Entries, putTogether, refit, resign, verify } from "./_forge.ts";
import { installers, sceneIn } from "./_scene.ts";
import { rootOf, today, workshop } from "./_stage.ts";

const { folder, remove } = workshop();
after(remove);
const { both, honest, seen, changed } = await sceneIn(folder);

const skip =
  spawnSync("python3", ["--version"]).status !== 0 ||
  spawnSync("openssl", ["version"]).status !== 0;
const script = ownPath("test/bundle/independent.py");

function independent(bundle: Uint8Array, fingerprint: string) {
  const path = join(folder, "independent.jochi");
  writeFileSync(path, bundle);
  const run = spawnSync("python3", [script, path, fingerprint, today], { encoding: "utf8" });
  assert.equal(run.stderr, "");
  return JSON.parse(run.stdout) as Record<string, unknown>;
}

describe("a second verifier: Python's own ZIP and JSON, signatures by openssl", { skip }, () => {
  it("comes to the same answer about an honest bundle", async () => {
    const bytes = readFileSync(join(folder, "bundle.jochi"));
    const verified = await verify(bytes, seen);
    const found = independent(bytes, verified.root.sha256);
    assert.equal(found.fingerprint, verified.root.sha256);
    assert.deepEqual(
      found.files,
      [...verified.artefacts.map(({ name }) => name), "plan.json"].sort(),
    );
    const signed = verified.roles.filter(({ name }) => name !== "root");
    assert.deepEqual(
      found.signedBy,
      Object.fromEntries(signed.map(({ name, signedBy }) => [name, [...signedBy].sort()])),
    );
  });

  it("comes to the same answer about a root that has followed another", async () => {
    const bytes = changed((e) =>
      e.set("metadata/2.root.json", rootOf(both, { version: 2, expires: "2027-06-01T00:00:00Z" })),
    );
    const verified = await verify(bytes, seen);
    assert.equal(verified.root.version, 2);
    const first = (await verify(putTogether(honest), seen)).root.sha256;
    assert.equal(independent(bytes, first).fingerprint, verified.root.sha256);
  });

  const bad: [string, (entries: Entries) => void, string][] = [
    ["a missing signature", (e) => alter(e, installers, (f) => f.signatures.pop()), "installers"],
    [
      "a signature over something else",
      (e) =>
        alter(e, installers, (f) => {
          f.signed.version += 1;
        }),
      "installers",
    ],
    [
      "a list of another version",
      (e) =>
        resign(e, installers, both, (signed) => {
          signed.version += 1;
        }),
      "installers version",
    ],
    [
      "a changed file",
      (e) =>
        e.set("certificates/root.der", Buffer.alloc(honest.get("certificates/root.der")!.length)),
      "certificates/root.der hash",
    ],
    [
      "a file more",
      (e) => e.set("installers/more.exe", Buffer.from("MZ")),
      "files and lists differ",
    ],
    [
      "an expired role",
      (e) => {
        resign(e, installers, both, (signed) => {
          signed.expires = `${today}T00:00:00Z`;
        });
        refit(e, both);
      },
      "installers expired",
    ],
  ];
  for (const [what, change, why] of bad)
    it(`refuses ${what}, as the program does`, async () => {
      const { root } = await verify(putTogether(honest), seen);
      const bytes = changed(change);
      assert.equal(independent(bytes, root.sha256).refused, why);
      await assert.rejects(verify(bytes, seen));
    });

  it("refuses another root", () => {
    assert.equal(independent(putTogether(honest), "0".repeat(64)).refused, "fingerprint");
  });
});
