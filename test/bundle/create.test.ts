import assert from "node:assert/strict";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { openContainer } from "../../src/bundle/container/read.ts";
import { diffBundles } from "../../src/bundle/diff.ts";
import { readMetadata } from "../../src/bundle/verify/metadata.ts";
import { fate, jsonOf, takeApart, verify } from "./_forge.ts";
import { sceneIn } from "./_scene.ts";
import { bundleOf, guideIn, rootOf, sign, today, workshop } from "./_stage.ts";

const { folder, remove } = workshop();
after(remove);
const { people, both, honest, seen } = await sceneIn(folder);
const first = join(folder, "bundle.jochi");
const at = (name: string) => join(folder, name);
const root = honest.get("metadata/1.root.json")!;

async function following(name: string, wanted: Parameters<typeof bundleOf>[1] = {}) {
  const container = await openContainer(wanted?.output ?? first);
  try {
    return await bundleOf(people, { after: container, signers: [], ...wanted, output: at(name) });
  } finally {
    await container.close();
  }
}

describe("createBundle", () => {
  it("gives the same bytes for the same input", async () => {
    const twins = [];
    for (const output of [at("one.jochi"), at("two.jochi")])
      twins.push(readFileSync(await bundleOf(people, { output, roots: [root], signers: [] })));
    assert.ok(twins[0]!.equals(twins[1]!));
  });

  it("pins what it has read from the files themselves", () => {
    const { signed } = jsonOf(honest, "metadata/installers.json");
    const { custom } = signed.targets["installers/setup.exe"];
    assert.deepEqual(custom.publisher, {
      subject: "Example Payments Co., Ltd.",
      issuer: "Test Code CA",
    });
    assert.equal(custom.source, "https://download.test/setup.exe");
    assert.equal(custom.retrievedOn, today);
    const pinned = jsonOf(honest, "metadata/certificates.json").signed.targets;
    assert.deepEqual(pinned["certificates/root.der"].custom.certificate, {
      subject: "CN=Example Payments Root, O=Example Payments Root",
      sha256: people.root.certificate.sha256,
      notBefore: "2026-08-18",
      notAfter: "2029-05-14",
      purposes: ["authority", "any"],
    });
  });

  it("lists what is missing, and why", async () => {
    const guide = guideIn(
      at("expired"),
      {
        certificates: `- { subject: Old, sha256: "${"0".repeat(64)}", notAfter: 2020-12-31, source: own, verifiedOn: ${today} }`,
        download: "certainty: sourced",
      },
      people.root,
    );
    const path = await bundleOf(people, {
      output: at("missing.jochi"),
      guides: [guide],
      offered: [],
      roots: [root],
    });
    const { plan, refused } = await verify(readFileSync(path), seen);
    assert.deepEqual(refused, []);
    assert.deepEqual(
      plan.missing.map(({ kind, id, why }) => [kind, id, why]),
      [
        ["installer", "agent", "no-pin"],
        ["certificate", "payment-root", "expired"],
      ],
    );
  });

  it("leaves nothing behind where it refuses", async () => {
    const path = at("bad.exe");
    writeFileSync(path, "MZ");
    const before = readdirSync(folder).sort();
    await assert.rejects(
      bundleOf(people, {
        output: at("none.jochi"),
        roots: [root],
        offered: [{ id: "agent", path }],
      }),
      { code: "create.refused" },
    );
    assert.deepEqual(readdirSync(folder).sort(), before);
  });

  it("refuses a root that lacks a signature, or that has ended", async () => {
    const { alice, bob } = people.keys;
    const half = JSON.parse(rootOf([alice, bob]).toString());
    half.signatures.pop();
    const roots = [Buffer.from(JSON.stringify(half))];
    await assert.rejects(bundleOf(people, { output: at("x.jochi"), roots }), {
      code: "signature.too-few",
    });
    await assert.rejects(
      bundleOf(people, {
        output: at("x.jochi"),
        roots: [rootOf(both, { expires: `${today}T00:00:00Z` })],
      }),
      { code: "create.root-expired" },
    );
  });
});

describe("a bundle that follows another", () => {
  it("keeps the signatures of what has not changed, and needs one new one", async () => {
    const next = await following("renewed.jochi");
    const entries = await takeApart(next);
    for (const role of ["targets", "guides", "program", "installers", "certificates"]) {
      const name = `metadata/${role}.json`;
      assert.ok(entries.get(name)!.equals(honest.get(name)!), role);
    }
    assert.equal(jsonOf(entries, "metadata/timestamp.json").signed.version, 2);
    await sign(next, people.keys.bob);
    const trust = (await verify(readFileSync(first), seen)).next;
    assert.equal(await fate(readFileSync(next), { ...seen, trust }), "accepted");
  });

  it("takes files over that nobody gives anew", async () => {
    const next = await following("carried.jochi", { offered: [] });
    const entries = await takeApart(next);
    assert.ok(entries.get("installers/setup.exe")!.equals(honest.get("installers/setup.exe")!));
    assert.deepEqual(JSON.parse(entries.get("plan.json")!.toString()).missing, []);
  });

  it("leaves out what the guide no longer asks for", async () => {
    const download = `publisher: { subject: Another Name Ltd., issuer: Test Code CA }`;
    const guide = guideIn(at("renamed"), { download }, people.root);
    const next = await following("dropped.jochi", { offered: [], guides: [guide] });
    const entries = await takeApart(next);
    assert.ok(!entries.has("installers/setup.exe") && entries.has("certificates/root.der"));
    const { missing } = JSON.parse(entries.get("plan.json")!.toString());
    assert.deepEqual(
      missing.map(({ id, why }: { id: string; why: string }) => [id, why]),
      [["agent", "not-given"]],
    );
  });

  it("goes on with the versions of what has changed", async () => {
    const pages = [{ guide: "test-payment@2026.11", bytes: Buffer.from("<!DOCTYPE html>new\n") }];
    const next = await following("changed.jochi", { pages });
    const entries = await takeApart(next);
    const version = (role: string) => jsonOf(entries, `metadata/${role}.json`).signed.version;
    assert.deepEqual(["timestamp", "snapshot", "guides", "installers"].map(version), [2, 2, 2, 1]);
  });

  it("goes on under a new root, and no longer under the old one", async () => {
    const second = rootOf(both, { version: 2, change: { snapshot: { threshold: 2 } } });
    const next = await following("rotated.jochi", { roots: [second], signers: both });
    const { next: trust, root: found } = await verify(readFileSync(next), seen);
    assert.equal(found.version, 2);
    assert.equal(await fate(readFileSync(first), { ...seen, trust }), "root.older");
  });

  it("is not made under somebody else's root", async () => {
    await assert.rejects(
      following("other.jochi", { roots: [rootOf(both, { expires: "2028-01-01T00:00:00Z" })] }),
      {
        code: "create.other-root",
      },
    );
  });

  it("differs from it in what has changed", async () => {
    const pages = [{ guide: "test-payment@2026.11", bytes: Buffer.from("<!DOCTYPE html>2\n") }];
    rmSync(at("diff.jochi"), { force: true });
    const next = await following("diff.jochi", { pages, offered: [] });
    const [a, b] = await Promise.all(
      [first, next].map(async (path) => readMetadata(await openContainer(readFileSync(path)))),
    );
    const { added, removed, changed, roles } = diffBundles(a!, b!);
    assert.deepEqual([added, removed, roles], [[], [], []]);
    assert.deepEqual(changed, [
      { name: "pages/test-payment-2026.11.html", what: ["length", "sha256"] },
    ]);
  });
});
