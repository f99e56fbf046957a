import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { gistOf } from "./_page.ts";

test("only what a reader sees is kept, and where the page leads", () => {
  const page = `<html><head><style>.blocked{}</style><title>안내</title>
    <script>var m = "차단되었습니다"; location.href = "http://deny.example/x"</script></head>
    <body data-blocked-by="y"><p>결제를&nbsp;진행해 주세요</p>
    <iframe src="http://10.1.2.3/page"></iframe></body></html>`;
  assert.equal(
    gistOf(page),
    "안내 결제를 진행해 주세요\n→ http://10.1.2.3/page\n→ http://deny.example/x",
  );
});

test("a page that is cut off in the middle of a tag or a style keeps what came before", () => {
  assert.equal(gistOf("<p>접속이 차단되었습니다</p><style>.a{"), "접속이 차단되었습니다");
  assert.equal(gistOf("<p>words</p><img alt="), "words");
});

test("any bytes of any length give a short gist", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 2_000 }), (text) => {
      assert.ok(gistOf(text).length <= 1_200 + 8 * 520);
    }),
  );
});
