import assert from "node:assert/strict";
import { test } from "node:test";
import { blockWords } from "./block-page.ts";

const page = (status: number, body: string, headers: Record<string, string> = {}) => ({
  status,
  headers,
  body,
});

test("filters are known by what their pages say", () => {
  const pages = [
    page(200, "<title>안내</title><p>이 사이트는 회사 보안정책에 따라 접속이 차단되었습니다.</p>"),
    page(403, "<h1>Web Page Blocked!</h1><p>Category: finance</p>"),
    page(403, "<p>Access denied by policy. Contact your administrator.</p>"),
    page(302, "", { location: "http://10.1.2.3/deny?u=pg.bankpay.or.kr" }),
    page(302, "", { location: "http://blocked.example.invalid/" }),
  ];
  for (const each of pages) assert.ok(blockWords(each, "pg.bankpay.or.kr"), each.body);
});

test("a server's own refusals and redirects are not block pages", () => {
  const pages = [
    page(200, "<title>BankPay</title>결제를 진행해 주세요"),
    page(403, "<title>403 Forbidden</title><center>nginx</center>"),
    page(403, "<title>Access Denied</title>Reference #18.2"),
    page(404, "not found"),
    page(302, "", { location: "https://www.bankpay.or.kr/blocked-cards" }),
    page(301, "", { location: "https://pg.bankpay.or.kr/" }),
    page(302, "", { location: "https://login.example.com/" }),
    page(500, "차단되었습니다"),
  ];
  for (const each of pages) assert.equal(blockWords(each, "pg.bankpay.or.kr"), undefined);
});

test("words hidden in scripts and tags do not count", () => {
  const body = '<script>var m = "차단되었습니다"</script><img alt="x" data-blocked-by="y">';
  assert.equal(blockWords(page(200, body), "a.example"), undefined);
});
