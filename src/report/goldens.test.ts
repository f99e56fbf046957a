import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { strictWords } from "../text/say.ts";
import { langs } from "../text/words.ts";
import { cases } from "./fixtures/cases.ts";
import { guide } from "./fixtures/guide.ts";
import { reportHtml } from "./html.ts";
import { reportJson } from "./json.ts";
import { reportText } from "./text.ts";

/**
 * Every form of every case, read by people in a review: a change of words shows as a change of
 * these files.
 */
strictWords();

const folder = new URL("./goldens/", import.meta.url);
const command = "UPDATE_GOLDENS=1 node --test src/report/goldens.test.ts";
const forms = { txt: reportText, json: reportJson, html: reportHtml } as const;

const goldens = new Map<string, string>();
for (const [name, diagnosis] of Object.entries(cases))
  for (const lang of langs)
    for (const [form, print] of Object.entries(forms))
      goldens.set(`${name}.${lang}.${form}`, print(diagnosis, guide, lang));

if (process.env.UPDATE_GOLDENS) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const [file, text] of goldens) writeFileSync(new URL(file, folder), text);
}

test("every report is what its golden says", () => {
  assert.deepEqual(readdirSync(folder).sort(), [...goldens.keys()].sort(), `run ${command}`);
  for (const [file, text] of goldens)
    assert.equal(text, readFileSync(new URL(file, folder), "utf8"), `${file}: run ${command}`);
});
