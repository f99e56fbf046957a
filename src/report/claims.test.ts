import assert from "node:assert/strict";
import { test } from "node:test";
import { strictWords } from "../text/say.ts";
import { langs } from "../text/words.ts";
import { cases } from "./fixtures/cases.ts";
import { guide } from "./fixtures/guide.ts";
import { reportHtml } from "./html.ts";
import { reportText } from "./text.ts";
import { reasonWords } from "./words.ts";

/** What a report may claim, and what it must not leave out. */
strictWords();

test("what did not run is named and not called fine", () => {
  for (const print of [reportText, reportHtml]) {
    const ko = print(cases["healthy-network"]!, guide, "ko").replaceAll(/\s+/g, " ");
    assert.match(ko, /네트워크는 정상입니다/);
    assert.match(ko, /8곳이 모두 정상/);
    assert.match(
      ko,
      /해당하지 않아 보지 않은 것: 브라우저, 신뢰할 수 있는 사이트, 팝업 허용, 프로그램\./,
    );
    assert.match(ko, /확인하지 못한 것: 인증서\./);
    assert.doesNotMatch(ko, /모두 정상입니다|결제하셔도/);
    const en = print(cases["healthy-network"]!, guide, "en").replaceAll(/\s+/g, " ");
    assert.match(en, /this PC(?:'|&#39;)s system: browser, trusted sites, pop-ups, programs\./);
    assert.doesNotMatch(en, /Everything is fine|go ahead/);
  }
});

test("rows that differ only in what was measured stand together, HTTP apart from HTTPS", () => {
  const text = reportText(cases["no-route"]!, guide, "ko");
  const details = text.slice(text.indexOf("자세한 내용"));
  assert.equal(details.match(/✗ 밖으로 나가는 길이 없음/g)?.length, 3);
  assert.match(details, /HTTPS 4곳 · 이름 ✓ 연결 ✗ 보안 · 응답 ·/);
  assert.match(details, /HTTP, LDAP 3곳 · 이름 ✓ 연결 ✗ 응답 ·/);
  assert.equal(text.match(/40ms–47ms 만에/g)?.length, 2);
  assert.ok(text.split("\n").length <= 60);
});

test("long lists are cut on a terminal, say so, and are whole in a message", () => {
  const many = cases.hijack!.endpoints.flatMap((row) =>
    [1, 2, 3, 4, 5].map((part) => ({ ...row, address: `10.0.0.${part}` })),
  );
  const text = reportText({ ...cases.hijack!, endpoints: many }, guide, "ko");
  assert.match(text, /… 외 \d+곳 \(모두 보려면 --json 또는 --html\)/);
  const message = reportText(cases["no-route"]!, guide, "ko");
  for (const { address } of cases["no-route"]!.endpoints) assert.ok(message.includes(address));
});

test("nobody is asked to open or exempt the address that a hijacked name leads to", () => {
  for (const lang of langs) {
    const text = reportText(cases.hijack!, guide, lang);
    assert.match(text, lang === "ko" ? /열거나 예외로 두지 마십시오/ : /do not open or exempt/);
    assert.match(text, lang === "ko" ? /보안 ✗ \(인증서의 이름이 다름\)/ : /security\s+✗/);
    assert.match(text, lang === "ko" ? /결제하면 안 됩니다/ : /nobody pays/);
  }
});

test("a new address that does not answer is not called a server that is fine", () => {
  for (const lang of langs) {
    const text = reportText(cases["moved-and-blocked"]!, guide, lang);
    assert.doesNotMatch(text, /서버는 정상|server is fine|인증서는 이 이름에 유효/);
    assert.match(text, lang === "ko" ? /새 주소를 맞다고 확인하면/ : /provider confirms the new/);
    assert.match(text, /pg\.bankpay\.or\.kr \(443\/HTTPS\): 198\.51\.100\.7/);
  }
});

test("browsers have names, in lists too", () => {
  const words = (key: string, given: Record<string, string>, lang: "ko" | "en") =>
    reasonWords({ key: `reason.pc.${key}`, with: given }, guide, lang);
  const found = { found: "ie 8.0, whale 3.1", minimum: "edge 100" };
  assert.match(words("popup.blocked", { name: "ie" }, "ko"), /^Internet Explorer의 팝업/);
  assert.match(
    words("browser.unsupported", found, "ko"),
    /Edge 100 이상.*Explorer 8.0, 네이버 웨일 3/,
  );
  assert.match(
    words("browser.unsupported", found, "en"),
    /Edge 100 or.*Explorer 8.0, Naver Whale 3/,
  );
  assert.match(words("browser.unsupported", { ...found, found: "-" }, "en"), /this PC has none/);
});
