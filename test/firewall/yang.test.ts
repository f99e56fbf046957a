import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { mud } from "../../src/firewall/write/mud.ts";
import { rfc8519 } from "../../src/firewall/write/rfc8519.ts";
import { requests } from "./_requests.ts";

/**
 * The modules of RFC 8519 and RFC 8520 with what they import, as files of their own; they are not part
 * of the project. Without them, or without yanglint (Debian: libyang-tools), there is nothing to test.
 */
const modules = process.env.JOCHI_YANG_MODULES;
const found = spawnSync("yanglint", ["--version"]).status === 0;
const skip = modules && found ? false : "needs yanglint, and JOCHI_YANG_MODULES to name a folder";

const names = [
  "ietf-access-control-list@2019-03-04.yang",
  "ietf-mud@2019-01-28.yang",
  "ietf-acldns@2019-01-28.yang",
];

describe("documents for the data models of the standards", { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), "jochi-yang-"));
  after(() => rmSync(folder, { recursive: true, force: true }));

  function isValid(text: string): boolean {
    const file = join(folder, "data.json");
    writeFileSync(file, text);
    const schemas = names.map((name) => join(modules!, name));
    const run = spawnSync("yanglint", ["-t", "config", "-p", modules!, ...schemas, file]);
    return run.status === 0;
  }

  for (const [kind, request] of Object.entries(requests())) {
    it(`rfc8519: the ${kind} request`, () => {
      const text = rfc8519.write(request).add[0]!.text;
      assert.ok(isValid(text));
      assert.ok(!isValid(text.replace(/"(?:lower-)?port": \d+/, '"port": 99999')));
    });

    it(`mud: the ${kind} request`, () => {
      const { add, remove } = mud.write(request);
      for (const { text } of [...add, ...remove]) {
        assert.ok(isValid(text));
        assert.ok(!isValid(text.replace('"is-supported": true', '"is-supported": "perhaps"')));
      }
    });
  }
});
