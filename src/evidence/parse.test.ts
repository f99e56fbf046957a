import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { EvidenceError, evidenceBytesMax, parseEvidence } from "./parse.ts";
import { readJson } from "./read-json.ts";

const good = {
  schema: "jochi.evidence/1",
  gatheredBy: "0.1.0",
  guide: { id: "bankpay-transfer", edition: "2018.11" },
  platform: "linux",
  startedAt: "2026-11-23T00:00:00.000Z",
  durationMs: 300,
  incomplete: false,
  facts: [
    {
      probe: "row",
      with: { host: "a.example", address: "192.0.2.1", port: 80, protocol: "http" },
      at: 1,
      ms: 2,
      fact: { tcp: { outcome: "refused", attempts: 1, ms: 1 } },
    },
  ],
};

function place(data: unknown): string {
  return placeOf(typeof data === "string" ? data : JSON.stringify(data));
}

function placeOf(text: string): string {
  try {
    parseEvidence(text);
  } catch (error) {
    assert.ok(error instanceof EvidenceError, String(error));
    assert.ok(!error.message.includes("\n"), "one line");
    return error.place;
  }
  return "accepted";
}

test("good evidence is accepted as it is", () => {
  assert.deepEqual(parseEvidence(JSON.stringify(good)), good);
});

test("wrong shapes are named by their place", () => {
  assert.equal(place({ ...good, schema: "jochi.evidence/2" }), "schema");
  assert.equal(place({ ...good, extra: 1 }), "extra");
  assert.equal(place([good]), "(top)");
  assert.equal(place({ ...good, startedAt: "yesterday" }), "startedAt");
  assert.equal(place({ ...good, facts: [{ ...good.facts[0], probe: "rows" }] }), "facts[0].probe");
  const fact = { tcp: { outcome: "slow", attempts: 1, ms: 1 } };
  assert.equal(
    place({ ...good, facts: [{ ...good.facts[0], fact }] }),
    "facts[0].fact.tcp.outcome",
  );
  const given = { ...good.facts[0]?.with, port: 70_000 };
  assert.equal(
    place({ ...good, facts: [{ ...good.facts[0], with: given }] }),
    "facts[0].with.port",
  );
});

test("truncated text is named by line and column", () => {
  const text = JSON.stringify(good, null, 1);
  assert.match(placeOf(text.slice(0, text.length - 20)), /^\d+:\d+$/);
  assert.equal(place(""), "1:1");
  assert.equal(place('{"a": x}'), "1:7");
});

test("hostile text is refused before it costs anything", () => {
  assert.match(placeOf("[".repeat(200_000)), /^1:\d+$/);
  assert.equal(placeOf(" ".repeat(evidenceBytesMax + 1)), "1:1");
  const text = JSON.stringify(good).replace('"port":80', '"port":80,"__proto__":{"x":1}');
  assert.match(placeOf(text), /__proto__$/);
});

/** What a reader makes of a text: the value, or where and why there is none. */
function outcome(read: (text: string) => unknown, text: string): unknown {
  try {
    return { value: read(text) };
  } catch (error) {
    return error instanceof EvidenceError ? error.expected.is : "json";
  }
}

test("what is JSON is what JSON.parse takes, but for keys that are no keys", () => {
  const texts = [
    ...[
      "0",
      "-0",
      "1e5",
      "-1.5E-3",
      '"\\u00e9\\n"',
      '"\u2028"',
      "[]",
      "{}",
      " [ 1 , {} ] ",
      "[[],[]]",
    ],
    ...[
      "01",
      "1.",
      ".5",
      "+1",
      "-",
      "1e",
      '"\\x"',
      '"\\u12"',
      '"',
      "'a'",
      "[1,]",
      "[,1]",
      "{,}",
      "{1:2}",
    ],
    ...[
      '{"a"}',
      '{"a":}',
      '{"a":1,}',
      "[1 2]",
      "]",
      "}",
      "[}",
      "{]",
      "tru",
      "nul",
      "truefalse",
      "1 2",
    ],
    ...["\u00a01", "\ufeff1", '"\t"', '"\u007f"', "[1]]", '{"a":1}}', "undefined", "NaN", "", " "],
  ];
  for (const text of texts)
    assert.deepEqual(outcome(readJson, text), outcome(JSON.parse, text), text);
  const mark = fc.constantFrom(...'{}[]",:\\ \n\t0189.eE+-truefalsn"u');
  const soup = fc.string({ unit: mark, maxLength: 12 });
  const text = fc.oneof(
    fc.json(),
    soup,
    fc.tuple(fc.json(), soup).map(([a, b]) => a + b),
  );
  fc.assert(
    fc.property(text, (one) => {
      const ours = outcome(readJson, one);
      fc.pre(ours !== "known-keys" && ours !== "key-once" && ours !== "at-most");
      assert.deepEqual(ours, outcome(JSON.parse, one));
    }),
    { numRuns: 3_000 },
  );
});

test("a key that is said twice or reaches a prototype is named by its path", () => {
  assert.equal(place('{"a": [{"b": 1, "b": 2}]}'), "a[0].b");
  assert.equal(place('{"a": {}, "\\u0061": 1}'), "a");
  assert.equal(place('[1, {"constructor": 1}]'), "[1].constructor");
  assert.equal(place('{"a\\u001b": {"__proto__": 1}}'), '["a\\u001b"].__proto__');
});

test("whatever JSON comes, there is evidence or one line", () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      placeOf(text);
    }),
  );
});

test("whatever is cut out or flipped, there is evidence or one line", () => {
  const text = JSON.stringify(good);
  fc.assert(
    fc.property(fc.nat(text.length), fc.nat(12), fc.string({ maxLength: 4 }), (at, cut, put) => {
      placeOf(text.slice(0, at) + put + text.slice(at + cut));
    }),
    { numRuns: 500 },
  );
});
