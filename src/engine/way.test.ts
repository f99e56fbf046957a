import assert from "node:assert/strict";
import { test } from "node:test";
import { isBypassed, parsePacRoute } from "./way.ts";

test("bypass lists are read as no_proxy and Windows write them", () => {
  const cases: [string, string, boolean][] = [
    ["bankpay.or.kr", "pg.bankpay.or.kr", true],
    [".bankpay.or.kr", "pg.bankpay.or.kr", true],
    ["*.bankpay.or.kr", "pg.bankpay.or.kr", true],
    ["bankpay.or.kr", "notbankpay.or.kr", false],
    ["PG.Bankpay.or.kr", "pg.bankpay.or.kr", true],
    ["pg.bankpay.or.kr:443", "pg.bankpay.or.kr", true],
    ["10.*", "10.1.2.3", true],
    ["<local>", "intranet", true],
    ["<local>", "pg.bankpay.or.kr", false],
    ["*", "anything", true],
    ["", "anything", false],
  ];
  for (const [entry, host, expected] of cases) {
    assert.equal(isBypassed({ bypass: [entry] }, host), expected, `${entry} for ${host}`);
  }
});

test("a PAC answer is a list of choices in order", () => {
  assert.deepEqual(parsePacRoute("PROXY proxy.lan:8080; DIRECT"), {
    kind: "proxy",
    proxies: ["proxy.lan:8080"],
    thenDirect: true,
  });
  assert.deepEqual(parsePacRoute("PROXY a:1;PROXY b:2"), {
    kind: "proxy",
    proxies: ["a:1", "b:2"],
    thenDirect: false,
  });
  assert.deepEqual(parsePacRoute("DIRECT; PROXY proxy.lan:8080"), { kind: "direct" });
  assert.deepEqual(parsePacRoute(""), { kind: "direct" });
});
