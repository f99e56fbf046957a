import assert from "node:assert/strict";
import { test } from "node:test";
import { holderOf, isNowhere, isPrivate } from "./address.ts";

test("private and nowhere addresses", () => {
  for (const address of ["10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1"]) {
    assert.ok(isPrivate(address), address);
  }
  for (const address of ["172.15.0.1", "172.32.0.1", "203.175.190.200", "100.128.0.1", "x"]) {
    assert.ok(!isPrivate(address), address);
  }
  for (const address of ["127.0.0.1", "0.0.0.0", "::1"]) assert.ok(isNowhere(address), address);
});

test("the holder of a name is what one registers", () => {
  const cases = {
    "pg.bankpay.or.kr": "bankpay.or.kr",
    "bankpay.or.kr": "bankpay.or.kr",
    "bwt.nprotect2.net": "nprotect2.net",
    "a.b.example.com": "example.com",
    "www.naver.kr": "naver.kr",
  };
  for (const [host, holder] of Object.entries(cases)) assert.equal(holderOf(host), holder);
});
