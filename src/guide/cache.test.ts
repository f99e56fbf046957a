import assert from "node:assert/strict";
import { appendFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { ownPath } from "../own/files.ts";
import { cacheKey } from "./cache.ts";
import type { GuideText } from "./read.ts";

const code = mkdtempSync(join(tmpdir(), "jochi-cache-"));
after(() => rmSync(code, { recursive: true }));
cpSync(ownPath("src/guide"), code, { recursive: true });

const text = (bytes: string): GuideText => ({
  kind: "guide",
  file: "guide.yaml",
  bytes: Buffer.from(bytes),
});

test("a guide is read anew whenever it, a schema or what parses it has changed", () => {
  const keys = [cacheKey([text("id: a\n")], code)];
  assert.equal(keys[0], cacheKey([text("id: a\n")]));
  const judges = "edition.ts parse.ts plain-flow.ts plain-yaml.ts schema/guide.ts schema/common.ts";
  for (const judge of judges.split(" ")) {
    appendFileSync(join(code, judge), "// changed\n");
    keys.push(cacheKey([text("id: a\n")], code));
  }
  keys.push(cacheKey([text("id: b\n")], code));
  assert.equal(new Set(keys).size, keys.length);
  appendFileSync(join(code, "age.ts"), "// changed\n");
  assert.equal(cacheKey([text("id: b\n")], code), keys.at(-1));
});
