import assert from "node:assert/strict";
import { test } from "node:test";
import { removalKinds } from "../redact/removal.ts";
import { hasSentence } from "../text/say.ts";
import { carryFaults } from "./fault.ts";

test("every fault has its sentence, every digit its word, every removal its kind", () => {
  for (const code of carryFaults) assert.ok(hasSentence(`carry.fault.${code}`), code);
  for (const kind of removalKinds) assert.ok(hasSentence(`carry.removed.${kind}`), kind);
  for (const digit of "0123456789") assert.ok(hasSentence(`carry.digit.${digit}`), digit);
});
