import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { describe, it } from "node:test";
import { defaultOwner } from "../../src/engine/owner.ts";
import { factFormats } from "../../src/evidence/facts.ts";
import { localCauses, verdicts } from "../../src/evidence/verdict.ts";
import type { causes } from "../../src/text/causes.ts";
import { sayOf } from "../../src/text/say.ts";
import { type Lang, langs } from "../../src/text/words.ts";

/**
 * The tables of causes in the pages for people: each row is made of the words that the program
 * itself says, so that a page never tells of a verdict in other words, or of none.
 */
const command = "UPDATE_DOCS=1 node --test test/cli/pages.test.ts";
const pages = {
  "network-engineer.md": verdicts,
  "pc-administrator.md": localCauses,
} as const;
const headings: Record<Lang, string[]> = {
  ko: ["판정", "뜻", "조치할 분", "증거", "뒤집거나 가르는 시험"],
  en: ["verdict", "means", "who acts", "what was seen", "the test that overturns or decides it"],
};

function table(ids: readonly (keyof typeof causes)[], lang: Lang): string {
  const rows = ids.map((id) => {
    const [title, engineer, overturn] = (["title", "engineer", "overturn"] as const).map((field) =>
      sayOf({}, lang, `verdict.${id}.${field}`),
    );
    const owner = id === "ok" ? "–" : sayOf({}, lang, `owner.${defaultOwner(id)}`);
    return [`\`${id}\``, title!, owner, engineer!, overturn!];
  });
  const line = (cells: string[]) => `| ${cells.join(" | ")} |\n`;
  return [headings[lang], headings[lang].map(() => "---"), ...rows].map(line).join("");
}

describe("pages for people", () => {
  it("evidence.md tells of every probe, and of none that is not, in both languages", () => {
    const text = readFileSync(new URL("../../docs/evidence.md", import.meta.url), "utf8");
    const tables = text.split(/^\| (?:프로브|probe) \|.*$/m).slice(1);
    assert.equal(tables.length, langs.length);
    for (const rows of tables) {
      const told = [...rows.split("\n\n")[0]!.matchAll(/^\| `([a-z-]+)` \| \S/gm)];
      assert.deepEqual(
        told.map(([, id]) => id),
        Object.keys(factFormats),
      );
    }
  });

  for (const [page, ids] of Object.entries(pages)) {
    for (const lang of langs) {
      it(`${page}: the table of causes says what the program says (${lang})`, () => {
        const file = new URL(`../../docs/for/${page}`, import.meta.url);
        const text = readFileSync(file, "utf8");
        const [begin, end] = [`<!-- causes:${lang} -->\n`, "<!-- end -->"];
        const from = text.indexOf(begin) + begin.length;
        const to = text.indexOf(end, from);
        assert.ok(from >= begin.length && to >= from, `${page} has no ${begin.trim()} … ${end}`);
        const wanted = `\n${table(ids, lang)}\n`;
        if (process.env.UPDATE_DOCS) {
          writeFileSync(file, text.slice(0, from) + wanted + text.slice(to));
        } else assert.equal(text.slice(from, to), wanted, `${page}: run ${command}`);
      });
    }
  }
});
