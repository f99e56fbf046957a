import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { isCited, missingFacts, type PrintedFact } from "../conformance.ts";
import { draftOf, guideOf, printed, toldOf } from "./_draft.ts";

// Written down by reading printed.txt; its edition is of 2018 because that names the source.
const expected = JSON.parse(
  readFileSync(new URL("printed-facts.json", import.meta.url), "utf8"),
) as PrintedFact[];

test("every fact of a printed text is in its draft, with its line", () => {
  const guide = guideOf(draftOf(printed));
  assert.ok(expected.length > 140);
  assert.deepEqual(missingFacts(guide, expected), []);
  const cover = guide.sections[0]!.paragraphs[0]!.source!;
  const from = Number(/\d+$/.exec(cover.split("-L")[0]!)![0]);
  const uncited = expected.filter(({ line }) => line >= from && !isCited(guide, line));
  assert.deepEqual(uncited, []);
});

test("an unspoilt text is told of where it is damaged, and of nothing else", () => {
  const { notes } = draftOf(printed);
  const line = (start: string) =>
    printed.split("\n").findIndex((text) => text.startsWith(start)) + 1;
  assert.deepEqual(
    toldOf(notes),
    [
      `${line("아래 그림에서 증상")} symptoms-lost`,
      `${line("\tm.byeolpay")} ports-merged`,
      `${line("C:\\W")} path-damaged`,
    ].toSorted(),
  );
});

test("what was not read is told line by line, and the rest counted", () => {
  const { notes } = draftOf(printed);
  const filled = printed.split("\n").filter((text) => text.trim() !== "").length;
  const unread = notes.filter(({ kind }) => kind === "line-unread");
  const coverage = notes.find(({ kind }) => kind === "coverage")!;
  assert.match(coverage.words.en, new RegExp(`^${filled - unread.length} of the ${filled} lines`));
  for (const { line, words } of unread) {
    assert.ok(words.ko.endsWith(printed.split("\n")[line - 1]!.trim()), words.ko);
  }
});

test("a damaged path is proposed repaired beside how it was printed", () => {
  const [file] = guideOf(draftOf(printed)).files;
  assert.deepEqual(file!.paths, ["C:\\Program Files\\Gureum\\SafeKey\\plugin"]);
  assert.equal(file!.printed, "C:\\WProgram Files\\WGureum\\WSafeKey\\W");
  assert.equal(file!.certainty, "inferred");
});

test("a draft says in Korean what its author has to look at", () => {
  const { files } = draftOf(printed);
  const doubts = files.flatMap(({ text }) =>
    text.split("\n").filter((line) => /# 확인: /.test(line)),
  );
  assert.ok(doubts.length > 10);
  for (const doubt of doubts) assert.match(doubt, /[가-힣]/);
  assert.ok(
    files.every(({ text }) => !/\ben:/.test(text)),
    "translations are not made up",
  );
});

test("the same text makes the same draft", () => {
  assert.deepEqual(draftOf(printed), draftOf(printed));
});
