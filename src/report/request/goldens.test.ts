import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { strictWords } from "../../text/say.ts";
import { langs } from "../../text/words.ts";
import { requestForm } from "./form.ts";
import { formats } from "./index.ts";
import { application, guide, rows } from "./stage/filled-in.ts";

/** The form in words, for people who review a change of it. Files of office programs are in the other tests. */
strictWords();

const folder = new URL("./goldens/", import.meta.url);
const command = "UPDATE_GOLDENS=1 node --test src/report/request/goldens.test.ts";

const goldens = new Map<string, string>();
for (const lang of langs) {
  const opening = requestForm(guide, rows, [], application, lang);
  const changing = requestForm(guide, rows.slice(7, 9), rows.slice(0, 7), application, lang);
  const closing = requestForm(guide, [], rows.slice(0, 7), application, lang);
  for (const [name, form] of Object.entries({ opening, changing, closing })) {
    for (const kind of ["csv", "md"]) {
      goldens.set(`${name}.${lang}.${kind}`, String(await formats[kind]!.write(form)));
    }
  }
}

if (process.env.UPDATE_GOLDENS) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const [file, text] of goldens) writeFileSync(new URL(file, folder), text);
}

test("every form in words is what its golden says", () => {
  assert.deepEqual(readdirSync(folder).sort(), [...goldens.keys()].sort(), `run ${command}`);
  for (const [file, text] of goldens)
    assert.equal(text, readFileSync(new URL(file, folder), "utf8"), `${file}: run ${command}`);
});
