import assert from "node:assert/strict";
import { test } from "node:test";
import { rowsOf } from "../../src/guide/guide.ts";
import { loadGuide } from "../../src/guide/load.ts";
import { isCited, missingFacts, printedFacts } from "./conformance.ts";

const guide = loadGuide("bankpay-transfer@2018.11", { cache: false });
const facts = printedFacts();

test("every fact of the printed guide stands in its place", () => {
  assert.deepEqual(missingFacts(guide, facts), []);
});

test("the printed guide has 32 rows with 17 addresses, and the guide no others", () => {
  assert.equal(facts.filter(({ kind }) => kind === "row").length, 32);
  assert.equal(rowsOf(guide).length, 32);
  assert.equal(new Set(rowsOf(guide).map(({ address }) => address)).size, 17);
});

test("the guide has no site, wrong entry or numbered remedy beyond the printed ones", () => {
  const count = (kind: string) => facts.filter((fact) => fact.kind === kind).length;
  assert.equal(guide.sites.length, count("site"));
  assert.equal(guide.wrong.length, count("wrong-site"));
  assert.equal(guide.remedies.filter(({ number }) => number).length, count("remedy"));
});

test("some source of the guide names the line of every fact", () => {
  // The cover is the edition itself: its title, reader and date have no source but the whole.
  const uncited = facts.filter(({ line }) => line > 10 && !isCited(guide, line));
  assert.deepEqual(uncited, []);
});
