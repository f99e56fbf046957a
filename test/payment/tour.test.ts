import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { loadGuide } from "../../src/guide/load.ts";
import type { Lang } from "../../src/text/words.ts";
import type { BrowserKind } from "./_browsers.ts";
import type { Case } from "./_case.ts";
import { missing } from "./_payer.ts";
import { openSite, type Site } from "./_site.ts";
import { cases } from "./_symptoms.ts";
import { tour } from "./_tour.ts";
import { newestCases } from "./newest/_cases.ts";
import { unproduced } from "./newest/_unproduced.ts";

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

const newest = loadGuide("bankpay-transfer");

it("knows of each cause behind each symptom of the newest edition how it is shown, or why it is not", () => {
  const isKnown = (symptom: string, cause: string) =>
    newest.symptoms.some(({ id, causes }) => id === symptom && causes.includes(cause));
  const isShown = (symptom: string, cause: string) =>
    newestCases.some((one) => {
      const found = (one.truth ?? one.cause ?? one.remains)!;
      // What the doctor can prove may be the parent of what the guide names.
      return one.symptom === symptom && (cause === found || cause.startsWith(`${found}.`));
    });
  const open = newest.symptoms.flatMap(({ id, causes }) =>
    causes
      .filter((cause) => !isShown(id, cause))
      .filter((cause) => !unproduced.some((one) => one.symptom === id && one.cause === cause))
      .map((cause) => `${id}: ${cause}`),
  );
  assert.deepEqual(open, []);
  assert.deepEqual(
    unproduced.filter(({ symptom, cause }) => !isKnown(symptom, cause)),
    [],
  );
  for (const { id } of newest.symptoms)
    assert.ok(
      newestCases.some(({ symptom }) => symptom === id),
      id,
    );
});

/** The newest edition, which the page shows where no other is asked for. */
describe("the same by the newest edition", { concurrency: 2 }, () => {
  for (const [side, kind] of kinds.entries()) {
    describe(`in ${kind}`, { skip: missing(kind), concurrency: 1 }, () => {
      let site: Site;
      before(async () => {
        site = await openSite(kind, newest);
      });
      after(() => site?.close());

      for (const { one, lang } of toursOf(kind, side))
        it(`${one.symptom}: ${one.why} (${lang})`, () => tour(site, newest, one, lang));
    });
  }
});

/** What is taken in every run is taken once, in a browser and a language in turn; else in each browser. */
function toursOf(kind: BrowserKind, side: number): Pick<Tour, "one" | "lang">[] {
  const wanted = all ? newestCases : newestCases.filter(({ always }) => always);
  return wanted
    .map((one, at) => ({ one, at, lang: langs[(at + (all ? side : at >> 1)) % 2]! }))
    .filter(({ one }) => (one.only ?? kind) === kind)
    .filter(({ one, at }) => all || one.only === kind || at % 2 === side)
    .map(({ one, lang }) => ({ one, lang }));
}
