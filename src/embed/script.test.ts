import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { type Node, parse, type Token, tokenizer } from "acorn";
import { build } from "esbuild";
import { loadGuide } from "../guide/load.ts";
import { factsOf } from "./facts-of.ts";
import { helpPage } from "./help-page.ts";
import { literal } from "./literal.ts";
import { scriptOf } from "./script.ts";
import type { JochiCheck } from "./stage/fake-page.ts";
import { oldPage } from "./stage/old-page.ts";

const guide = loadGuide("bankpay-transfer@2018.11");
const page = "https://help.example.kr/payment/jochi.html";
const script = scriptOf(guide, { page, lang: "ko" });
const bytesMax = 4_096;

const old = "Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 5.1; Trident/4.0)";

/** "never": as old Internet Explorer reads it, reserved words are not names of properties either. */
const ecmaScript3 = { ecmaVersion: 3, allowReserved: "never" } as const;

/** Places where a comma stands before what ends a list, which old browsers read as one more entry. */
function trailingCommas(text: string): number[] {
  const tokens: Token[] = [...tokenizer(text, ecmaScript3)];
  return tokens.flatMap(({ type, start }, at) =>
    type.label === "," && ["]", "}", ")", ","].includes(tokens[at + 1]?.type.label ?? "")
      ? [start]
      : [],
  );
}

type Tree = Node & Record<string, unknown>;

/** Every name that is used without being declared anywhere in the script. */
function ambientNames(text: string): string[] {
  const declared = new Set<string>();
  const used = new Set<string>();
  visit(parse(text, ecmaScript3) as Node as Tree);
  return [...used].filter((name) => !declared.has(name)).sort();

  function visit(node: Tree): void {
    const { type } = node;
    if (type === "Identifier") used.add(node.name as string);
    const names = [
      node.params,
      type === "FunctionDeclaration" || type === "VariableDeclarator" ? node.id : [],
      node.param,
    ].flat() as (Tree | null | undefined)[];
    for (const name of names) if (name?.type === "Identifier") declared.add(name.name as string);
    for (const [key, value] of Object.entries(node)) {
      // The name of a property is no variable.
      if ((key === "property" || key === "key") && !node.computed) continue;
      for (const child of [value].flat()) {
        if (child && typeof child === "object" && "type" in child) visit(child as Tree);
      }
    }
  }
}

test("the script is ECMAScript 3, in ASCII, and no more than 4 KB as it travels", () => {
  parse(script, ecmaScript3);
  assert.deepEqual(trailingCommas(script), []);
  assert.match(script, /^[\n -~]+$/);
  for (const text of [script, scriptOf(guide, { page, lang: "en" })]) {
    const bytes = gzipSync(text, { level: 9 }).length;
    assert.ok(bytes <= bytesMax, `${bytes} bytes`);
  }
});

test("what is looked for would be found", () => {
  assert.equal(trailingCommas("f([1,], {a: 1,}, 2,)".replace(", 2,)", ")")).length, 2);
  for (const later of [
    "const a = 1;",
    "a => a;",
    "let a;",
    "`a`;",
    "a.default;",
    "({class: 1});",
  ]) {
    assert.throws(() => parse(later, ecmaScript3), later);
  }
  assert.deepEqual(ambientNames("function f(a) { var b = a.c; return d(b); }"), ["d"]);
});

test("no property is written in a way that the packer would shorten", () => {
  const source = script.slice(0, script.lastIndexOf("start(page, {"));
  assert.deepEqual(source.match(/[{,] (\w+): \1\b/g), null);
});

test("white space that means something is not taken away", () => {
  const folder = new URL("shipped/", import.meta.url);
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".ts"))) {
    const code = readFileSync(new URL(file, folder), "utf8").replace(
      /\/\*[\s\S]*?\*\/|\/\/.*/g,
      "",
    );
    for (const [text] of code.matchAll(/"[^"\n]*"|\/[^/\s](?:[^/\\\n]|\\.)*\//g)) {
      assert.doesNotMatch(text, / {2}| [,);]/, file);
    }
  }
});

test("it uses nothing of a browser but what it is handed", () => {
  assert.deepEqual(ambientNames(script), ["Math", "Number", "Object", "String", "window"]);
});

test("it reaches for no storage, no cookie and no address but those of this PC", () => {
  assert.doesNotMatch(
    script,
    /cookie|Storage|XMLHttp|sendBeacon|eval|Function\(|innerHTML|\.write\(/,
  );
  const addresses = [...script.matchAll(/\b\w+:\/\/[^"\s]*/g)].map(([address]) => address);
  assert.deepEqual(addresses, [page]);
  assert.ok(
    factsOf(guide, { lang: "ko" }).roles.every(({ agents }) =>
      agents.every(({ address }) => address === "127.0.0.1"),
    ),
  );
});

test("one new name on the page, however often it is included", () => {
  const { run, added, global } = oldPage(old, 8);
  run(script);
  const first = global.jochiCheck;
  run(script);
  assert.deepEqual(added(), ["jochiCheck"]);
  assert.equal(global.jochiCheck, first);
});

test("a browser without JSON and addEventListener is shown the guide's notice, to the letter", () => {
  const { run, body, load } = oldPage(old, 8);
  run(script);
  assert.equal(body.children.length, 1, "not while the page is still being read");
  load();
  const [notice, form] = body.children;
  const printed = guide.browsers[0]!.unsupportedMessage!.ko;
  assert.equal(notice!.text, `${printed}\n해결 방법 보기 (새 창)`);
  assert.deepEqual(notice!.attributes, { role: "alert" });
  assert.equal(notice!.children.at(-1)!.href, `${page}#symptom=old-browser-message`);
  assert.equal(form!.text, "결제", "the page's own content stays");
  assert.doesNotMatch(notice!.style.cssText, /position|z-index/);
});

test("a page that is there already gets its notice at once, and without a page no link", () => {
  const { run, body } = oldPage(
    "Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 5.1)",
    undefined,
    "complete",
  );
  run(scriptOf(guide, { lang: "ko" }));
  assert.equal(body.children[0]!.text, guide.browsers[0]!.unsupportedMessage!.ko);
});

test("English stands below the Korean words, not in their place", () => {
  const { run, body } = oldPage(old, 8, "complete");
  run(scriptOf(guide, { lang: "en" }));
  const { ko, en } = guide.browsers[0]!.unsupportedMessage!;
  assert.equal(body.children[0]!.text, `${ko}\n${en}`);
});

test("nobody else is shown anything", () => {
  for (const mode of [11, 10, 9, 8, 7, 5]) {
    const { run, body, load } = oldPage(
      "Mozilla/5.0 (Windows NT 10.0; Trident/7.0; rv:11.0)",
      mode,
    );
    run(script);
    load();
    assert.equal(body.children.length, 1, `mode ${mode}`);
  }
});

test("a rule without a notice of its own gets one", () => {
  const [rule] = guide.browsers;
  const { unsupportedMessage: _, ...silent } = rule!;
  const { rules } = factsOf({ ...guide, browsers: [silent] }, { lang: "ko" });
  assert.match(rules[0]!.notice.join(), /Internet Explorer 9 이상/);
});

test("hostile words of a guide stay words", () => {
  const evil = `</script><script>alert(1)//"'\\\u2028\u2029]]>--><!-- */ \${x} \u0000\ufeff😀 &amp;`;
  const hostile = {
    ...guide,
    edition: `1*/alert(1)/*${evil}`,
    browsers: [{ ...guide.browsers[0]!, unsupportedMessage: { ko: evil } }],
    agents: guide.agents.map((agent) => ({ ...agent, path: `/${evil}`, role: "constructor" })),
  };
  const text = scriptOf(hostile, { page, lang: "ko" });
  parse(text, ecmaScript3);
  assert.match(text, /^[\n -~]+$/);
  assert.doesNotMatch(text, /<\/|<!--|\]\]>/);
  const [heading] = text.split("\n");
  assert.match(heading!, /^\/\* [^*/]* \*\/$/);
  const { run, body, global, added } = oldPage(old, 8, "complete");
  global.alert = () => assert.fail("a word of the guide was run");
  run(text);
  assert.ok(body.children[0]!.text.startsWith(evil.trimEnd()));
  assert.deepEqual(added().sort(), ["alert", "jochiCheck"]);
});

test("data is the same after it has been written and read", () => {
  const data = { "__proto__ ": ["\u2028'\"<&>\\", "가\ud83d\ude00"], n: 1.5, no: null };
  assert.match(literal(data), /^[ -~]+$/);
  assert.deepEqual(JSON.parse(literal(data)), data);
});

test("the page that helps is an address of the web, without a fragment", () => {
  for (const good of [page, "http://a.kr", "/help/jochi.html?x=1", "HTTPS://A.KR/x"]) {
    assert.equal(helpPage(good), good);
  }
  const long = `https://a.kr/${"x".repeat(2_000)}`;
  for (const bad of [
    "javascript:alert(1)",
    "//a.kr/",
    "x.html",
    "file:///c:/x",
    "",
    "https://",
    long,
    "https://a.kr/#x",
    "https://a.kr/ x",
    'https://a.kr/"',
    "/\\a.kr",
    "/가",
  ]) {
    const found = helpPage(bad);
    assert.ok(found === undefined || bad.includes('"'), bad);
  }
});

test("the packed program writes a script that does the same", async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { scriptOf } from "./script.ts"; export { scriptOf };
        export function numberAfter() {} export function start() {} export function check() {}`,
      resolveDir: import.meta.dirname,
      loader: "ts",
    },
    bundle: true,
    write: false,
    format: "cjs",
    platform: "node",
    logLevel: "silent",
  });
  const module = { exports: {} as { scriptOf: typeof scriptOf } };
  new Function("module", "exports", "require", outputFiles[0]!.text)(
    module,
    module.exports,
    () => ({}),
  );
  const packed = module.exports.scriptOf(guide, { page, lang: "ko" });
  parse(packed, ecmaScript3);
  assert.deepEqual(trailingCommas(packed), []);
  assert.ok(gzipSync(packed, { level: 9 }).length <= bytesMax);
  const { run, body, global } = oldPage(old, 8, "complete");
  run(packed);
  assert.equal((global.jochiCheck as JochiCheck).served, "no");
  assert.match(body.children[0]!.text, /^뱅크페이는 Internet Explorer 9 이상부터/);
});
