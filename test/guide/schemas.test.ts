import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { jsonSchemas } from "../../src/guide/json-schema.ts";
import { listGuides } from "../../src/guide/load.ts";

const folder = new URL("../../schemas/", import.meta.url);

test("schemas/ is up to date (if not: node scripts/generate-schemas.ts)", () => {
  const schemas = jsonSchemas();
  for (const [kind, text] of schemas) {
    assert.equal(readFileSync(new URL(`${kind}.schema.json`, folder), "utf8"), text, kind);
  }
  assert.equal(readdirSync(folder).length, schemas.size);
});

test("every file of every guide names its schema, so that editors help", () => {
  for (const guide of listGuides()) {
    for (const name of readdirSync(guide.folder)) {
      const first = readFileSync(`${guide.folder}/${name}`, "utf8").split("\n")[0];
      const kind = name.replace(/\.yaml$/, "");
      const schema = `../../../schemas/${kind}.schema.json`;
      assert.equal(first, `# yaml-language-server: $schema=${schema}`, `${guide.id}/${name}`);
    }
  }
});
