import assert from "node:assert/strict";
import { test } from "node:test";
import { parseShare, parseSize } from "./size.ts";

test("sizes are presets or numbers with a unit", () => {
  const cases: [string, number | undefined][] = [
    ["cd", 734_003_200],
    ["usb", 4_294_967_295],
    ["32768", 32_768],
    ["1.5MB", 1_500_000],
    ["700 MiB", 734_003_200],
    ["64kib", 65_536],
    ["2GB", 2_000_000_000],
    ["32767", undefined],
    ["", undefined],
    ["-5MB", undefined],
    ["5TB", undefined],
    ["1e9", undefined],
    ["9999999999999", undefined],
    ["constructor", undefined],
  ];
  for (const [word, bytes] of cases) assert.equal(parseSize(word), bytes, word);
});

test("parity is a share in per cent", () => {
  const cases: [string, number | undefined][] = [
    ["3%", 0.03],
    ["2.5%", 0.025],
    ["100%", 1],
    ["0%", undefined],
    ["101%", undefined],
    ["3", undefined],
    ["%", undefined],
  ];
  for (const [word, share] of cases) assert.equal(parseShare(word), share, word);
});
