import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { EvidenceError, parseEvidence } from "./parse.ts";
import { plainChecker } from "./plain-check.ts";
import { readEvidence } from "./read-evidence.ts";
import type { Shape } from "./shape.ts";
import { evidenceShapes } from "./shape-of.ts";

// As the page has them: through JSON.
const shapes = JSON.parse(JSON.stringify(evidenceShapes())) as ReturnType<typeof evidenceShapes>;
const plain = plainChecker(shapes);

function outcome(read: (text: string) => unknown, text: string): unknown {
  try {
    return read(text);
  } catch (error) {
    assert.ok(error instanceof EvidenceError, String(error));
    return { place: error.place, found: error.found, expected: error.expected };
  }
}

function same(text: string): boolean {
  const bySchema = outcome(parseEvidence, text);
  assert.deepEqual(
    outcome((one) => readEvidence(one, plain), text),
    bySchema,
    text,
  );
  return !Object.hasOwn(bySchema as object, "place");
}

const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: length, maxLength: length });

/** Values that have a shape, and at its limits. */
function anyOf(shape: Shape): fc.Arbitrary<unknown> {
  switch (shape.is) {
    case "text":
      if (shape.means === "time") return fc.constant("2026-11-23T00:00:00.000Z");
      if (shape.pattern?.includes("{64}")) return hex(64);
      if (shape.pattern?.includes("{40}")) return hex(40);
      if (shape.pattern !== undefined) return fc.constantFrom("", "00ff");
      return fc.string({ maxLength: Math.min(shape.most ?? 20, 20) });
    case "number":
      return fc.constantFrom(shape.least ?? -1.5, shape.most ?? 2.5, shape.least ?? 0);
    case "whole-number":
      return fc.constantFrom(shape.least ?? -3, shape.most ?? 3);
    case "boolean":
      return fc.boolean();
    case "json":
    case "anything":
      return fc.jsonValue({ maxDepth: 2 });
    case "one-of":
      return fc.constantFrom(...shape.values);
    case "list":
      return fc.array(anyOf(shape.of), { maxLength: Math.min(shape.most ?? 2, 2) });
    case "record":
      return fc.dictionary(fc.constantFrom("date", "a b", "7"), anyOf(shape.value));
    case "kind":
      return fc.oneof(...shape.shapes.map(anyOf));
    case "or-null":
      return fc.option(anyOf(shape.of));
    case "object": {
      const requiredKeys = Object.keys(shape.keys).filter((key) => !shape.may?.includes(key));
      const keys = Object.entries(shape.keys).map(([key, each]) => [key, anyOf(each)]);
      return fc.record<Record<string, unknown>>(Object.fromEntries(keys), {
        requiredKeys,
        noNullPrototype: true,
      });
    }
  }
}

const facts = fc.oneof(
  ...Object.entries(shapes.facts).map(([probe, { with: given, fact }]) =>
    fc.record({
      probe: fc.constant(probe),
      with: anyOf(given),
      at: fc.constantFrom(0, 1.5, 86_400_000),
      ms: fc.constant(1),
      fact: anyOf(fact),
    }),
  ),
);

const evidence = fc.record({
  schema: fc.constant("jochi.evidence/1"),
  gatheredBy: fc.constant("0.1.0"),
  guide: fc.constant({ id: "a-guide", edition: "2018.11" }),
  platform: fc.constantFrom("linux", "windows"),
  startedAt: fc.constant("2026-11-23T00:00:00.000Z"),
  durationMs: fc.constantFrom(0, 86_400_000),
  incomplete: fc.boolean(),
  facts: fc.array(facts, { maxLength: 3 }),
});

/** What a hostile or broken file has in the place of a value. */
const wrong: readonly string[] = [
  ...["null", "true", "0", "-1", "1.5", "1e999", "-1e999", "9007199254740993", "70000", '""'],
  ...['"x"', "[]", "{}", "[null]", '{"x":1}', '{"ok":true}', '{"ok":false,"ms":1}'],
  ...['"2026-13-01T00:00:00Z"', '"2026-11-23T00:00:00+09:00"', '"0f"', '"0g"'],
  ...['{"state":"found"}', '{"state":"absent"}', '{"state":"lost"}', `"${"a".repeat(1_001)}"`],
  `[${Array(300).fill("1").join(",")}]`,
];

/** All places of a JSON value, as paths. */
function placesIn(value: unknown, path: string[] = []): string[][] {
  if (value === null || typeof value !== "object") return [path];
  const below = Object.entries(value).flatMap(([key, each]) => placesIn(each, [...path, key]));
  return [path, ...below];
}

/** JSON text with the value at a path cut out, replaced, or joined by a foreign key. */
function changed(value: unknown, path: readonly string[], how: string): string {
  const mark = "\u2603";
  const copy = structuredClone({ top: value });
  const whole = ["top", ...path];
  const key = whole.pop()!;
  // biome-ignore lint/suspicious/noExplicitAny: any JSON
  const parent = whole.reduce<any>((each, name) => each[name], copy);
  if (how === "cut") {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else if (parent !== copy) delete parent[key];
  } else if (how === "more" && parent[key] !== null && typeof parent[key] === "object") {
    if (!Array.isArray(parent[key])) parent[key].foreign = 1;
  } else parent[key] = mark;
  return JSON.stringify(copy.top).replace(`"${mark}"`, how);
}

test("the formats as plain data take and refuse what the schemas do, and say the same of it", () => {
  let [taken, refused] = [0, 0];
  fc.assert(
    fc.property(evidence, fc.nat(), fc.constantFrom(...wrong, "cut", "more"), (one, place, how) => {
      assert.ok(same(JSON.stringify(one)), "what a shape describes is taken");
      const places = placesIn(one);
      if (same(changed(one, places[place % places.length]!, how))) taken += 1;
      else refused += 1;
    }),
    { numRuns: 1_200 },
  );
  assert.ok(taken > 10 && refused > 500, `${taken} taken, ${refused} refused`);
});

test("every key and every limit of every format is refused alike", () => {
  const each = fc.sample(evidence, { numRuns: 40, seed: 7 });
  for (const one of each) {
    for (const path of placesIn(one))
      for (const how of ["cut", "more", "null", "1e999"]) same(changed(one, path, how));
  }
});

test("a schema for which plain data has no words is no plain data", async () => {
  const { z } = await import("zod");
  const { factFormats } = await import("./facts.ts");
  const formats = factFormats as unknown as Record<string, unknown>;
  const kept = formats.quiet;
  try {
    for (const fact of [
      z.string().min(2),
      z.object({}),
      z.union([z.string(), z.null()]),
      z.date(),
    ]) {
      formats.quiet = { with: z.strictObject({}), fact };
      assert.throws(evidenceShapes);
    }
  } finally {
    formats.quiet = kept;
  }
});
