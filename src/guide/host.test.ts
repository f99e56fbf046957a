import assert from "node:assert/strict";
import { it } from "node:test";
import { hostMatches, patternsOf } from "./host.ts";

it("the patterns of a host are those that it matches, and no others", () => {
  assert.deepEqual(patternsOf("A.b.Example"), ["a.b.example", "*.b.example", "*.example"]);
  const all = [
    "a.b.example",
    "*.b.example",
    "*.example",
    "b.example",
    "*.a.b.example",
    "*",
    "example",
  ];
  for (const host of ["a.b.example", "b.example", "example", "x.example", "xb.example"]) {
    const matched = all.filter((pattern) => hostMatches(pattern, host));
    assert.deepEqual(
      matched.toSorted(),
      all.filter((pattern) => patternsOf(host).includes(pattern)).toSorted(),
      host,
    );
  }
});
