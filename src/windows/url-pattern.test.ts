import assert from "node:assert/strict";
import { test } from "node:test";
import { listReach, type Reach, reachOf } from "./url-pattern.ts";

const cases: [pattern: string, origin: string, reach: Reach][] = [
  ["*", "*.bankpay.or.kr", "all"],
  ["[*.]bankpay.or.kr", "*.bankpay.or.kr", "all"],
  ["[*.]or.kr", "*.bankpay.or.kr", "all"],
  ["https://[*.]bankpay.or.kr", "*.bankpay.or.kr", "all"],
  ["HTTPS://[*.]BankPay.or.kr/", "*.bankpay.or.kr", "all"],
  ["https://*", "*.bankpay.or.kr", "all"],
  ["http://*", "*.bankpay.or.kr", "part"],
  ["https://[*.]bankpay.or.kr:7443", "*.bankpay.or.kr", "part"],
  ["https://www.bankpay.or.kr", "*.bankpay.or.kr", "part"],
  ["bankpay.or.kr", "*.bankpay.or.kr", "part"],
  ["https://www.bankpay.or.kr:7443", "https://www.bankpay.or.kr:7443", "all"],
  ["https://www.bankpay.or.kr", "https://www.bankpay.or.kr:7443", "all"],
  ["https://www.bankpay.or.kr:443", "https://www.bankpay.or.kr:7443", "none"],
  ["http://www.bankpay.or.kr", "https://www.bankpay.or.kr", "none"],
  ["[*.]bankpay.co.kr", "*.bankpay.or.kr", "none"],
  ["notbankpay.or.kr", "*.bankpay.or.kr", "none"],
  // No pattern of these policies: a star anywhere else matches nothing.
  ["*.bankpay.or.kr", "*.bankpay.or.kr", "none"],
  ["", "*.bankpay.or.kr", "none"],
  ["https://", "*.bankpay.or.kr", "none"],
];

for (const [pattern, origin, reach] of cases) {
  test(`‘${pattern}’ reaches ${reach} of ${origin}`, () => {
    assert.equal(reachOf(pattern, origin), reach);
  });
}

test("of a list the widest counts", () => {
  const origin = "*.bankpay.or.kr";
  assert.equal(listReach(["x.kr", "https://www.bankpay.or.kr"], origin), "part");
  assert.equal(listReach(["https://www.bankpay.or.kr", "*"], origin), "all");
  assert.equal(listReach([], origin), "none");
});
