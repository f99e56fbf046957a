import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { ZoneEntry } from "../evidence/pc-outcome.ts";
import { type ZoneRules, zoneOf } from "./zone-map.ts";

/** Each case says what Windows does, and by which source; `inferred` ones follow from it. */
interface Case {
  about: string;
  url: string;
  entries: ZoneEntry[];
  rules?: ZoneRules;
  expect: { zone: number; by?: string } | { why: string; zones: number[] };
  source: string;
  inferred?: true;
}

const file = new URL("./zone-cases.json", import.meta.url);
const { sources, cases } = JSON.parse(readFileSync(file, "utf8")) as {
  sources: Record<string, { title: string; url: string }>;
  cases: Case[];
};
const usual: ZoneRules = { machineOnly: false, listFromPolicy: false };

function told({ url, entries, rules }: Case) {
  const answer = zoneOf(url, entries, rules ?? usual);
  if (!answer.known) return { why: answer.why, zones: answer.zones };
  const { zone, by } = answer;
  return by === undefined ? { zone } : { zone, by: by.entry };
}

for (const one of cases) {
  test(`${one.about}: ${one.url} with ${one.entries.map(({ entry }) => entry).join(" ")}`, () => {
    assert.deepEqual(told(one), one.expect);
  });
}

test("every case names its source, and no two are the same", () => {
  assert.ok(cases.length >= 60, `${cases.length}`);
  for (const { about, source } of cases) assert.ok(Object.hasOwn(sources, source), about);
  const same = ({ url, entries, rules }: Case) => JSON.stringify([url, entries, rules]);
  assert.equal(new Set(cases.map(same)).size, cases.length);
});

test("what nothing documents is never told for certain", () => {
  for (const { about, source, expect } of cases)
    if (source === "undocumented") assert.ok("why" in expect, about);
});

test("entries of other sites change nothing", () => {
  const others = ["*.example.com", "https://x.example.org", "10.9.8.7", "http://www.other.or.kr"];
  for (const one of cases) {
    const more = others.map((entry): ZoneEntry => ({ entry, zone: 4 }));
    const entries = [...more, ...one.entries];
    if (/example\.com/.test(one.url)) continue;
    assert.deepEqual(told({ ...one, entries }), one.expect, one.about);
  }
});
