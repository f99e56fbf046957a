import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { loadGuide } from "../guide/load.ts";
import { fill, gapsOf } from "./fill.ts";
import { sentences } from "./sentences.ts";
import { type Named, serviceWords } from "./service.ts";
import { langs } from "./words.ts";

const named = (name: string): Named => ({ words: loadGuide(name).words });
const payment = named("bankpay-transfer");

/** About paying whatever the guide: the shop of the practice PC. */
const paymentOnly = ["page.demo.shop.about"];

/** Every sentence with the words of a guide, or the neutral ones. */
function* said(guide: Named) {
  for (const lang of langs) {
    const words = serviceWords(guide, lang);
    for (const [key, sentence] of Object.entries(sentences)) {
      const others = gapsOf(sentence[lang]).filter((gap) => !gap.startsWith("words."));
      const values = { ...Object.fromEntries(others.map((gap) => [gap, "x"])), ...words };
      yield { lang, key, values, sentence: sentence[lang] };
    }
  }
}

describe("what a guide calls its service", () => {
  it("comes in every form that sentences need", () => {
    const { "words.button": button, ...forms } = serviceWords(payment, "en");
    assert.equal(button, "the pay button");
    assert.deepEqual(forms, {
      "words.name": "payment",
      "words.itself": "the payment",
      "words.act": "pay",
      "words.person": "payer",
      "words.service": "payment service",
      "words.bare": "payment",
      "words.same": "the same payment",
      "words.traffic": "the payment",
      "words.acts": "pays",
      "words.acting": "paying",
    });
    const own = serviceWords(named("microsoft-365"), "en");
    assert.deepEqual(
      ["bare", "same", "traffic", "acts", "acting"].map((form) => own[`words.${form}`]),
      [
        ...["Microsoft 365", "Microsoft 365", "Microsoft 365 traffic"],
        ...["uses Microsoft 365", "using Microsoft 365"],
      ],
    );
  });

  it("has its English verbs spelt as they are", () => {
    const formsOf = (en: string) => {
      const word = { ko: "일", en };
      const words = serviceWords({ words: { name: word, itself: word, act: word } }, "en");
      return `${words["words.acts"]}, ${words["words.acting"]}`;
    };
    assert.equal(formsOf("apply for aid"), "applies for aid, applying for aid");
    assert.equal(formsOf("log in"), "logs in, logging in");
    assert.equal(formsOf("file taxes"), "files taxes, filing taxes");
    assert.equal(formsOf("submit a report"), "submits a report, submitting a report");
    assert.equal(formsOf("fax the form"), "faxes the form, faxing the form");
    assert.equal(formsOf("tie and go"), "ties and go, tying and go");
    assert.equal(formsOf("see it"), "sees it, seeing it");
  });

  it("is neutral where a guide does not say, also in one language alone", () => {
    assert.equal(serviceWords({}, "ko")["words.service"], "서비스");
    assert.equal(serviceWords({}, "en")["words.bare"], "the service");
    const ko = { words: { name: { ko: "민원" }, itself: { ko: "민원" }, act: { ko: "신청" } } };
    assert.equal(serviceWords(ko, "ko")["words.person"], "신청하시는 분");
    assert.equal(serviceWords(ko, "en")["words.name"], "service");
    assert.equal(serviceWords(ko, "en")["words.acting"], "using the service");
  });

  it("fills every sentence: nothing is missing but the button, where there is none", () => {
    for (const guide of [payment, named("microsoft-365"), {}]) {
      for (const { lang, key, values, sentence } of said(guide)) {
        const missing: string[] = [];
        const text = fill(lang, sentence, values, (gap) => void missing.push(gap));
        const button = guide.words?.button ? [] : missing.filter((gap) => gap === "words.button");
        assert.deepEqual(missing, button, key);
        assert.doesNotMatch(text, /[{}]|\bundefined\b|\ba [aeiou]\w* page/, key);
      }
    }
  });

  for (const guide of ["microsoft-365", "korean-ca-directories"])
    it(`leaves no word about paying in the sentences of ${guide}`, () => {
      for (const { lang, key, values, sentence } of said(named(guide))) {
        if (paymentOnly.includes(key)) continue;
        const text = fill(lang, sentence, values);
        assert.doesNotMatch(text, /결제|뱅크페이|\bpay(s|ing|er|ers|ment|ments)?\b/i, key);
      }
    });
});
