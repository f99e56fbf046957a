import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { folder } from "../cli/_evidence.ts";
import { apply } from "./_apply.ts";
import { cases, verified } from "./_fixes.ts";

describe("with the fix put in as it stands, every flow is permitted", () => {
  for (const [name, config, how] of cases) {
    it(name, async () => {
      const before = await verified(config, how);
      const { fix, vendor } = before;
      assert.ok(fix, "there is a fix");
      assert.equal(vendor, name.split(":")[0]);
      assert.ok(fix.proved, "it is proved");
      assert.ok(
        fix.places.every(({ written }) => written),
        JSON.stringify(fix.places),
      );
      const after = await verified(apply[vendor]!(config, fix.text), how);
      const bad = after.flows.filter(({ verdict }) => verdict !== "permitted");
      assert.deepEqual(
        bad.map(({ host, port, decidedBy }) => [host, port, decidedBy]),
        [],
      );
    });
  }
});

const path = `${process.env.PATH}:/usr/sbin:/sbin`;
const tools = ["unshare", "nft", "iptables-nft-restore"];
const missing = tools.filter(
  (tool) => !path.split(":").some((part) => existsSync(join(part, tool))),
);
const skip =
  process.getuid?.() !== 0
    ? "needs root"
    : missing.length > 0
      ? `needs ${missing.join(", ")}`
      : false;

/** How the rules get in and are printed, in a network of their own. */
const kernel: Readonly<Record<string, { load: string; print: string }>> = {
  iptables: { load: "iptables-nft-restore --noflush", print: "iptables-nft-save" },
  nftables: { load: "nft -f", print: "nft list ruleset" },
};

describe("loaded by its own program, the fix does the same, and goes without a trace", {
  skip,
}, () => {
  const where = folder();
  for (const [name, config, how] of cases) {
    const { load, print } = kernel[name.split(":")[0]!] ?? {};
    if (load === undefined) continue;
    it(name, async () => {
      const { fix } = await verified(config, how);
      for (const [file, text] of Object.entries({
        config,
        fix: fix!.text,
        remove: fix!.remove,
      })) {
        writeFileSync(join(where, file), text);
      }
      const script = `iptables() { iptables-nft "$@"; }
        kept() { ${print} | grep -v '^#'; }
        ${load} config; kept >before; ${load} fix; kept >after; . ./remove; kept | cmp - before
        cat after`;
      const { status, stdout, stderr } = spawnSync("unshare", ["-n", "sh", "-euc", script], {
        cwd: where,
        encoding: "utf8",
        env: { ...process.env, PATH: path },
      });
      assert.equal(status, 0, `${stdout}${stderr}`);
      const { flows } = await verified(stdout, how);
      assert.ok(
        flows.every(({ verdict }) => verdict === "permitted"),
        stdout,
      );
    });
  }
});
