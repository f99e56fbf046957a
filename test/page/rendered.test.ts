import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { publicationHtml } from "../../src/report/guide/publication/html.ts";
import { publicationOf } from "../../src/report/guide/publication/of-guide.ts";
import { langs } from "../../src/text/words.ts";
import { folder } from "../cli/_evidence.ts";
import { guide } from "./_files.ts";
import { noPlay, play } from "./_play.ts";
import type { Rendered } from "./_rendered.ts";

const where = folder();
const sha256 = (text: string) => createHash("sha256").update(text).digest("base64");

describe("a published guide in a browser", { skip: noPlay }, () => {
  for (const lang of langs) {
    it(`is in order for axe, on a narrow window and on paper (${lang})`, async () => {
      const file = join(where, `guide.${lang}.html`);
      const publication = publicationOf(guide, { lang, today: "2026-11-26" });
      writeFileSync(file, publicationHtml(publication, sha256));
      const { seen, requests, wrong } = await play({ kind: "chromium", file, scene: "rendered" });
      const { light, dark, headings, pictures, narrow, paper, printed, awake } = seen as Rendered;
      assert.deepEqual(light, []);
      assert.deepEqual(dark, []);
      assert.equal(headings[0], publication.title);
      for (const { title } of publication.parts) assert.ok(headings.includes(title), title);
      assert.ok(pictures > 20);
      assert.ok(narrow <= 320, `${narrow} px`);
      assert.ok(paper <= 794, `${paper} px`);
      assert.ok(printed);
      assert.ok(awake.some((line) => line.startsWith("button-name")));
      assert.deepEqual(requests, []);
      assert.deepEqual(wrong, []);
    });
  }
});
