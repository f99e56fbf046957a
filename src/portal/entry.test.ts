import assert from "node:assert/strict";
import { test } from "node:test";
import { entryOf } from "./entry.ts";

test("an address tells code, symptom and language", () => {
  assert.deepEqual(entryOf("#once=abc&symptom=blank-window&lang=en"), {
    once: "abc",
    symptom: "blank-window",
    lang: "en",
  });
});

test("what is unknown, empty or endless is left out", () => {
  assert.deepEqual(entryOf(""), {});
  assert.deepEqual(entryOf("#lang=fr&once=&x=1"), {});
  assert.deepEqual(entryOf(`#once=${"a".repeat(201)}`), {});
});
