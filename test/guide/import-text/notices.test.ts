import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { describe, it } from "node:test";
import type { Guide } from "../../../src/guide/guide.ts";
import { draftOf, guideOf, notices } from "./_draft.ts";
import { readNotice } from "./notices.ts";

// Read against each text by eye before it is kept: JOCHI_UPDATE_GOLDENS=1 writes them anew.
const update = process.env.JOCHI_UPDATE_GOLDENS !== undefined;

describe("notices of other institutions", () => {
  for (const { name, text } of notices) {
    it(`${name}: what is read of it, and what is told`, () => {
      const file = new URL(`notices/${name}.json`, import.meta.url);
      const read = `${JSON.stringify(readNotice(text), null, 2)}\n`;
      if (update) writeFileSync(file, read);
      assert.deepEqual(JSON.parse(read), JSON.parse(readFileSync(file, "utf8")));
    });

    it(`${name}: no line is lost in silence`, () => {
      const drafted = draftOf(text);
      const guide = guideOf(drafted);
      const known = new Set([...drafted.notes.map(({ line }) => line), ...citedLines(guide)]);
      const { title, audience, sections, remedies } = guide;
      const titles = [
        title.ko,
        audience.ko,
        ...[...sections, ...remedies].map((each) => each.title.ko),
      ];
      const lost = text.split("\n").filter((line, at) => {
        const isPage = /^- [\d/]+ -$/.test(line) || /^\|[|-]+\|$/.test(line);
        const isDate = at < 5 && /20\d\d/.test(line);
        const isTitle = titles.some((words) => line.includes(words));
        // The words above columns.
        const isHeading =
          (/(?:포트|Port|PORT)/.test(line) && /IP/.test(line) && !/\d/.test(line)) ||
          /^(?:도메인|IP|포트|증상\t조치)$/.test(line);
        return line !== "" && !known.has(at + 1) && !isPage && !isDate && !isTitle && !isHeading;
      });
      assert.deepEqual(lost, []);
    });

    it(`${name}: every address, name and port stands in the draft or in a note of its line`, () => {
      const drafted = draftOf(text);
      const written = drafted.files.map((file) => file.text).join("\n");
      for (const [at, line] of text.split("\n").entries()) {
        const notes = drafted.notes.filter((note) => note.line === at + 1);
        const said = [written, ...notes.map(({ words }) => words.ko)].join("\n");
        const plain = line.normalize("NFKC");
        for (const [fact] of plain.matchAll(
          /\d+\.\d+\.\d+\.\d+|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.example/g,
        )) {
          assert.ok(said.includes(fact) || inBlock(said, fact), `${at + 1}: ${fact}`);
        }
      }
    });
  }
});

/** Lines that single facts have their source in, not those of whole parts around them. */
function citedLines(guide: Guide): number[] {
  const facts = [
    ...guide.sections.flatMap(({ paragraphs }) => paragraphs),
    ...guide.endpoints,
    ...guide.browsers,
    ...guide.sites,
    ...guide.wrong,
    ...guide.programs.flatMap(({ download }) => download ?? []),
    ...guide.certificates,
    ...guide.files,
    ...guide.remedies
      .filter(({ id }) => id !== "firewall-request")
      .flatMap(({ steps, warnings = [] }) => [...steps, ...warnings]),
  ];
  return facts.flatMap(({ source = "" }) => {
    const [, from, to = from] = /#L(\d+)(?:-L(\d+))?$/.exec(source) ?? [];
    const lines = Number(to) - Number(from) + 1;
    return Array.from({ length: lines || 0 }, (_, at) => Number(from) + at);
  });
}

/** The last address of a range is in the block that the range became. */
function inBlock(said: string, address: string): boolean {
  const [head, last] = [address.replace(/\d+$/, ""), Number(/\d+$/.exec(address))];
  const blocks = [...said.matchAll(/(\d+\.\d+\.\d+\.)(\d+)\/(\d+)/g)];
  return blocks.some(
    ([, start, first, bits]) =>
      start === head && Number(first) <= last && last < Number(first) + 2 ** (32 - Number(bits)),
  );
}
