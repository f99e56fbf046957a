/**
 * Writes the fonts that the page embeds, `assets/fonts/*.woff2`: `node scripts/make-page-fonts.ts
 * FOLDER`, where FOLDER is one in which `npm install subset-font@2.9.0` was run. It is no dependency
 * of the project: the fonts are made once, from those for documents, and committed. The same
 * package gives the same bytes.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { ownPath } from "../src/own/files.ts";

type Subset = (
  font: Buffer,
  text: string,
  options: { targetFormat: "woff2"; keepFeatures: string[]; noLayoutClosure: boolean },
) => Promise<Buffer>;

const [folder] = process.argv.slice(2);
if (folder === undefined)
  throw new Error("usage: make-page-fonts.ts FOLDER (see the head of this file)");
const packages = createRequire(join(resolve(folder), "package.json"));
const subset = packages("subset-font") as Subset;

/** By the places of Unicode: ㅏㅐㅓㅔㅕㅗㅜㅡㅣ, and no final or one of ㄱㄴㄹㅁㅂㅅㅇ; no doubled initial. */
const plainVowels = [0, 1, 4, 5, 6, 8, 13, 18, 20];
const plainFinals = [0, 1, 4, 8, 16, 17, 19, 21];
const doubledInitials = [1, 4, 8, 10, 13];

const all = syllables();
const own = new Set(ownTexts());

// Bold is for headings and a word here and there, which are the project's own. The plain syllables
// are in it too, so that most new sentences need no new font.
for (const [style, text] of [
  ["Regular", all],
  ["Bold", all.filter((each) => own.has(each) || isPlain(each))],
] as const) {
  const path = ownPath(`assets/fonts/JochiGothic-${style}`);
  const small = await subset(readFileSync(`${path}.ttf`), symbols() + text.join(""), {
    targetFormat: "woff2",
    keepFeatures: [],
    noLayoutClosure: true,
  });
  writeFileSync(`${path}.woff2`, small);
}

/** The 2,350 syllables of KS X 1001, its rows 16 to 40. */
function syllables(): string[] {
  const korean = new TextDecoder("euc-kr");
  return range(0xb0, 0xc8).flatMap((row) =>
    range(0xa1, 0xfe).map((cell) => korean.decode(new Uint8Array([row, cell]))),
  );
}

function isPlain(syllable: string): boolean {
  const place = syllable.charCodeAt(0) - 0xac00;
  const [initial, vowel] = [Math.floor(place / 588), Math.floor((place % 588) / 28)];
  return (
    !doubledInitials.includes(initial) &&
    plainVowels.includes(vowel) &&
    plainFinals.includes(place % 28)
  );
}

/** Latin, punctuation, arrows and circled digits. */
function symbols(): string {
  return String.fromCodePoint(
    ...range(0x20, 0x7e),
    ...range(0xa0, 0xff),
    ...range(0x2010, 0x2027),
    ...range(0x2190, 0x2193),
    ...range(0x2460, 0x246e),
    ...range(0x3001, 0x3011),
    ...[0x2032, 0x2033, 0x203b, 0x25a0, 0x25a1, 0x25cb, 0x25cf, 0x2605, 0x318d],
  );
}

/** Everything that the page and the guides say. */
function ownTexts(): string {
  const said = ["src/text", "src/portal", "src/server", "guides"].flatMap((folder) =>
    readdirSync(ownPath(folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.(tsx?|yaml)$/.test(file))
      .map((file) => readFileSync(ownPath(join(folder, file)), "utf8")),
  );
  return said.join("");
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
