import assert from "node:assert/strict";
import { it } from "node:test";
import { visible } from "./page.ts";

it("a character that nobody would see in a refusal is told by its number", () => {
  const told = ["똠", "鑾", "\u202e", "\u200b", "\u00a0", "\u0301", "\u{e0001}"].map(visible);
  assert.deepEqual(told, ["똠", "鑾", "U+202E", "U+200B", "U+00A0", "U+0301", "U+E0001"]);
});
