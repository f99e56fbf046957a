/**
 * Writes the fonts that documents embed: `node scripts/make-fonts.ts FOLDER`, where FOLDER is one
 * in which `npm install krds-uiux@1.1.0 subset-font@2.9.0` was run. They are no dependencies of the
 * project: the fonts are made once and committed. The same packages give the same bytes.
 *
 * The source is Pretendard GOV (SIL Open Font License). Its name is reserved, so that what is made
 * from it has to be called something else.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

type Subset = (
  font: Buffer,
  text: string,
  options: { targetFormat: "sfnt"; keepFeatures: string[]; noLayoutClosure: boolean },
) => Promise<Buffer>;

const family = "Jochi Gothic";
const styles = ["Regular", "Bold"] as const;
const features = ["ccmp", "kern", "mark", "mkmk"];

const [folder] = process.argv.slice(2);
if (folder === undefined)
  throw new Error("usage: make-fonts.ts FOLDER (see the head of this file)");
const packages = createRequire(join(resolve(folder), "package.json"));
const subset = packages("subset-font") as Subset;
const source = join(resolve(folder), "node_modules/krds-uiux/resources/fonts");
const target = fileURLToPath(new URL("../assets/fonts", import.meta.url));

for (const style of styles) {
  const font = readFileSync(join(source, `PretendardGOV-${style}.subset.woff2`));
  const small = await subset(font, wanted(), {
    targetFormat: "sfnt",
    keepFeatures: features,
    noLayoutClosure: true,
  });
  writeFileSync(join(target, `JochiGothic-${style}.ttf`), renamed(small, style));
}

/** Every syllable the source has, Latin, and the symbols of KS X 1001 (its rows 1, 2 and 8). */
function wanted(): string {
  const korean = new TextDecoder("euc-kr");
  const symbols = [0xa1, 0xa2, 0xa8].flatMap((row) =>
    range(0xa1, 0xfe).map((cell) => korean.decode(new Uint8Array([row, cell]))),
  );
  const points = [...range(0x20, 0x7e), ...range(0xa0, 0xff), ...range(0x2010, 0x2027)];
  const syllables = range(0xac00, 0xd7a3);
  return String.fromCodePoint(...points, ...syllables) + symbols.join("");
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

/** The font with other names in it: one table replaced, and the checksums that follow from it. */
function renamed(font: Buffer, style: string): Buffer {
  const count = font.readUInt16BE(4);
  const tables = range(0, count - 1).map((at) => {
    const entry = 12 + at * 16;
    const tag = font.toString("latin1", entry, entry + 4);
    const start = font.readUInt32BE(entry + 8);
    const body = font.subarray(start, start + font.readUInt32BE(entry + 12));
    return { tag, body: tag === "name" ? nameTable(style) : Buffer.from(body) };
  });
  const head = tables.find(({ tag }) => tag === "head")!.body;
  head.writeUInt32BE(0, 8);
  let start = 12 + count * 16;
  const directory = Buffer.from(font.subarray(0, start));
  const bodies = tables.map(({ tag, body }, at) => {
    const padded = Buffer.concat([body, Buffer.alloc(-body.length & 3)]);
    const entry = 12 + at * 16;
    directory.write(tag, entry, "latin1");
    directory.writeUInt32BE(checksum(padded), entry + 4);
    directory.writeUInt32BE(start, entry + 8);
    directory.writeUInt32BE(body.length, entry + 12);
    start += padded.length;
    return padded;
  });
  const whole = Buffer.concat([directory, ...bodies]);
  const headAt = directory.readUInt32BE(
    12 + tables.findIndex(({ tag }) => tag === "head") * 16 + 8,
  );
  whole.writeUInt32BE((0xb1b0afba - checksum(whole)) >>> 0, headAt + 8);
  return whole;
}

function checksum(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}

/** A name table with Windows records in English; the numbers are those of OpenType. */
function nameTable(style: string): Buffer {
  const postScript = `${family.replace(" ", "")}-${style}`;
  const names: [id: number, text: string][] = [
    [0, "Copyright © 2023 Kil Hyung-jin"],
    [1, family],
    [2, style],
    [3, `1.309;${postScript}`],
    [4, `${family} ${style}`],
    [5, "Version 1.309"],
    [6, postScript],
    [10, "A subset of Pretendard GOV under another name"],
    [13, "Licensed under the SIL Open Font License, Version 1.1"],
    [14, "https://openfontlicense.org"],
  ];
  const texts = names.map(([, text]) => Buffer.from(text, "utf16le").swap16());
  const table = Buffer.alloc(6 + names.length * 12);
  [0, names.length, table.length].forEach((value, at) => {
    table.writeUInt16BE(value, at * 2);
  });
  let offset = 0;
  for (const [at, [id]] of names.entries()) {
    const { length } = texts[at]!;
    [3, 1, 0x409, id, length, offset].forEach((value, field) => {
      table.writeUInt16BE(value, 6 + at * 12 + field * 2);
    });
    offset += length;
  }
  return Buffer.concat([table, ...texts]);
}
