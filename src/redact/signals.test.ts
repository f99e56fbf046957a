import assert from "node:assert/strict";
import { test } from "node:test";
import { blockWords } from "../engine/block-page.ts";
import { hmac } from "./sha256.ts";
import { withSignals } from "./signals.ts";
import { isToken, tokenFor } from "./token.ts";

const keyed = hmac(new Uint8Array(32).fill(7));
const page = (body: string, headers = {}, status = 403) => ({ status, headers, body });

test("a token keeps the words by which a filter's page is known", () => {
  const words = [
    "차단",
    "제한",
    "관리자",
    "비업무",
    "denied",
    "blocked",
    "policy",
    "category",
    "filter",
    "firewall",
    "administrator",
  ];
  for (const word of words) {
    const token = withSignals(`x${word}y`, "host-bcdfghjkmn");
    const other = word === "policy" ? "category" : "policy";
    assert.equal(
      blockWords(page(`${token} ${other}`), "pg.bankpay.or.kr", false) !== undefined,
      true,
      word,
    );
  }
});

test("a token keeps what a redirect says of itself", () => {
  for (const word of ["block", "deny", "denied", "warning", "restrict", "filter"]) {
    const host = tokenFor(keyed, "host", `my${word}01`);
    assert.ok(isToken(host), host);
    const location = `http://${host}.local/`;
    const told = blockWords(page("", { location }, 302), "pg.bankpay.or.kr", true);
    assert.equal(told, `${host}.local`);
  }
});

test("a token says nothing that was not there", () => {
  const told = Array.from({ length: 500 }, (_, at) => tokenFor(keyed, "host", `name${at}`)).join(
    " ",
  );
  assert.equal(
    blockWords(page(told, { location: `http://${told.split(" ")[0]}.kr/` }, 302), "a.or.kr", false),
    undefined,
  );
  assert.equal(new Set(told.split(" ")).size, 500);
});
