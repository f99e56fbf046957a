import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { pageText } from "./page-text.ts";

const euckr = Buffer.from([0xc1, 0xa2, 0xbc, 0xd3, 0xc2, 0xf7, 0xb4, 0xdc]);
const text = "접속차단";
const utf8 = Buffer.from(text);
const meta = (label: string) => `<html><META http-equiv=x content="text/html; charset=${label}">`;
const plain = (label: string) => `<meta charset="${label}">`;
const page = (head: string, body: Buffer) => Buffer.concat([Buffer.from(head), body]);

const cases: [string, Uint8Array, string | undefined][] = [
  ["EUC-KR, said by the header", euckr, "text/html; charset=EUC-KR"],
  ["EUC-KR, quoted", euckr, 'text/html; charset="ks_c_5601-1987"'],
  ["EUC-KR, said by the page", page(plain("euc-kr"), euckr), "text/html"],
  ["EUC-KR, said by the page in the old way", page(meta("euc-kr"), euckr), undefined],
  ["EUC-KR, said by nobody", euckr, undefined],
  ["EUC-KR under a name nobody knows", euckr, "text/html; charset=cp949"],
  ["UTF-8, said by nobody", utf8, undefined],
  ["UTF-8 under a name nobody knows", utf8, "text/html; charset=nonsense"],
  ["UTF-8, its header against its page", page(plain("euc-kr"), utf8), "a/b;charset=utf-8"],
  ["UTF-8 by its mark", Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8]), "charset=euc-kr"],
  ["UTF-16 by its mark", Buffer.from(`\ufeff${text}`, "utf16le"), undefined],
  ["a page that cannot be UTF-16", page(plain("utf-16"), utf8), undefined],
];
for (const [name, bytes, contentType] of cases) {
  test(`a page in ${name}`, () => {
    assert.equal(pageText(bytes, contentType).replace(/<.*>/, ""), text);
  });
}

test("a cut character makes UTF-8 no other text, wherever the cut is", () => {
  for (let length = 1; length <= utf8.length; length += 1) {
    assert.equal(pageText(utf8.subarray(0, length)), text.slice(0, Math.floor(length / 3)));
  }
});

test("any bytes are a text, of no more characters than bytes", () => {
  const types = fc.constantFrom("", "charset=euc-kr", "charset=utf-16", "charset=iso-2022-jp");
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), types, (bytes, type) => {
      assert.ok(pageText(bytes, type).length <= bytes.length);
    }),
  );
});
