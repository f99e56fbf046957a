import assert from "node:assert/strict";
import { createHash, createHmac } from "node:crypto";
import { test } from "node:test";
import { hmac, sha256 } from "./sha256.ts";

test("SHA-256 is what everybody else's is, at every length around a block", () => {
  for (const length of [0, 1, 3, 55, 56, 63, 64, 65, 119, 120, 128, 1_000]) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 7 + length) & 255);
    const expected = createHash("sha256").update(bytes).digest("hex");
    assert.equal(Buffer.from(sha256(bytes)).toString("hex"), expected, `${length}`);
  }
});

test("HMAC is what everybody else's is, with keys shorter and longer than a block", () => {
  for (const length of [16, 32, 64, 65, 200]) {
    const key = Uint8Array.from({ length }, (_, at) => (at * 11) & 255);
    for (const text of ["", "address 4:1010", "홍길동".repeat(40)]) {
      const expected = createHmac("sha256", key).update(text).digest("hex");
      assert.equal(Buffer.from(hmac(key)(text)).toString("hex"), expected);
    }
  }
});
