import assert from "node:assert/strict";

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Marks that move a cursor, colour a screen, or turn the reading direction. */
export const steering = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\u200b\u2060\ufeff]/u;

/** Words of a library or of the other language that have no business in a Korean line. */
const english =
  /\b(found|expected|invalid|input|received|must|cannot|at least|at most)\b|([a-z]{2,} ){2}[a-z]{2,}/i;

/** Bad input: one line on standard error, exit code 2, nothing on standard output. */
export function assertRefused({ code, out, err }: Ended, what: string, says?: RegExp): void {
  assert.equal(err.trimEnd().split("\n").length, 1, `${what}: ${err}`);
  assert.match(err, /^jochi[^\n]*: [^\n]+\n$/, what);
  assert.doesNotMatch(err, /예상하지 못한|unexpected error|\bat .*\.(ts|js):\d/, what);
  assert.doesNotMatch(err, steering, what);
  assert.deepEqual([code, out], [2, ""], `${what}: ${err}`);
  if (says) assert.match(err, says, what);
}

/** The line without what it quotes and without paths: what is left is Jochi's own Korean. */
export function assertKorean(err: string): void {
  const own = err
    .replace(/"[^"]*"?/g, "")
    .replace(/[\w.-]*\/[\w./@-]*/g, "")
    .replace(/다음 중 하나: .*/, "");
  assert.match(own, /[가-힣]/, err);
  assert.doesNotMatch(own, english, err);
}
