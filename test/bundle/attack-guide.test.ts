import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import type { SigningKey } from "../../src/bundle/keys/key.ts";
import { guideFolder } from "../windows/broken/guide.ts";
import { connectedSide } from "./_closed.ts";
import { closedPc, stateOf, withoutNos } from "./_closed-pc.ts";
import { type Entries, fate, putTogether, refit, resign, takeApart } from "./_forge.ts";
import { sceneIn, sha256 } from "./_scene.ts";
import { workshop } from "./_stage.ts";

const { folder, remove } = workshop();
const guide = guideFolder();
after(() => {
  guide.remove();
  remove();
});
const { people, both, seen, changed } = await sceneIn(folder);
const { bob } = people.keys;

/** Another file in the part of the guides, signed by these, and all above it by the first of them. */
function exchange(e: Entries, name: string, bytes: Buffer, by: readonly SigningKey[]): void {
  e.set(name, bytes);
  resign(e, "metadata/guides.json", by, (signed) => {
    signed.version += 1;
    const target = signed.targets[name];
    Object.assign(target, { length: bytes.length, hashes: { sha256: sha256(bytes) } });
  });
  for (const role of ["snapshot", "timestamp"])
    resign(e, `metadata/${role}.json`, by, (signed) => {
      signed.version += 1;
    });
  refit(e, by.slice(0, 1));
}

describe("one person alone who may sign guides", () => {
  it("has no PC led to another server by a remedy of his own", async () => {
    const side = connectedSide(join(folder, "connected"), guide.path);
    const entries = await takeApart(await side.bundle("bundle.jochi"));
    const name = [...entries.keys()].find((each) => each.endsWith("/remedies.yaml"))!;
    const text = entries.get(name)!.toString();
    const steps = text.indexOf("steps:\n", text.indexOf("id: certificate-window")) + 7;
    const step =
      "      - text: { ko: x, en: x }\n" +
      "        hosts: [{ address: 203.0.113.66, name: bank.example }]\n" +
      "        action: hosts-entry\n" +
      "        source: jochi\n";
    const evil = Buffer.from(text.slice(0, steps) + step + text.slice(steps));
    exchange(entries, name, evil, [side.keys[0]]);
    const file = join(folder, "evil.jochi");
    writeFileSync(file, putTogether(entries));
    const pc = closedPc(folder, withoutNos(side.installer));
    const before = stateOf(pc.world());
    const from = ["--bundle", file, "--fingerprint", side.fingerprint];
    const { code, err } = await pc.jochi("treat", "certificate-window", ...from, "--yes");
    assert.equal(code, 1, err);
    assert.match(err, /guides/);
    assert.ok(stateOf(pc.world()) === before, "the PC was changed");
  });

  it("brings in no page of his own", async () => {
    const page = Buffer.from("<!DOCTYPE html><script>evil()</script>");
    const bytes = changed((e) => {
      const name = [...e.keys()].find((each) => each.startsWith("pages/"))!;
      exchange(e, name, page, [bob]);
    });
    assert.equal(await fate(bytes, seen), "signature.too-few");
  });
});

describe("a guide that no longer asks who made a program", () => {
  it("does not let one in of which the pin says it", async () => {
    const bytes = changed((e) => {
      const name = "guides/test-payment/2026.11/programs.yaml";
      const text = e.get(name)!.toString();
      const pin = `sha256: ["${sha256(e.get("installers/setup.exe")!)}"]`;
      exchange(e, name, Buffer.from(text.replace(/publisher: .*/, pin)), both);
    });
    assert.equal(await fate(bytes, seen), "guide-other-publisher");
  });
});
