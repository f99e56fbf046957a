import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "acorn";
import { scriptOf } from "../../src/embed/script.ts";
import { loadGuide } from "../../src/guide/load.ts";

const read = (path: string) => readFileSync(new URL(`../../docs/${path}`, import.meta.url), "utf8");
const page = read("examples/payment-page.html");
const inline = /<script>\n([\s\S]*)<\/script>/.exec(page)![1]!;
const guide = loadGuide("bankpay-transfer@2018.11");
const help = /--page (\S+)/.exec(page)![1]!;
const script = scriptOf(guide, { page: help, lang: "ko" });

test("the example includes the script as it is written today", () => {
  assert.ok(page.includes('<script src="jochi-check.js"></script>'));
  assert.equal(read("examples/jochi-check.js"), script);
});

test("the example is ECMAScript 3 and uses what the script offers", () => {
  parse(inline, { ecmaVersion: 3, allowReserved: "never" });
  const offered = ["browser", "check", "explain", "served"];
  const used = [...inline.matchAll(/jochiCheck\.(\w+)/g)].map(([, name]) => name);
  assert.deepEqual([...new Set(used)].sort(), offered);
});

test("the document tells every sign that the guide knows, with its symptom", () => {
  const text = read("payment-page.md");
  const symptoms = JSON.parse(/"symptoms":(\{[^}]*\})/.exec(script)![1]!) as object;
  for (const [sign, symptom] of Object.entries(symptoms)) {
    // An agent's own sign stands beside the one that names no agent.
    if (sign === "agent-silent") continue;
    assert.ok(text.includes(`| \`${sign}\` | `), sign);
    assert.ok(text.includes(`| \`${symptom}\` |`), symptom);
  }
});
