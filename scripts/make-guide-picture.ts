/**
 * Makes docs/pictures/guide-pdf.ko.png: pages of the guide as a PDF, side by side, in grey. Needs
 * pdftoppm and pdftotext of poppler. Usage: bash scripts/with-node.sh node scripts/make-guide-picture.ts
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import { loadGuide } from "../src/guide/load.ts";
import { publicationOf } from "../src/report/guide/publication/of-guide.ts";
import { publicationPdf } from "../src/report/guide/publication/pdf.ts";

const picture = "docs/pictures/guide-pdf.ko.png";
const dotsPerInch = 60;
/** What stands on the pages that are shown, beside the cover. */
const shown = ["팝업이 차단되었다는 알림이 뜹니다", "조치방법 1. 신뢰할", "52.79.192.248"];

const folder = mkdtempSync(join(tmpdir(), "jochi-picture-"));
try {
  const guide = loadGuide("bankpay-transfer@2018.11");
  const file = join(folder, "guide.pdf");
  writeFileSync(file, await publicationPdf(publicationOf(guide, { lang: "ko" })));
  const pages = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" }).split("\f");
  const numbers = shown.map((words) => pages.findLastIndex((page) => page.includes(words)) + 1);
  const sheets = [1, ...numbers].map((number) => grey(file, number));
  writeFileSync(picture, png(sheets));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

interface Sheet {
  width: number;
  height: number;
  dots: Buffer;
}

/** One page as poppler draws it: a PGM file, three words of text and then a byte for each dot. */
function grey(file: string, page: number): Sheet {
  const only = ["-f", `${page}`, "-l", `${page}`, "-r", `${dotsPerInch}`, "-gray", "-singlefile"];
  const name = join(folder, "page");
  execFileSync("pdftoppm", [...only, file, name]);
  const bytes = readFileSync(`${name}.pgm`);
  const head = /^P5\s(\d+)\s(\d+)\s255\s/.exec(bytes.toString("latin1", 0, 40));
  if (!head) throw new Error("pdftoppm wrote no PGM file");
  const [whole, width, height] = head;
  return { width: Number(width), height: Number(height), dots: bytes.subarray(whole.length) };
}

/** Sheets beside each other with a dark line between, as a grey PNG. */
function png(sheets: readonly Sheet[]): Buffer {
  const height = Math.min(...sheets.map((sheet) => sheet.height));
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.concat([
      Buffer.from([0]),
      ...sheets.flatMap(({ width, dots }, at) => [
        ...(at > 0 ? [Buffer.from([96, 96])] : []),
        dots.subarray(y * width, (y + 1) * width),
      ]),
    ]),
  );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(rows[0]!.length - 1, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const parts = [
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ];
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), ...parts]);
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
