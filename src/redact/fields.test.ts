import assert from "node:assert/strict";
import { test } from "node:test";
import type { Shape } from "../evidence/shape.ts";
import { evidenceShapes } from "../evidence/shape-of.ts";
import { fields, mostOf } from "./fields.ts";

/** Every place of a format that holds text, by its last key, with the most characters. */
function* textsOf(shape: Shape, key: string): Generator<{ key: string; most: number }> {
  switch (shape.is) {
    case "text":
      yield { key, most: shape.most ?? Number.POSITIVE_INFINITY };
      return;
    case "one-of":
      if (typeof shape.values[0] === "string") yield { key, most: Number.POSITIVE_INFINITY };
      return;
    case "list":
    case "or-null":
      yield* textsOf(shape.of, key);
      return;
    case "record":
      yield* textsOf(shape.value, key);
      return;
    case "object":
      for (const [own, each] of Object.entries(shape.keys)) yield* textsOf(each, own);
      return;
    case "kind":
      for (const each of shape.shapes) yield* textsOf(each, key);
      return;
    default:
  }
}

test("every text of every format has a treatment, and room for what is written", () => {
  const missing: string[] = [];
  for (const [probe, formats] of Object.entries(evidenceShapes().facts)) {
    for (const part of ["with", "fact"] as const) {
      const known = fields[probe as keyof typeof fields][part];
      for (const { key, most } of textsOf(formats[part], part)) {
        if (known[key] === undefined) missing.push(`${probe}.${part}.${key}`);
        else if (known[key] !== "kept" && known[key] !== "fingerprint" && mostOf(probe, key) > most)
          missing.push(`${probe}.${part}.${key} holds ${most}`);
      }
    }
  }
  assert.deepEqual(missing, []);
});
