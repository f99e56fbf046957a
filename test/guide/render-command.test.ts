import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { loadGuide } from "../../src/guide/load.ts";
import { langs } from "../../src/text/words.ts";
import { rendering } from "./_rendering.ts";
import { brokenGuide, smallGuide } from "./broken-guide.ts";

const name = "bankpay-transfer@2018.11";
const { where, fileOf, jochi, jochiWith, written } = rendering(name);

describe("a guide whose ids are unique in their lists only", () => {
  const { escalation } = loadGuide(smallGuide);

  // A name of a remedy, and names of parts that every document has of its own.
  for (const id of [escalation.remedy, "more", "escalation"]) {
    it(`is published with a section called ${id}`, () => {
      const guide = brokenGuide({ file: "guide.yaml", from: "id: first", to: `id: ${id}` });
      for (const format of ["pdf", "html", "md"]) {
        const file = fileOf(format, `-${id}`);
        const { status, stderr } = jochi(guide, "--format", format, "--output", file);
        assert.equal(status, 0, `${format}: ${stderr}`);
        if (format === "pdf") continue;
        const text = readFileSync(file, "utf8");
        const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, own]) => own);
        assert.ok(ids.length > 4);
        assert.deepEqual(ids, [...new Set(ids)], format);
      }
    });
  }
});

describe("jochi guide render", () => {
  it("passes on in one line what the maker of PDF has against a document", () => {
    const broken = `
      import { registerHooks } from "node:module";
      registerHooks({ load: (url, context, next) => url.endsWith("/publication/pdf-template.ts")
        ? { format: "module", source: "export const template = '#none-such'", shortCircuit: true }
        : next(url, context) });`;
    const file = fileOf("pdf", "-refused");
    const { status, stdout, stderr } = jochiWith(
      [broken],
      name,
      "--format",
      "pdf",
      "--output",
      file,
    );
    assert.equal(status, 2);
    assert.equal(stdout, "");
    assert.match(
      stderr,
      /^jochi[^\n]*PDF로 만들지 못했습니다: unknown variable: none-such[^\n]*\n$/,
    );
    assert.ok(!existsSync(file));
  });

  it("writes for one audience, in both languages", () => {
    for (const lang of langs) {
      const args = ["--audience", "network", "--lang", lang];
      const text = written("txt", `-network-${lang}`, ...args).toString("utf8");
      assert.match(
        text,
        lang === "ko" ? /네트워크·보안 담당자용/ : /for network and security teams/,
      );
      assert.match(text, /203\.175\.190\.200/);
    }
  });

  it("says in one line what is wrong with a call, and writes nothing", () => {
    const file = fileOf("none");
    const wrong: [RegExp, ...string[]][] = [
      [/--format/, name],
      [/docx.*html, pdf, md, txt/, name, "--format", "docx"],
      [/boss.*payer, network, admin/, name, "--format", "md", "--audience", "boss"],
      [/--today 2026-02-30/, name, "--format", "md", "--today", "2026-02-30"],
      [/--output/, name, "--format", "pdf"],
      [/no-such-guide/, "no-such-guide", "--format", "md"],
    ];
    for (const [words, ...args] of wrong) {
      const { status, stdout, stderr } = jochi(
        ...args,
        ...(args.includes("pdf") ? [] : ["--output", file]),
      );
      assert.equal(status, 2, args.join(" "));
      assert.equal(stdout, "");
      assert.match(stderr, words);
      assert.equal(stderr.trimEnd().split("\n").length, 1, stderr);
      assert.ok(!existsSync(file));
    }
  });

  it("leaves what is no file of its own alone", () => {
    const { status, stderr } = jochi(name, "--format", "md", "--output", where);
    assert.equal(status, 2);
    assert.ok(stderr.includes(where));
    writeFileSync(join(where, "kept.md"), "old");
    assert.equal(jochi("no-such", "--format", "md", "--output", "kept.md").status, 2);
    assert.equal(readFileSync(join(where, "kept.md"), "utf8"), "old");
  });
});
