import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { listGuides, loadGuide } from "../../src/guide/load.ts";
import { brokenGuide, emptyFolder, smallGuide } from "./broken-guide.ts";
import { failure } from "./failure.ts";

test("kinds without a file are empty; guide and endpoints must exist", () => {
  const folder = brokenGuide();
  rmSync(join(folder, "sites.yaml"));
  const guide = loadGuide(folder, { cache: false });
  assert.deepEqual([guide.sites, guide.wrong], [[], []]);
  rmSync(join(folder, "endpoints.yaml"));
  assert.equal(failure(folder), "endpoints.yaml: found no such file, expected a guide file");
});

test("a path without a guide says so", () => {
  assert.match(failure("/nowhere/at/all"), /^FOLDER: found no such folder, expected a guide's/);
  const empty = emptyFolder();
  assert.match(failure(empty), /^FOLDER: found a folder without guide\.yaml/);
});

test("names: newest edition by number, a given one, and the list of known ones", () => {
  const root = emptyFolder();
  for (const edition of ["2026.9", "2026.10", "2025"]) {
    const folder = join(root, "small", edition);
    mkdirSync(folder, { recursive: true });
    for (const name of ["guide", "endpoints"]) {
      const text = edition === "2026.10" ? goodFile(name) : "schema: none\n";
      writeFileSync(join(folder, `${name}.yaml`), text);
    }
  }
  const editions = listGuides(root).map(({ edition }) => edition);
  assert.deepEqual(editions, ["2026.10", "2026.9", "2025"]);
  for (const name of ["small", "small@2026.10"]) {
    assert.equal(loadGuide(name, { root, cache: false }).edition, "2026.10");
  }
  assert.equal(loadGuide(join(root, "small"), { cache: false }).edition, "2026.10");
  const known = "expected one of: small@2026.10, small@2026.9, small@2025";
  for (const name of ["smal", "small@2024", "small@", "small@2025@2", "__proto__", ""]) {
    assert.throws(() => loadGuide(name, { root, cache: false }), {
      message: `${JSON.stringify(name)}: found an unknown guide, ${known}`,
    });
  }
});

function goodFile(name: string): string {
  return readFileSync(join(smallGuide, `${name}.yaml`), "utf8");
}

test("a kept guide is the parsed one, is never stale, and is no worse than none if damaged", () => {
  const cache = emptyFolder();
  const folder = brokenGuide();
  const parsed = loadGuide(folder, { cache: false });
  assert.deepEqual(loadGuide(folder, { cache }), parsed);
  assert.deepEqual(loadGuide(folder, { cache }), parsed);
  const changed = brokenGuide({ file: "sites.yaml", from: "*.bank.kr", to: "*.pay.bank.kr" });
  assert.equal(loadGuide(changed, { cache }).sites[0]!.pattern, "*.pay.bank.kr");
  for (const name of readdirSync(cache)) writeFileSync(join(cache, name), "{half");
  assert.deepEqual(loadGuide(folder, { cache }), parsed);
  assert.deepEqual(loadGuide(folder, { cache: "/dev/null/nowhere" }), parsed);
});
