import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import { loadGuide } from "../../src/guide/load.ts";
import { publicationMarkdown } from "../../src/report/guide/publication/markdown.ts";
import { publicationOf } from "../../src/report/guide/publication/of-guide.ts";
import { partsBelow } from "../../src/report/guide/publication/publication.ts";
import { rendered, shown, squeezed } from "../../src/report/guide/stage/words.ts";
import { strictWords } from "../../src/text/say.ts";
import { langs } from "../../src/text/words.ts";
import { rendering } from "./_rendering.ts";
import { printedFacts } from "./conformance.ts";

const name = "bankpay-transfer@2018.11";
const { where, fileOf, jochi, jochiWith, written } = rendering(name);
const formats = ["html", "pdf", "md", "txt"] as const;
const noPoppler =
  spawnSync("pdftotext", ["-v"]).error === undefined ? false : "pdftotext is missing";

function pdfText(file: string, ...options: string[]): string {
  return spawnSync("pdftotext", [...options, file, "-"], { encoding: "utf8" }).stdout;
}

/** What is left of each format when everything that is only form is taken away. */
function saidIn(format: (typeof formats)[number], text: string): string {
  if (format === "html") return shown(text);
  if (format === "md") return rendered(text);
  return squeezed(text);
}

describe("the printed guide of 2018.11, published anew", () => {
  const said = new Map<string, string>();
  before(() => {
    strictWords();
    for (const format of formats) {
      const bytes = written(format, "");
      if (format !== "pdf") said.set(format, saidIn(format, bytes.toString("utf8")));
      else if (!noPoppler) said.set(format, saidIn(format, pdfText(fileOf("pdf"))));
    }
  });

  const facts = printedFacts();
  for (const format of formats) {
    it(`has every printed fact in its ${format}`, {
      skip: format === "pdf" && noPoppler,
    }, () => {
      const text = said.get(format)!;
      assert.ok(facts.length > 150);
      const missing = facts.filter(({ value }) => {
        // What names a place in several words, such as a row, stands in several cells.
        const pieces = value.split(/[\s>|]+|(?<=\d):(?=\d)/).filter(Boolean);
        return !text.includes(squeezed(value)) && pieces.some((piece) => !text.includes(piece));
      });
      assert.deepEqual(missing, []);
    });
  }

  it("has every printed opening as a row: address, port, host and group together", () => {
    const rows = facts.filter(({ kind }) => kind === "row");
    const tables = partsBelow(publicationOf(loadGuide(name), { lang: "ko" }).parts)
      .filter(({ id }) => id.startsWith("openings-"))
      .map((part) => publicationMarkdown({ ...empty, parts: [part] }));
    // A merged cell is written once; below it the cell is empty.
    const lines = tables.flatMap((text) => {
      let last: string[] = [];
      return text
        .split("\n")
        .filter((line) => line.startsWith("| "))
        .map((line) => {
          const cells = line.slice(1, -1).split("|");
          last = cells.map((each, at) => each.trim() || (last[at] ?? ""));
          return last.join(" ");
        });
    });
    assert.ok(rows.length >= 30);
    for (const { value } of rows) {
      const [, group, host, address, port] = /^(.*) (\S+)\|([\d.]+):(\d+)$/.exec(value)!;
      const found = lines.some(
        (line) =>
          [group!, host!, address!].every((each) => line.includes(each)) &&
          new RegExp(`\\b${port}\\b`).test(line.replace(address!, "")),
      );
      assert.ok(found, value);
    }
  });

  it("has the same bytes each time it is made", () => {
    const sum = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
    for (const format of formats)
      assert.equal(sum(written(format, "-again")), sum(readFileSync(fileOf(format))), format);
  });

  it("says months by sentences of its own, whatever the system knows of calendars", () => {
    const without = "delete Intl.DateTimeFormat;";
    for (const lang of langs) {
      const args = [name, "--format", "md", "--today", "2026-11-26", "--lang", lang];
      const { status, stdout, stderr } = jochiWith([without], ...args);
      assert.equal(status, 0, stderr);
      assert.match(stdout, lang === "ko" ? /2018년 11월에 확인된/ : /verified in 11\/2018/);
      assert.equal(stdout, jochi(...args).stdout);
    }
  });

  it("is a tagged PDF with its language, pictures in words, and Korean word by word", {
    skip: noPoppler,
  }, () => {
    const info = spawnSync("pdfinfo", [fileOf("pdf")], { encoding: "utf8" }).stdout;
    assert.match(info, /Title:\s+계좌이체 결제 오류 발생시 자가조치 가이드/);
    assert.match(info, /CreationDate:\s+Thu Nov {2}1 00:00:00 2018/);
    assert.match(info, /Tagged:\s+yes/);
    // Poppler takes minutes to tell the text of every tag in a long document, so only their kinds are asked for.
    const tags = spawnSync("pdfinfo", ["-struct", fileOf("pdf")], { encoding: "utf8" }).stdout;
    for (const tag of ["H1", "H2", "TOC", "L", "LI", "Table", "THead", "TH", "TD", "Figure"])
      assert.match(tags, new RegExp(`^ *${tag}\\b`, "m"), tag);
    assert.match(tags, /RowSpan 7/);
    assert.ok(tags.split(/^ *Figure/m).length > 20, "pictures");
    const raw = readFileSync(fileOf("pdf")).toString("latin1");
    assert.match(raw, /\/Lang ?\(ko/);
    assert.match(raw, /pdfuaid/);
    const words = new Set(pdfText(fileOf("pdf")).split(/\s+/));
    const { sections, remedies, symptoms } = loadGuide(name);
    const texts = [
      ...sections.flatMap(({ title, paragraphs }) => [
        title,
        ...paragraphs.map(({ text }) => text),
      ]),
      ...remedies.flatMap(({ title, steps }) => [title, ...steps.map(({ text }) => text)]),
      ...symptoms.map(({ title }) => title),
    ];
    const wanted = texts.flatMap(({ ko }) => ko.split(/\s+/));
    assert.ok(wanted.length > 1_000);
    assert.deepEqual(
      wanted.filter((word) => !words.has(word)),
      [],
    );
    assert.ok(words.has("203.175.190.213") && words.has("구분"));
  });

  it("has its Windows text with the marks that old editors need", () => {
    const text = readFileSync(fileOf("txt"), "utf8");
    assert.ok(text.startsWith("\ufeff==="));
    assert.ok(!/[^\r]\n/.test(text));
    const { stdout, status } = jochi(name, "--format", "txt");
    assert.equal(status, 0);
    assert.equal(`\ufeff${stdout.replaceAll("\n", "\r\n")}`, text, "a screen gets it as it reads");
  });

  it("has a policy that lets nothing in or out, and names its only style", () => {
    const page = readFileSync(fileOf("html"), "utf8");
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)![1]!;
    const hash = createHash("sha256").update(style).digest("base64");
    assert.ok(
      page.includes(
        `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
      ),
    );
    assert.doesNotMatch(page, /<script| style="| on[a-z]+="|<(?:img|iframe|link|object)\b/);
    assert.match(style, /@page \{ size: A4/);
  });
});

const empty = {
  lang: "ko" as const,
  title: "t",
  cover: [],
  made: "m",
  day: undefined,
};

describe("a small guide as PDF", { skip: noPoppler }, () => {
  it("says under each tag what belongs to it", () => {
    const file = join(where, "small.pdf");
    const guide = join(import.meta.dirname, "small-guide");
    const { status, stderr } = jochi(guide, "--format", "pdf", "--output", file);
    assert.equal(status, 0, stderr);
    const tags = spawnSync("pdfinfo", ["-struct-text", file], { encoding: "utf8" }).stdout;
    const said = tags.replace(/"\s+"/g, "").replace(/\s+/g, " ");
    assert.match(said, / H1 /);
    assert.match(said, / TH [^"]*"구분"/);
    assert.match(said, / TH [^"]*"URL"/);
    assert.match(said, / LBody[ (]/);
    const { title } = loadGuide(guide).sections[0]!;
    assert.ok(squeezed(said.replaceAll('"', "")).includes(squeezed(title.ko)), title.ko);
  });
});
