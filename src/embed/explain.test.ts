import assert from "node:assert/strict";
import { test } from "node:test";
import { loadGuide } from "../guide/load.ts";
import { pageSigns } from "../guide/schema/symptom.ts";
import { factsOf } from "./facts-of.ts";
import { explain } from "./shipped/explain.ts";

const guide = loadGuide("bankpay-transfer@2018.11");
const facts = factsOf(guide, { page: "/help.html", lang: "ko" });
const told = (error: unknown) => {
  const found = explain(facts, error);
  return found && `${found.code} ${found.symptom}`;
};

const locked = {
  get closed(): boolean {
    throw new Error("another zone");
  },
};

const table: [what: string, error: unknown, told: string | null][] = [
  ["no window came", { popup: null }, "popup-blocked popup-window-blocked"],
  ["no window came, old way", { popup: undefined }, "popup-blocked popup-window-blocked"],
  ["the window is gone", { popup: { closed: true } }, "popup-closed verification-error-1"],
  ["the window is open", { popup: { closed: false } }, null],
  ["the window may not be touched", { popup: locked }, "opener-lost verification-error-2"],
  ["no way back", { opener: null }, "opener-lost verification-error-2"],
  ["a way back", { opener: {} }, null],
  ["time is over", "timeout", "timeout working-time-over"],
  ["time is over, as an error", { name: "TimeoutError" }, "timeout working-time-over"],
  ["a silent program", "agent-silent", "agent-silent install-page-again"],
  ["this one", "agent-silent:ipinside", "agent-silent ipinside-not-installed"],
  ["one that the guide does not know", "agent-silent:x", "agent-silent install-page-again"],
  ["loopback", "loopback-denied", "loopback-denied install-page-again"],
  ["an old browser", "browser-excluded", "browser-excluded old-browser-message"],
  ["a result of check without trouble", { troubles: [] }, null],
  ["a result of check", { troubles: [{ code: "a", symptom: "b" }] }, "a b"],
  ["a trouble", { code: "a", symptom: "b" }, "a b"],
  ["an error of another kind", new TypeError("팝업"), "unknown "],
  ["words that are no sign", "팝업이 차단되었습니다", "unknown "],
  ["names of the language", "constructor", "unknown "],
  ["more of them", "__proto__:toString", "unknown "],
  ["nothing", null, "unknown "],
  ["nothing, otherwise", undefined, "unknown "],
  ["a number", 0, "unknown "],
];

for (const [what, error, expected] of table) {
  test(`${what}: ${expected ?? "nothing is wrong"}`, () => assert.equal(told(error), expected));
}

test("the link opens the page at the symptom, or at its beginning", () => {
  assert.equal(explain(facts, "timeout")?.link, "/help.html#symptom=working-time-over");
  assert.equal(explain(facts, "?")?.link, "/help.html");
  assert.equal(explain(factsOf(guide, { lang: "ko" }), "timeout")?.link, "");
});

test("the guide has a symptom for every sign, and names only signs that there are", () => {
  for (const sign of pageSigns) assert.notEqual(told(sign), "unknown ", sign);
  const ids = new Set(guide.symptoms.map(({ id }) => id));
  for (const id of Object.values(facts.symptoms)) assert.ok(ids.has(id), id);
});
