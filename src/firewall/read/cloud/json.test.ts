import assert from "node:assert/strict";
import { test } from "node:test";
import { ConfigError, sourceOfText } from "../../source.ts";
import { refusalOf } from "../stage/refusal.ts";
import { type JsonObject, jsonLimits, readJson } from "./json.ts";

const read = (text: string) => readJson(sourceOfText(text));
const refusal = (text: string) => refusalOf(() => read(text));

test("an object knows the line in which it begins", () => {
  const root = read('{\n  "a": [\n    {"b": 1},\n\n    {\n  "b": 2}\n ] }') as JsonObject;
  const list = root.members.get("a") as JsonObject[];
  assert.deepEqual([root.line, ...list.map(({ line }) => line)], [1, 3, 5]);
  assert.equal(list[1]!.members.get("b"), 2);
});

test("a byte order mark, one long line and odd member names are no trouble", () => {
  assert.deepEqual(read("\uFEFF[1, -2, true, null]"), [1, -2, true, null]);
  const long = read(`[${'{"__proto__": "x"},'.repeat(100_000)}0]`) as JsonObject[];
  assert.equal(long.length, 100_001);
  assert.equal(long[0]!.members.get("__proto__"), "x");
});

test("what is no JSON is refused with its line", () => {
  const cases: [string, string][] = [
    ["", "firewall.config.bad-json 1"],
    ["{\n", "firewall.config.bad-json 2"],
    ['{"a": 1}\n{"a": 2}', "firewall.config.bad-json 2"],
    ['{"a": 1}\n]', "firewall.config.bad-json 2"],
    ['{"a": 1,\n}', "firewall.config.bad-json 2"],
    ['{"a"\n1}', "firewall.config.bad-json 2"],
    ["[1 2]", "firewall.config.bad-json 1"],
    ["[01]", "firewall.config.bad-json 1"],
    ['[1]\n"x', "firewall.config.bad-json 2"],
    ['// no comment\n{"a": 1}', "firewall.config.bad-json 1"],
    ['{"a": 1,\n"a": 2}', "firewall.config.bad-json 2"],
    ['{"a":\n"\u0000"}', "firewall.config.binary 2"],
  ];
  for (const [text, expected] of cases) assert.equal(refusal(text), expected, text);
});

test("neither depth nor number of values is without a limit", () => {
  const deep = 100_000;
  assert.equal(refusal("[".repeat(deep)), "firewall.config.too-deep 1");
  assert.equal(refusal('{"a":'.repeat(deep)), "firewall.config.too-deep 1");
  assert.equal(refusal("[".repeat(jsonLimits.depth) + "]".repeat(jsonLimits.depth)), "none");
  assert.equal(
    refusal(`[\n${"0,".repeat(jsonLimits.values)}0]`),
    `firewall.config.too-many-values 2 ${jsonLimits.values}`,
  );
});

test("more bytes than anybody's configuration has are not even decoded", () => {
  const bytes = new Uint8Array(jsonLimits.bytes + 1);
  const source = { file: "big", bytes, text: () => assert.fail("decoded") };
  assert.throws(
    () => readJson(source),
    (error) => error instanceof ConfigError && error.key === "firewall.config.too-large",
  );
});
