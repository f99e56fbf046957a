import assert from "node:assert/strict";
import { test } from "node:test";
import { listGuides, loadGuide } from "../../guide/load.ts";
import { langs } from "../../text/words.ts";
import { guide as fixture } from "../fixtures/guide.ts";
import { documentOf } from "./document-of.ts";
import { documentHtml } from "./html.ts";
import { documentText } from "./plain-text.ts";
import { namesake } from "./stage/namesake.ts";
import { shown, squeezed, wordsOf } from "./stage/words.ts";
import { unspanned } from "./unspanned.ts";

for (const { id, edition, folder } of listGuides()) {
  for (const lang of langs) {
    test(`nothing that ${id}@${edition} says is missing from its document (${lang})`, () => {
      const guide = loadGuide(folder);
      const document = documentOf(guide, lang);
      const [page, text] = [shown(documentHtml(document).text), squeezed(documentText(document))];
      const all = wordsOf(guide, lang).map(squeezed);
      assert.ok(all.length > 50, "the guide's words were not found");
      assert.deepEqual(
        all.filter((each) => !page.includes(each)),
        [],
        "missing in HTML",
      );
      assert.deepEqual(
        all.filter((each) => !text.includes(each)),
        [],
        "missing in plain text",
      );
    });
  }
}

test("a guide's words cannot become markup", () => {
  const evil = `<script>x()</script>"'&|*`;
  const hostile = { ...fixture, title: { ko: evil }, sections: [] };
  const document = documentOf(hostile, "ko");
  assert.ok(!documentHtml(document).text.includes("<script>"));
});

test("links lead to something in the document", () => {
  const printed = loadGuide("bankpay-transfer@2018.11");
  for (const guide of [printed, namesake(printed)]) {
    const page = documentHtml(documentOf(guide, "ko")).text;
    const ids = [...page.matchAll(/id="([^"]+)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length, "an id stands twice");
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!);
    assert.deepEqual(
      targets.filter((id) => !ids.includes(id)),
      [],
    );
    const last = page.slice(page.indexOf('id="guide-escalation"'));
    assert.match(last, new RegExp(`href="#guide-remedy-${guide.escalation.remedy}"`));
  }
});

test("cells that reach over rows leave empty ones below", () => {
  const cell = (line: string, span?: number) => ({ lines: [line], ...(span && { span }) });
  const rows = [[cell("a", 3), cell("b", 2), cell("1")], [cell("2")], [cell("c"), cell("3")]];
  assert.deepEqual(
    unspanned(rows).map((row) => row.map(({ lines }) => lines.join())),
    [
      ["a", "b", "1"],
      ["", "", "2"],
      ["", "c", "3"],
    ],
  );
});
