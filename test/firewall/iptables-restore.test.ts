import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { outcomesOf } from "../../src/firewall/prove/packet.ts";
import { models, modelText, packets, verdictOf } from "./_iptables-model.ts";
import { read } from "./_iptables-told.ts";

const path = `${process.env.PATH}:/usr/sbin:/sbin`;
const flavours = ["iptables-nft", "iptables-legacy"];
const missing = ["unshare", ...flavours.map((name) => `${name}-restore`)].filter(
  (tool) => !path.split(":").some((part) => existsSync(join(part, tool))),
);
const skip =
  process.getuid?.() !== 0
    ? "needs root"
    : missing.length > 0 && `needs ${missing.join(", ")} (Debian: apt install iptables)`;

const sample = fc.sample(models, { seed: 5, numRuns: 50 });
const asked = fc.sample(packets, { seed: 6, numRuns: 60 });
let folder = "";

before(() => {
  folder = mkdtempSync(join(tmpdir(), "jochi-iptables-"));
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** Every file tested by both flavours, then loaded by each and printed again. */
const script = `
  for file in *.rules; do
    for flavour in ${flavours.join(" ")}; do
      $flavour-restore --test "$file" || echo "$flavour refuses $file"
      $flavour-restore "$file" && $flavour-save -t filter >"$file.$flavour" || exit 1
    done
  done`;

test("iptables takes what the model prints, and what it prints again means the same", {
  skip,
}, () => {
  for (const [at, model] of sample.entries()) {
    writeFileSync(join(folder, `${at}.rules`), modelText(model));
  }
  const { status, stdout, stderr } = spawnSync("unshare", ["-n", "sh", "-c", script], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, PATH: path },
  });
  assert.deepEqual([status, stdout], [0, ""], stderr);
  for (const [at, model] of sample.entries()) {
    for (const flavour of flavours) {
      const text = readFileSync(join(folder, `${at}.rules.${flavour}`), "utf8");
      const policy = read(text, { hook: "forward" });
      assert.deepEqual(policy.notUnderstood, []);
      for (const packet of asked) {
        const verdicts = new Set(outcomesOf(policy, packet).map(({ verdict }) => verdict));
        assert.deepEqual([...verdicts], [verdictOf(model, packet).split(" ")[0]], text);
      }
    }
  }
});
