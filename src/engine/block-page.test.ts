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
  for (const each of pages) assert.ok(blockWords(each, "pg.bankpay.or.kr", false), each.body);
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
  for (const each of pages) assert.equal(blockWords(each, "pg.bankpay.or.kr", false), undefined);
});

test("what a page says of pop-ups, and what a server says in its own name, is no filter's", () => {
  const popups = page(200, "팝업창이 차단되었습니다. 팝업 차단을 해제해 주십시오.");
  assert.equal(blockWords(popups, "a.example", false), undefined);
  const front = page(403, "Sorry, you have been blocked", { server: "cloudflare" });
  assert.equal(blockWords(front, "a.example", true), undefined);
  const weak = page(403, "Access denied. Security policy of the administrator.");
  assert.ok(blockWords(weak, "a.example", false));
  assert.equal(blockWords(weak, "a.example", true), undefined);
});

test("frames and refreshes lead to filters as redirects do", () => {
  const framed = page(200, "\n→ http://10.1.2.3/page");
  assert.equal(blockWords(framed, "a.example", false), "10.1.2.3");
  const refreshed = page(200, "", { refresh: "0; url=http://deny.example.org/" });
  assert.equal(blockWords(refreshed, "a.example", false), "deny.example.org");
});
