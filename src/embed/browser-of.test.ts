import assert from "node:assert/strict";
import { test } from "node:test";
import { loadGuide } from "../guide/load.ts";
import cases from "./browser-cases.json" with { type: "json" };
import { factsOf } from "./facts-of.ts";
import { scriptOf } from "./script.ts";
import { browserOf, type Seen } from "./shipped/browser-of.ts";
import { seenOn } from "./shipped/seen-on.ts";
import { servedBy } from "./shipped/served-by.ts";
import type { JochiCheck } from "./stage/fake-page.ts";
import { oldPage } from "./stage/old-page.ts";

interface Case {
  what: string;
  agent: string;
  documentMode?: number;
  engine?: number;
  modern?: boolean;
  is: string;
  served: string;
  source: string;
}

const guide = loadGuide("bankpay-transfer@2018.11");
const { rules } = factsOf(guide, { lang: "ko" });
const script = scriptOf(guide, { lang: "ko" });

function seenIn({ agent, documentMode, engine = 0, modern = true }: Case): Seen {
  return { userAgent: agent, documentMode: documentMode ?? null, engine, modern };
}

test("the table is as long as it should be, and no row stands there twice", () => {
  assert.ok(cases.length >= 60, `${cases.length}`);
  const rows = (cases as Case[]).map((one) => JSON.stringify(seenIn(one)));
  assert.equal(new Set(rows).size, rows.length);
  assert.ok((cases as Case[]).every(({ source }) => source.length > 0));
});

for (const one of cases as Case[]) {
  test(`${one.what}: ${one.is}, served: ${one.served}`, () => {
    const browser = browserOf(seenIn(one));
    const mode = browser.id === "ie" ? ` mode ${browser.mode}` : "";
    assert.equal(`${browser.id} ${browser.version}${mode}`, one.is);
    assert.equal(servedBy(rules, browser).answer, one.served);
  });
}

test("the script itself says the same of every row", () => {
  for (const one of cases as Case[]) {
    const page = oldPage(one.agent, one.documentMode);
    if (one.modern !== false) page.global.addEventListener = () => {};
    if (one.engine) page.global.ScriptEngineMajorVersion = () => one.engine;
    page.run(script);
    const { browser, served } = page.global.jochiCheck as JochiCheck;
    assert.equal(`${browser.id} ${browser.version}`, one.is.split(" mode")[0], one.what);
    assert.equal(served, one.served, one.what);
  }
});

test("what the page shows of its browser is seen", () => {
  const page = { document: { documentMode: 7 }, navigator: { userAgent: "x" }, chrome: {} };
  const old = { document: {}, navigator: { userAgent: "x" } };
  assert.deepEqual(
    [page, old].map((one) => seenOn(one as never)),
    [
      { userAgent: "x", documentMode: 7, engine: 0, modern: true },
      { userAgent: "x", documentMode: null, engine: 0, modern: false },
    ],
  );
});

test("a browser is served by any of several rules, and only its own count", () => {
  const rule = (browser: "ie" | "edge", minimum: number) => ({ browser, minimum, notice: ["no"] });
  const edge = (version: number) => ({ id: "edge" as const, version, mode: 0 });
  const answer = (list: ReturnType<typeof rule>[], version: number) =>
    servedBy(list, edge(version)).answer;
  assert.equal(answer([rule("edge", 100), rule("edge", 90)], 95), "yes");
  assert.equal(answer([rule("edge", 100), rule("ie", 9)], 95), "no");
  assert.equal(answer([rule("ie", 9)], 95), "unknown");
  assert.equal(answer([rule("edge", 100)], 0), "unknown");
});
