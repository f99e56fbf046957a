import assert from "node:assert/strict";
import { test } from "node:test";
import { crc32, deflateSync } from "node:zlib";
import { CarryFault } from "./fault.ts";
import { codesOn, pictureKind } from "./picture-codes.ts";
import { isPng, pngSignature, readPng } from "./png-read.ts";
import { pngOf } from "./png-write.ts";
import { margin, matrixOf } from "./qr.ts";

const digits = "31415926535897932384626433832795028841971".repeat(8);
const matrix = matrixOf(digits);

const faultOf = (bytes: Uint8Array): string => {
  try {
    readPng(bytes);
  } catch (error) {
    if (error instanceof CarryFault) return error.code;
    throw error;
  }
  return "none";
};

function chunk(name: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(content.length);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc32(named));
  return Buffer.concat([head, named, tail]);
}

interface Made {
  width: number;
  height: number;
  depth?: number;
  colour: number;
  interlaced?: number;
  /** Lines with their filter byte. */
  lines: Uint8Array;
  palette?: Uint8Array;
}

function made({ width, height, depth = 8, colour, interlaced = 0, lines, palette }: Made): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, colour, 0, 0, interlaced], 8);
  return Buffer.concat([
    pngSignature,
    chunk("IHDR", header),
    chunk("tEXt", Buffer.from("Software\0test")),
    ...(palette ? [chunk("PLTE", palette)] : []),
    chunk("IDAT", deflateSync(lines)),
    chunk("IEND", new Uint8Array()),
  ]);
}

test("what is drawn is read again, module by module", () => {
  const { width, height, data } = readPng(pngOf(matrix));
  const scale = width / (matrix.length + 2 * margin);
  assert.equal(width, height);
  for (const [y, row] of matrix.entries()) {
    for (const [x, dark] of row.entries()) {
      const at = ((y + margin) * scale + 1) * width + (x + margin) * scale + 1;
      assert.deepEqual([...data.subarray(at * 3, at * 3 + 3)], dark ? [0, 0, 0] : [255, 255, 255]);
    }
  }
});

test("every kind of pixel and every filter", () => {
  const rgb = (picture: Made) => [...readPng(made(picture)).data];
  const one = { width: 1, height: 1 };
  assert.deepEqual(rgb({ ...one, colour: 0, lines: Uint8Array.of(0, 9) }), [9, 9, 9]);
  assert.deepEqual(rgb({ ...one, colour: 2, lines: Uint8Array.of(0, 1, 2, 3) }), [1, 2, 3]);
  assert.deepEqual(rgb({ ...one, colour: 4, lines: Uint8Array.of(0, 9, 0) }), [255, 255, 255]);
  assert.deepEqual(rgb({ ...one, colour: 6, lines: Uint8Array.of(0, 1, 2, 3, 255) }), [1, 2, 3]);
  const palette = Uint8Array.of(1, 2, 3, 4, 5, 6);
  assert.deepEqual(rgb({ ...one, colour: 3, palette, lines: Uint8Array.of(0, 1) }), [4, 5, 6]);
  const four = { width: 4, height: 1, depth: 2, colour: 0, lines: Uint8Array.of(0, 0b00011011) };
  assert.deepEqual(
    rgb(four).filter((_, at) => at % 3 === 0),
    [0, 85, 170, 255],
  );
  // Rows of 1, 2, 3 and so on, as each filter writes them: as it is, left, up, average, Paeth.
  const lines = [0, 1, 2, 3, 1, 4, 1, 1, 2, 3, 3, 3, 3, 7, 2, 2, 4, 3, 1, 1];
  const grey = rgb({ width: 3, height: 5, colour: 0, lines: Uint8Array.from(lines) });
  assert.deepEqual(
    grey.filter((_, at) => at % 3 === 0),
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
  );
});

test("what is not read here is refused by name, and what is too large before it is unpacked", () => {
  const lines = Uint8Array.of(0, 0, 0);
  const one = { width: 1, height: 1, lines };
  assert.equal(faultOf(made({ ...one, colour: 0, depth: 16 })), "picture-kind");
  assert.equal(faultOf(made({ ...one, colour: 0, interlaced: 1 })), "picture-kind");
  assert.equal(faultOf(made({ ...one, colour: 5 })), "picture-kind");
  assert.equal(
    faultOf(made({ ...one, colour: 0, width: 19_000, height: 19_000 })),
    "picture-too-large",
  );
  assert.equal(faultOf(made({ ...one, colour: 0, width: 0 })), "picture-damaged");
  assert.equal(
    faultOf(made({ ...one, colour: 3, palette: Uint8Array.of(), lines: lines.slice(1) })),
    "picture-damaged",
  );
  const bomb = made({ ...one, colour: 0, lines: new Uint8Array(50_000_000) });
  assert.equal(faultOf(bomb), "picture-damaged");
  const kinds = {
    jpeg: "ffd8ffe0",
    gif: "474946383961",
    webp: "52494646",
    bmp: "424d",
    pdf: "255044462d",
  };
  for (const [kind, hex] of Object.entries(kinds)) {
    assert.equal(pictureKind(Buffer.from(hex, "hex")), kind);
  }
  assert.equal(pictureKind(Buffer.from("{}")), undefined);
});

test("a damaged picture is a damaged picture, whichever byte it is", () => {
  const whole = pngOf(matrixOf("123456789"));
  for (let at = 0; at < whole.length; at += 1) {
    const bad = Uint8Array.from(whole);
    bad[at]! ^= 0x41;
    const wanted = isPng(bad) ? "picture-damaged" : "picture-kind";
    assert.equal(faultOf(bad), wanted, `byte ${at}`);
    assert.notEqual(faultOf(whole.subarray(0, at)), "none");
  }
});

test("codes are read off pictures, and a picture without one says so", async () => {
  assert.deepEqual(await codesOn(pngOf(matrix)), [digits]);
  const blank = made({ width: 60, height: 60, colour: 0, lines: new Uint8Array(61 * 60) });
  await assert.rejects(codesOn(blank), { code: "picture-without-code" });
  await assert.rejects(codesOn(Buffer.from("ffd8ffe000", "hex")), { code: "picture-kind" });
});
