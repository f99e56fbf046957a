import assert from "node:assert/strict";
import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { openContainer } from "../../src/bundle/container/read.ts";
import { noState } from "../../src/bundle/trust-state.ts";
import { verifyBundle } from "../../src/bundle/verify.ts";
import { verifyCommand } from "../../src/cli/bundle/verify.ts";
import { sceneIn, sha256 } from "./_scene.ts";
import { now, workshop } from "./_stage.ts";

const { folder, remove } = workshop();
after(remove);
const { people, changed, seen } = await sceneIn(folder);
const evil = changed((e) => {
  const bytes = Buffer.from(e.get("installers/setup.exe")!);
  bytes[bytes.length >> 1]! ^= 1;
  e.set("installers/setup.exe", bytes);
});
const at = (name: string) => join(folder, name);

describe("a bundle that becomes another one while it is looked at", () => {
  it("gets no receipt that vouches for what nobody verified", async () => {
    const [file, state] = [at("shared.jochi"), at("seen")];
    const honest = readFileSync(join(people.folder, "bundle.jochi"));
    copyFileSync(join(people.folder, "bundle.jochi"), file);
    writeFileSync(at("1.root.json"), (seen.anchor as { root: Buffer }).root);
    writeFileSync(at("a.pem"), pem(people.authorities[0]!.certificate.der));
    const io = {
      out: () => {},
      err: () => {},
      lang: "en" as const,
      env: {},
      /** What was remembered shows that the bundle has been verified: now it is exchanged. */
      get cwd() {
        if (existsSync(join(state, "bundles.json"))) writeFileSync(file, evil);
        return folder;
      },
      signal: new AbortController().signal,
    };
    const words = ["shared.jochi", "--root", "1.root.json", "--state", "seen"];
    const more = ["--authorities", "a.pem", "--receipt", "receipt.txt"];
    assert.equal(await verifyCommand([...words, ...more], io), 0);
    const receipt = readFileSync(at("receipt.txt"), "utf8");
    assert.ok(!receipt.includes(sha256(evil)), "the receipt names the file that took its place");
    assert.ok(receipt.includes(sha256(honest)));
  });

  it("is refused where the same place gives other bytes the second time", async () => {
    const file = at("changing.jochi");
    const honest = readFileSync(join(people.folder, "bundle.jochi"));
    writeFileSync(file, honest);
    const container = await openContainer(file);
    const options = { trust: noState, ...seen, now: new Date(now) };
    await verifyBundle(container, options);
    assert.equal(await container.whole(), sha256(honest));
    // In place, its checksum made to fit, so that the headers that were read know of nothing.
    const entry = container.entries.get("installers/setup.exe")!;
    const bytes = Buffer.from(honest);
    withSameChecksum(bytes, entry.offset + 64, entry.offset + entry.size);
    assert.notEqual(sha256(bytes), sha256(honest));
    writeFileSync(file, bytes);
    await assert.rejects(container.whole(), { code: "entry.hash", entry: "installers/setup.exe" });
    await container.close();
  });
});

const pem = (der: Uint8Array) =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString("base64")}\n-----END CERTIFICATE-----\n`;

/** CRC-32 is linear: its own polynomial, laid over the bytes, changes them and not the sum. */
function withSameChecksum(bytes: Buffer, at: number, end: number): void {
  const polynomial = 0x1db710641n;
  assert.ok(at + 5 <= end);
  for (let index = 0; index < 5; index += 1)
    bytes[at + index]! ^= Number((polynomial >> BigInt(8 * index)) & 0xffn);
}
