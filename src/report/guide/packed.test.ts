import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { loadGuide } from "../../guide/load.ts";
import { documentOf } from "./document-of.ts";
import { documentHtml } from "./html.ts";
import { pack, unpack } from "./packed.ts";
import { saidBy } from "./said.ts";

const back = (data: unknown, said: readonly string[]) =>
  unpack(JSON.parse(JSON.stringify(pack(data, said))), said);

describe("data that is packed beside a text", () => {
  it("comes back as it was, whatever the text says", () => {
    const words = fc.constantFrom("a", "b", "가 나", "", "a b", "en", "0");
    const key = fc.constantFrom("ko", "en", "id", "list", "a-b");
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        words,
        fc.integer({ min: 0, max: 3 }),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie("tree"), { maxLength: 4 }),
        fc.dictionary(key, tie("tree"), { maxKeys: 4, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(tree!, fc.array(words), (data, said) => {
        assert.deepEqual(back(data, said), data);
      }),
    );
  });

  it("is read no further than an entry, until more of it is asked for", () => {
    const data = { id: "a", list: [{ id: "b" }, { id: "c" }], id2: "a", last: [{ id: "d" }] };
    const made = unpack(pack(data, ["d", "a"]), ["d", "a"], "list") as typeof data;
    const isLater = (key: string) => Object.getOwnPropertyDescriptor(made, key)!.get !== undefined;
    assert.deepEqual(Object.keys(made).map(isLater), [false, false, true, true]);
    assert.deepEqual(made.last, data.last);
    assert.deepEqual(Object.keys(made).map(isLater), [false, false, false, false]);
    assert.deepEqual(made, data);
  });

  it("has nothing of its own of what the text says", () => {
    const { values } = pack({ ko: "둘", en: "two", other: 2 }, ["둘", "하나", "two"]);
    assert.deepEqual(values, [2]);
  });

  it("is a guide at a sixth of its size beside the guide's own HTML", () => {
    const guide = JSON.parse(JSON.stringify(loadGuide("bankpay-transfer@2018.11")));
    const text = (["ko", "en"] as const).map((lang) => documentHtml(documentOf(guide, lang)));
    const said = saidBy(text.map((each) => each.text).join(""));
    assert.deepEqual(back(guide, said), guide);
    assert.ok(JSON.stringify(pack(guide, said).values).length * 6 < JSON.stringify(guide).length);
  });
});

describe("what HTML says", () => {
  it("is ids without their kind, as the guide has them", () => {
    const ids = `<h2 id="ko-guide-remedy-section-a"></h2><h2 id="en-guide-openings-b"></h2>`;
    assert.deepEqual(saidBy(ids), ["section-a", "openings-b"]);
  });

  it("is names and texts without space, number and marks, as it is written and as a browser says it", () => {
    const said = ["a", "제목", "a <b> & 'c'\""];
    const written = `<div id="ko-guide-a">\n<h2>2. 제목</h2><p>a &lt;b&gt; &amp; &#39;c&#39;&quot;</p> <br></div>`;
    assert.deepEqual(saidBy(written), said);
    const browsers = `<div id="ko-guide-a">\n<h2>2. 제목</h2><p>a &lt;b&gt; &amp; 'c'"</p> <br></div>`;
    assert.deepEqual(saidBy(browsers), said);
  });
});
