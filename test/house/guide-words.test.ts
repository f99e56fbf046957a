import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { sentences } from "../../src/text/sentences.ts";
import { program, read } from "./_source.ts";

/** Sentences that say what a guide calls its service. */
const ofGuide = Object.entries(sentences)
  .filter(([, { ko, en }]) => /\{words\./.test(ko + en))
  .map(([key]) => key);

/** Keys that could be one of these by their form, and never are. */
const never = [
  ["change.${", "kind}"],
  ["change.${", "word}"],
  ["publication.${", "certainty}"],
  ["ui.${", "mark}"],
].map((parts) => parts.join(""));

/** Those that a source asks `say` for, which knows no guide. */
function saidWithoutGuide(source: string): string[] {
  const asked = /\bsay\(\s*[\w.]+,\s*(?:[^,()"`]*\? )?["`]([^"`]+)["`]/g;
  return [...source.matchAll(asked)].flatMap(([, key]) => {
    const form = key!.replaceAll(".", "\\.").replace(/\$\{[^}]*\}/g, "[\\w.-]+");
    const isOfGuide = ofGuide.some((each) => new RegExp(`^${form}$`).test(each));
    return isOfGuide && !never.includes(key!) ? [key!] : [];
  });
}

describe("sentences about what a guide is for", () => {
  it("are said in the words of that guide", () => {
    const found = program().flatMap((file) =>
      saidWithoutGuide(read(file)).map((key) => `${file}: ${key}`),
    );
    assert.deepEqual(found, [], "say them with sayOf");
  });

  it("are found where they are not", () => {
    const line = (key: string) => `text: say(\n  view.lang, ${key}),`;
    assert.deepEqual(saidWithoutGuide(line('"ui.title"')), ["ui.title"]);
    assert.deepEqual(saidWithoutGuide(line("`owner.$" + "{owner}`")), ["owner.$" + "{owner}"]);
    assert.deepEqual(saidWithoutGuide(line('found ? "ui.handover.hello" : other')).length, 1);
    assert.deepEqual(saidWithoutGuide(line('"ui.guide"')), []);
  });
});
