import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { gzipSync } from "node:zlib";
import { parse } from "acorn";
import { charactersIn } from "../../scripts/build/font-characters.ts";
import { checkCharacters, offlineFiles, offlineParts } from "../../scripts/build/page.ts";
import { BuildError } from "../../scripts/build/run.ts";
import { type Guide, rowsOf } from "../../src/guide/guide.ts";
import { ownPath } from "../../src/own/files.ts";
import { documentOf } from "../../src/report/guide/document-of.ts";
import { type OfflineFile, offlinePage } from "../../src/report/guide/offline-page.ts";
import { unpack } from "../../src/report/guide/packed.ts";
import { saidBy } from "../../src/report/guide/said.ts";
import { langs } from "../../src/text/words.ts";
import { guide, texts } from "./_files.ts";

/** Where a browser still reads a policy as if it had come before everything else. */
const firstBytes = 1_024;
/** What the whole file may weigh, in gzip, with its fonts and without them. */
const mostWithFonts = 450_000;
const mostWithout = 150_000;

const policyOf = (page: string) =>
  /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)!;
const sha256 = (text: string) => createHash("sha256").update(text).digest("base64");
const partOf = (page: string, pattern: RegExp) => pattern.exec(page)![1]!;

const bodyOf = (page: string) =>
  partOf(page, /<body>\n<script>[\s\S]*?<\/script>([\s\S]*?)<\/noscript>/);

function dataOf(page: string): OfflineFile {
  return JSON.parse(partOf(page, /id="data">([\s\S]*?)<\/script>/)) as OfflineFile;
}

/** As the page does it, but for the reading of its elements. */
function guideOf(page: string): Guide {
  const { guide: packed, words, said } = dataOf(page);
  const all = [...saidBy(bodyOf(page)), ...words.verdicts.split(" ")];
  assert.equal(all.join("").length, said);
  return unpack(packed, all) as Guide;
}

describe("the file of a guide", () => {
  it("says in its first bytes that nothing may leave it", async () => {
    const { plain } = await texts();
    const policy = policyOf(plain);
    const end = Buffer.byteLength(plain.slice(0, policy.index + policy[0].length));
    assert.ok(end <= firstBytes, `${end} bytes`);
    assert.equal(plain.indexOf("<meta"), plain.indexOf('<meta charset="utf-8">'));
    const starter = partOf(plain, /<body>\n<script>([\s\S]*?)<\/script>/);
    const script = partOf(plain, /<script type="text\/plain" id="script">([\s\S]*?)<\/script>/);
    const runner = partOf(plain, /<\/script>\n<script>([\s\S]*?)<\/script>/);
    const later = partOf(plain, /<script type="text\/plain" id="later">([\s\S]*?)<\/script>/);
    for (const old of [starter, runner]) assert.doesNotThrow(() => parse(old, { ecmaVersion: 3 }));
    const style = partOf(plain, /<style>([\s\S]*?)<\/style>/);
    const fonts = partOf(plain, /<noscript id="fonts"><style>([\s\S]*?)<\/style><\/noscript>/);
    assert.doesNotMatch(style, /@font-face/);
    assert.doesNotMatch(fonts.replace(/base64,[^)]*/g, ""), /[^\w"@{}:;\s/.(),-]|@(?!font-face)/);
    assert.deepEqual(policy[1]!.split("; "), [
      "default-src 'none'",
      `script-src ${[starter, runner, script, later].map((each) => `'sha256-${sha256(each)}'`).join(" ")}`,
      `style-src 'sha256-${sha256(style)}' 'sha256-${sha256(fonts)}'`,
      "img-src data:",
      "font-src data:",
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    assert.equal(plain.match(/<script/g)?.length, 5);
    assert.doesNotMatch(plain, / style="| on[a-z]+="|<(?:img|iframe|object|embed|form|base)\b/);
  });

  it("in its other build may reach the guide's servers and this PC, and says so", async () => {
    const { plain, probe } = await texts();
    const connect = /connect-src ([^;]*)/.exec(policyOf(probe)[1]!)![1]!.split(" ");
    const servers = rowsOf(guide)
      .filter(({ protocol }) => protocol === "https")
      .map(({ host, port }) => `https://${host}:${port}`);
    const programs = guide.agents.flatMap(({ protocol, address, ports }) =>
      Array.from(
        { length: ports.count },
        (_, at) => `${protocol}://${address}:${ports.first + at}`,
      ),
    );
    assert.deepEqual(connect.toSorted(), [...new Set([...servers, ...programs])].toSorted());
    assert.ok(servers.length > 5 && programs.length > 5);
    assert.ok(probe.indexOf("Content-Security-Policy") < firstBytes);
    assert.match(probe, /<title>[^<]*\(연결해 보는 파일\)<\/title>/);
    assert.match(probe, /연결해 보는 파일입니다/);
    assert.match(probe, /the file that tries connections/);
    assert.doesNotMatch(
      plain.replace(/<script type[\s\S]*/, ""),
      /연결해 보는 파일|tries connections/,
    );
    assert.deepEqual([dataOf(plain).probe, dataOf(probe).probe], [false, true]);
    const without = (page: string) => page.replace(/[\s\S]*?<\/title>/, "").length;
    assert.ok(Math.abs(without(plain) - without(probe)) < 500, "they differ in nothing else");
  });

  it("holds the guide as its script needs it, and limits between which a clock is right", async () => {
    const { plain, probe } = await texts();
    const data = dataOf(plain);
    for (const page of [plain, probe])
      assert.deepEqual(guideOf(page), JSON.parse(JSON.stringify(guide)));
    const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
    const days = [...JSON.stringify(guide).matchAll(/"(?:verifiedOn|retrievedOn)":"([^"]*)"/g)];
    assert.equal(
      day(data.clock.earliest),
      days
        .map(([, each]) => each!)
        .toSorted()
        .at(-1),
    );
    const ends = guide.certificates.flatMap(({ candidates }) =>
      candidates.flatMap(({ notAfter }) => notAfter ?? []),
    );
    assert.ok(ends.every((each) => Date.parse(each) <= data.clock.latest));
  });

  it("has the whole guide in its HTML, in both languages", async () => {
    const body = bodyOf((await texts()).plain);
    const shown = squeezed(unescaped(body.replace(/<[^>]*>/g, "")));
    for (const lang of langs) {
      const pieces = [...new Set(piecesOf(documentOf(guide, lang)))];
      assert.ok(pieces.length > 400, `${pieces.length} pieces`);
      assert.deepEqual(
        pieces.filter((piece) => !shown.includes(squeezed(piece))),
        [],
        lang,
      );
      const said = [
        ...guide.sections.flatMap(({ title, paragraphs }) => [
          title,
          ...paragraphs.map(({ text }) => text),
        ]),
        ...guide.remedies.flatMap(({ title, steps }) => [title, ...steps.map(({ text }) => text)]),
        ...guide.symptoms.map(({ title }) => title),
        ...guide.browsers.flatMap(({ unsupportedMessage }) => unsupportedMessage ?? []),
        ...guide.endpoints.map(({ purpose }) => purpose),
        ...guide.certificates.map(({ title }) => title),
      ].map((text) => text[lang] ?? text.ko);
      const exact = guide.endpoints.flatMap(({ host, addresses }) => [host, ...addresses]);
      assert.deepEqual(
        [...said, ...exact].filter((each) => !shown.includes(squeezed(each))),
        [],
        lang,
      );
    }
    const ids = [...body.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!);
    assert.equal(new Set(ids).size, ids.length, "an id twice");
    const links = [...body.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id!);
    assert.ok(links.length > 20);
    assert.deepEqual(
      links.filter((id) => !ids.includes(id)),
      [],
    );
  });

  it("weighs no more than was agreed", async () => {
    for (const page of Object.values(await texts())) {
      const bare = page.replace(/base64,[A-Za-z0-9+/=]{1000,}/g, "base64,");
      assert.ok(bare.length < page.length - 200_000, "the fonts were not found");
      const [whole, without] = [page, bare].map((each) => gzipSync(each, { level: 9 }).length);
      assert.ok(whole! <= mostWithFonts, `${whole} bytes with fonts`);
      assert.ok(without! <= mostWithout, `${without} bytes without fonts`);
    }
  });

  it("is the same when it is made again", async () => {
    const make = async () => Object.values(offlineFiles(await offlineParts(), guide)).map(sha256);
    assert.deepEqual(await make(), await make());
  });

  it("cannot be broken open by what a guide says", async () => {
    const evil = `</script></style><script>x()</script>"'&-->`;
    const row = { ...guide.endpoints[0]!, host: `a.example'; script-src *` };
    const hostile = { ...guide, title: { ko: evil }, endpoints: [row] };
    const page = offlinePage(await offlineParts(), hostile as typeof guide, true);
    assert.equal(page.match(/<script/g)?.length, 5);
    assert.equal(page.match(/<\/script/g)?.length, 5);
    assert.equal(page.match(/<\/noscript/g)?.length, 2);
    assert.equal(page.match(/<\/style/g)?.length, 2);
    assert.doesNotMatch(policyOf(page)[1]!, /a\.example|script-src \*/);
    assert.equal(guideOf(page).title.ko, evil);
  });
});

describe("the fonts of the page", () => {
  it("have every character that is said; one that is missing fails the build", () => {
    checkCharacters("가나다 ABC → ① “인용” · 확인", "a text");
    const fails = (text: string) =>
      assert.throws(() => checkCharacters(text, "a text"), BuildError);
    fails("뷁뛟");
    fails("▼");
    fails("日");
    fails("😀");
  });

  it("fail the build of a guide that says what they lack", async () => {
    const parts = await offlineParts();
    const odd = { ...guide, title: { ...guide.title, ko: `${guide.title.ko} 똠뷁` } };
    assert.throws(() => offlineFiles(parts, odd), /bankpay-transfer@2018\.11: .*lacks .*U\+BDC1/);
  });

  it("are KS X 1001 in the weight of text", () => {
    const path = ownPath("assets/fonts/JochiGothic-Regular.woff2");
    const known = [...charactersIn(readFileSync(path))];
    assert.equal(known.filter((point) => point >= 0xac00 && point <= 0xd7a3).length, 2_350);
    for (const point of [0x20, 0x7e, 0x2190, 0x2460, 0x201c, 0xb7])
      assert.ok(known.includes(point));
  });
});

/** Every text of a document, whatever it stands in. */
function piecesOf(value: unknown, key = ""): string[] {
  if (typeof value === "string") return ["id", "kind", "lang", "to"].includes(key) ? [] : [value];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, each]) =>
    piecesOf(each, Array.isArray(value) ? key : name),
  );
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, "");
}

function unescaped(text: string): string {
  return text
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");
}
