import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, it } from "node:test";
// First: from here on the script is a witness of every attack below.
import { folder, judged, packages, script, text } from "./_alone.ts";
import "./attack.test.ts";
import "./attack-files.test.ts";
import "./attack-keys.test.ts";
import "./attack-metadata.test.ts";
import { verifyScript } from "../../scripts/build/verify-script.ts";
import { run } from "../house/_run.ts";
import { guideFolder } from "../windows/broken/guide.ts";
import { connectedSide } from "./_closed.ts";

const guide = guideFolder();
after(() => guide.remove());
const side = connectedSide(join(folder, "connected"), guide.path);
const bundle = await side.bundle("b.jochi");

/** Without a network where that can be had: only root, or a user who may make namespaces. */
const canUnshare = spawnSync("unshare", ["-rn", "true"]).status === 0;
const whose = ["--fingerprint", side.fingerprint, "--lang", "en"];

/** In a folder of its own with nothing but the script and the bundle. */
function alone(name: string, ...words: string[]) {
  const own = join(folder, name);
  mkdirSync(own, { recursive: true });
  copyFileSync(script, join(own, "jochi-verify.mjs"));
  copyFileSync(bundle, join(own, "b.jochi"));
  const node = [process.execPath, "jochi-verify.mjs", ...words];
  const [command = "", ...args] = canUnshare ? ["unshare", "-rn", ...node] : node;
  return { own, ended: run(args, { command, cwd: own, env: { NODE_OPTIONS: "" } }) };
}

describe("dist/jochi-verify.mjs", () => {
  it("comes to the same as the program about every attack", () => {
    assert.ok(judged() > 100, `${judged()} bundles`);
  });

  it("verifies with Node and nothing else, and writes the receipt", async () => {
    const { own, ended } = alone("good", "b.jochi", ...whose, "--receipt", "r.html");
    const { code, out, err } = await ended;
    assert.equal(code, 0, out + err);
    assert.match(out, /Verified: it is as it was signed/);
    assert.deepEqual(readdirSync(own).sort(), ["b.jochi", "jochi-verify.mjs", "r.html"]);
    const html = readFileSync(join(own, "r.html"), "utf8");
    assert.match(html, /This bundle may be used: all signatures are there/);
    const text = alone("good", "b.jochi", ...whose, "--receipt", "r.txt");
    assert.equal((await text.ended).code, 0);
    assert.match(readFileSync(join(own, "r.txt"), "utf8"), /^Receipt of a verified bundle\n/);
  });

  it("says the same as the program, word for word", async () => {
    const words = ["b.jochi", ...whose, "--json"];
    const { own, ended } = alone("same", ...words);
    const mine = await ended;
    const program = await run(["bundle", "verify", join(own, "b.jochi"), ...words.slice(1)], {
      env: { JOCHI_NETWORK: "none" },
    });
    const plain = (json: string) => json.replace(/"judgedAt": \d+/, "");
    assert.equal(plain(mine.out), plain(program.out));
    assert.equal(mine.code, program.code);
  });

  it("refuses, with a receipt that says so first", async () => {
    const { own, ended } = alone("none", "b.jochi", "--fingerprint", "0".repeat(64));
    assert.equal((await ended).code, 1);
    const bytes = readFileSync(bundle);
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(join(own, "bad.jochi"), bytes);
    const bad = alone("none", "bad.jochi", ...whose, "--receipt", "bad.txt");
    assert.equal((await bad.ended).code, 1);
    const lines = readFileSync(join(own, "bad.txt"), "utf8").split("\n");
    assert.match(lines[3] ?? "", /^Do not use this bundle\. /);
  });

  it("makes no PDF and knows no other words, in one line each", async () => {
    for (const words of [
      ["b.jochi", "--receipt", "r.pdf"],
      ["b.jochi", "--receipt", "r.doc"],
      ["b.jochi", "--receipt", "b.jochi"],
      ["b.jochi", "more"],
      ["b.jochi", "--lang", "fr"],
      ["none.jochi"],
      ["--online"],
      [],
    ]) {
      const { code, err, out } = await alone("bad", ...words).ended;
      assert.deepEqual([code, out], [2, ""], words.join(" "));
      assert.equal(err.trim().split("\n").length, 1, err);
    }
  });

  it("asks nothing of Node that its version 20 does not have", () => {
    const newer =
      /\b((Map|Object)\.groupBy|Promise\.(try|withResolvers)|Array\.fromAsync|RegExp\.escape|Iterator\.from)\(/;
    assert.equal(newer.exec(text)?.[0], undefined);
  });

  it("has its licences in it, and is the same whenever it is built", async () => {
    for (const name of ["Jochi", ...packages]) assert.ok(text.includes(`\n${name}\n=`), name);
    assert.ok(packages.includes("tuf-js"));
    assert.ok((await verifyScript()).text === text);
  });
});
