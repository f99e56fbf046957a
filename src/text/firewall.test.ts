import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { unknownCodes } from "../firewall/policy.ts";
import { sentences } from "./sentences.ts";

/** Keys that the firewall part writes down, read from its source: it imports no words itself. */
function keysUsed(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .flatMap(
      (file) => readFileSync(join(folder, file), "utf8").match(/"firewall\.[a-z.-]+"/g) ?? [],
    )
    .map((quoted) => quoted.slice(1, -1));
}

test("whatever the firewall part says has a sentence", () => {
  const used = keysUsed(join(import.meta.dirname, "../firewall"));
  assert.ok(used.length > 30, "keys were found");
  for (const key of [...used, ...unknownCodes.map((code) => `firewall.unknown.${code}`)]) {
    assert.ok(Object.hasOwn(sentences, key), key);
  }
});
