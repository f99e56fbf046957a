import assert from "node:assert/strict";
import { test } from "node:test";
import { certainties, checkVerdicts, localCauses, owners, verdicts } from "../evidence/verdict.ts";
import { causeFields } from "./cause-words.ts";
import { fill, gapsOf } from "./fill.ts";
import { endingOf } from "./particles.ts";
import { plain } from "./plain.ts";
import { say, sayOf, strictWords } from "./say.ts";
import { sentences } from "./sentences.ts";
import { langs } from "./words.ts";

strictWords();

const kinds = [
  ..."endpoint resolver clock proxy hosts network agent site browser popup".split(" "),
  ..."toolbar program certificate file local-network-access".split(" "),
];

const expected = [
  ...[...verdicts, ...localCauses].flatMap((id) => causeFields.map((f) => `verdict.${id}.${f}`)),
  ...owners.flatMap((id) => [`owner.${id}`, `owner.${id}.can`]),
  ...certainties.flatMap((id) => [`certainty.${id}`, `certainty.${id}.means`]),
  ...checkVerdicts.map((id) => `check.${id}`),
  ...kinds.map((id) => `kind.${id}`),
  ...localCauses.map((id) => `reason.pc.${id}`),
];

test("every word of the closed lists has its sentences in both languages", () => {
  for (const key of expected)
    for (const lang of langs) assert.ok(say(lang, key, everything).length > 0, key);
});

const everything = new Proxy(
  {},
  {
    get: () => "x",
    has: () => true,
    getOwnPropertyDescriptor: () => ({ value: "x", configurable: true, enumerable: true }),
  },
) as Record<string, string>;

/** Without what a guide calls its service: that is always at hand, and languages need different forms of it. */
const givenGaps = (words: string) => gapsOf(words).filter((gap) => !gap.startsWith("words."));

test("both languages of a sentence have the same gaps, and no sentence is empty", () => {
  for (const [key, { ko, en }] of Object.entries(sentences)) {
    assert.deepEqual(givenGaps(ko).sort(), givenGaps(en).sort(), key);
    assert.ok(ko.trim() && en.trim(), key);
    for (const words of [ko, en])
      assert.doesNotMatch(fill("ko", words, everything), /[{}]/, `a damaged gap in ${key}`);
  }
});

test("Korean is Korean, English is ASCII but for quotation marks", () => {
  for (const [key, { ko, en }] of Object.entries(sentences)) {
    assert.match(ko, /[가-힣]/, key);
    assert.doesNotMatch(en, /[가-힣]/, key);
  }
});

test("what a payer reads is short: one sentence of at most 60 Korean characters", () => {
  for (const id of [...verdicts, ...localCauses]) {
    assert.ok(sayOf({}, "ko", `verdict.${id}.payer`).length <= 60, `${id} is too long`);
    assert.ok(sayOf({}, "ko", `verdict.${id}.title`).length <= 25, `${id} has a long title`);
  }
});

test("a missing sentence and an unfilled gap throw in tests, and show themselves at run time", () => {
  assert.throws(() => say("ko", "reason.none-such"), /reason\.none-such/);
  assert.throws(() => say("en", "reason.tcp.refused"), /\{ms\}/);
  assert.throws(() => say("en", "toString"), /toString/);
  assert.throws(() => say("en", "verdict.tcp.payer"), /\{words\.name\}/);
  strictWords(false);
  assert.equal(say("ko", "reason.none-such", { port: 1 }), "[reason.none-such port=1]");
  assert.equal(say("en", "reason.tcp.refused"), "The connection was refused after ….");
  assert.equal(say("en", "verdict.tcp.payer"), "No connection to the service server is made.");
  strictWords();
});

test("particles follow how the filled value is read", () => {
  const endings: [string, string][] = [
    ["서버", "vowel"],
    ["이름", "consonant"],
    ["포털", "rieul"],
    ["443", "consonant"],
    ["7", "rieul"],
    ["5310", "consonant"],
    ["52.79.192.245", "vowel"],
    ["pg.bankpay.or.kr", "rieul"],
    ["bwt.nprotect2.net", "consonant"],
    ["nProtect Online", "consonant"],
    ["PAC", "vowel"],
    ["IPinside LWS Agent (IPinside)", "vowel"],
    ["IPinside LWS Agent", "vowel"],
    ["Microsoft Edge Update Script", "vowel"],
    ["Bank", "vowel"],
    ["Help", "vowel"],
    ["App", "consonant"],
    ["Internet", "consonant"],
    ["", "vowel"],
  ];
  for (const [word, ending] of endings) assert.equal(endingOf(word), ending, word);
  assert.equal(fill("ko", "{a}은(는) {a}이(가) {a}을(를)", { a: 443 }), "443은 443이 443을");
  assert.equal(fill("ko", "{a}(으)로 {a}(이)라고", { a: "1" }), "1로 1이라고");
  assert.equal(fill("ko", "“{a}”(으)로", { a: "서울역" }), "“서울역”으로");
  assert.equal(fill("ko", "{a}과(와) {a}(이)어야", { a: "나무" }), "나무와 나무여야");
});

test("durations and days are written for people", () => {
  assert.equal(fill("ko", "{a:duration}", { a: 3071 }), "3.1초");
  assert.equal(fill("en", "{a:duration}", { a: 40.4 }), "40 ms");
  assert.equal(fill("ko", "{a:duration}", { a: 300_000 }), "5분");
  assert.equal(fill("ko", "{a:day}", { a: Date.UTC(2020, 11, 31) }), "2020-12-31");
  assert.equal(fill("ko", "{a:day}", { a: 9e15 }), "?");
});

test("hostile values cannot steer a terminal, turn the text or flood it", () => {
  assert.equal(plain("a\u001b[31mb\r\nc\u202ed"), "a [31mb c d");
  assert.equal([...plain("한".repeat(10_000))].length, 200);
  assert.equal(plain("\ud800x"), "\ufffdx");
});
