import assert from "node:assert/strict";
import { cpSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { run, shell } from "../house/_run.ts";
import { root } from "../house/_source.ts";
import { folder, gather, guide, langs, put } from "./_evidence.ts";
import { onMachine } from "./_preload.ts";
import { assertKorean, assertRefused } from "./_refused.ts";

const edition = join(root, "guides", guide.id, guide.edition);
const env = onMachine();

/** A copy of the guide with one file spoiled. */
function spoiled(change: (folder: string) => void): string {
  const copy = join(folder(), guide.id, guide.edition);
  cpSync(edition, copy, { recursive: true });
  change(copy);
  return copy;
}

const inFile = (file: string, change: (text: string) => string) => (copy: string) => {
  const path = join(copy, file);
  writeFileSync(path, change(readFileSync(path, "utf8")));
};

const cases: [what: string, change: (folder: string) => void, says: RegExp][] = [
  ["broken YAML", inFile("endpoints.yaml", (text) => `${text}\n  bad: [1, 2\n`), /s\.yaml:\d+:\d+/],
  ["a tab", inFile("sites.yaml", (text) => `${text}\n\tx: 1\n`), /sites\.yaml:\d+:\d+/],
  ["a wrong type", inFile("guide.yaml", (text) => text.replace(/^id: .*/m, "id: 5")), /:\d+:\d+/],
  ["an unknown key", inFile("guide.yaml", (text) => `${text}\nnope: 1\n`), /"nope"/],
  ["one key twice", inFile("guide.yaml", (text) => `${text}\nid: x\nid: x\n`), /yaml:\d+:\d+/],
  ["an alias", inFile("sites.yaml", () => "sites: &a []\nwrong: *a\n"), /sites\.yaml:2:8/],
  ["nesting", inFile("guide.yaml", () => "[".repeat(100_000)), /guide\.yaml/],
  ["nothing in a file", inFile("endpoints.yaml", () => ""), /endpoints\.yaml:1:1/],
  ["bytes that are no text", (copy) => truncateSync(join(copy, "endpoints.yaml"), 900_000), /yaml/],
  [
    "a file that is too large",
    (copy) => truncateSync(join(copy, "endpoints.yaml"), 1e9),
    /1000000/,
  ],
  ["a missing file", (copy) => rmSync(join(copy, "endpoints.yaml")), /endpoints\.yaml/],
  ["no guide.yaml", (copy) => rmSync(join(copy, "guide.yaml")), /2018\.11/],
  [
    "a folder in the place of a file",
    (copy) => {
      rmSync(join(copy, "sites.yaml"));
      mkdirSync(join(copy, "sites.yaml"));
    },
    /sites\.yaml/,
  ],
  ["marks that steer", inFile("guide.yaml", () => 'id: "\\e[31m\\u202E\\n"\n'), /guide\.yaml/],
];

/** Where the line still holds words of the YAML parser. */
const parsersOwn = new Set(["broken YAML", "a tab", "nesting", "bytes that are no text"]);

describe("a guide that cannot be used", () => {
  for (const [what, change, says] of cases) {
    it(`${what}: one line in either language`, async () => {
      const path = spoiled(change);
      const [ko, en] = await Promise.all(
        langs.map((lang) => run(["diagnose", "--lang", lang, "--guide", path], { env })),
      );
      assertRefused(ko!, what, says);
      assertRefused(en!, what, says);
      assert.doesNotMatch(en!.err, /[가-힣]/);
      if (!parsersOwn.has(what)) assertKorean(ko!.err);
    });
  }

  it("is described in Korean where YAML itself is broken", async () => {
    for (const [what, change] of cases.filter(([what]) => parsersOwn.has(what))) {
      const { err } = await run(["diagnose", "--guide", spoiled(change)], { env });
      assert.notEqual(err, "", what);
      assertKorean(err);
    }
  });

  it("a pipe in the place of a file does not hold it up", async () => {
    const path = spoiled((copy) => rmSync(join(copy, "sites.yaml")));
    const line = `mkfifo "$F/sites.yaml" && exec ./jochi diagnose --guide "$F"`;
    assertRefused(await shell(line, { ...env, F: path }), "pipe", /sites\.yaml/);
  });

  it("is refused where saved evidence is judged with it, too", async () => {
    const path = spoiled((copy) => rmSync(join(copy, "endpoints.yaml")));
    const evidence = put(folder(), "e.json", await gather([]));
    assertRefused(await run(["diagnose", "--evidence", evidence, "--guide", path]), "replay");
  });
});
