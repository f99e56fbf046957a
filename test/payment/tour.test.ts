import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { loadGuide } from "../../src/guide/load.ts";
import type { Lang } from "../../src/text/words.ts";
import type { BrowserKind } from "./_browsers.ts";
import { missing } from "./_payer.ts";
import { openSite, type Site } from "./_site.ts";
import { type Case, cases } from "./_symptoms.ts";
import { tour } from "./_tour.ts";

/**
 * Symptom, diagnosis, remedy, payment, in one flow: the payer's browser on the lab's PC, and
 * Jochi's page, served as `jochi start --demo` serves it, in another. One case of each symptom, in
 * one language and browser in turn; JOCHI_PAYMENT_ALL=1: all of them.
 */
const guide = loadGuide("bankpay-transfer@2018.11");
const kinds = ["chromium", "firefox"] as const satisfies BrowserKind[];
const langs: readonly Lang[] = ["ko", "en"];
const all = process.env.JOCHI_PAYMENT_ALL === "1";

interface Tour {
  one: Case;
  lang: Lang;
  kind: BrowserKind;
}

const tours: Tour[] = all
  ? cases.flatMap((one) =>
      kinds
        .filter((kind) => (one.only ?? kind) === kind)
        .flatMap((kind) => langs.map((lang) => ({ one, lang, kind }))),
    )
  : guide.symptoms.map(({ id }, at) => {
      const one = cases.find(({ symptom }) => symptom === id)!;
      return { one, lang: langs[at % 2]!, kind: one.only ?? kinds[(at >> 1) % 2]! };
    });

it("goes through every symptom of the guide, in both languages and browsers", () => {
  assert.deepEqual(
    new Set(tours.map(({ one }) => one.symptom)),
    new Set(guide.symptoms.map(({ id }) => id)),
  );
  assert.equal(new Set(tours.map(({ lang, kind }) => `${lang} ${kind}`)).size, 4);
});

// At the same time: most of a payment is waiting.
describe("from the symptom to a payment that is done", { concurrency: 2 }, () => {
  for (const kind of kinds) {
    describe(`in ${kind}`, { skip: missing(kind), concurrency: 1 }, () => {
      let site: Site;
      before(async () => {
        site = await openSite(kind, guide);
      });
      after(() => site?.close());

      for (const { one, lang } of tours.filter((each) => each.kind === kind))
        it(`${one.symptom}: ${one.why} (${lang})`, () => tour(site, guide, one, lang));
    });
  }
});

describe("the same by the newest edition", { skip: missing("chromium") }, () => {
  const newest = loadGuide("bankpay-transfer");
  let site: Site;
  before(async () => {
    site = await openSite("chromium", newest);
  });
  after(() => site?.close());

  for (const symptom of ["verification-error-1", "install-page-again"]) {
    const one = cases.find((each) => each.symptom === symptom)!;
    it(`${symptom}: ${one.why}`, () => tour(site, newest, one, "ko"));
  }
});
