import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { loadGuide } from "../../src/guide/load.ts";
import type { BrowserKind } from "./_browsers.ts";
import { type Case, isShown } from "./_case.ts";
import { missing, openBrowser, type PayerBrowser, payOnce } from "./_payer.ts";
import { cases } from "./_symptoms.ts";

/**
 * The payment of the guide, in real browsers on the lab's PC: every symptom appears for a real
 * reason, and the same payment is finished once the reason is gone.
 */
const guide = loadGuide("bankpay-transfer@2018.11");
const patienceMs = 30_000;
const kinds = ["chromium", "firefox"] as const satisfies BrowserKind[];
/** Each case in one browser in turn; JOCHI_PAYMENT_ALL=1: in both. */
const all = process.env.JOCHI_PAYMENT_ALL === "1";

it("has a real reason for every symptom of the guide", () => {
  const covered = new Set(cases.map(({ symptom }) => symptom));
  assert.deepEqual(
    guide.symptoms.map(({ id }) => id).filter((id) => !covered.has(id)),
    [],
  );
});

// At the same time: most of a payment is waiting.
describe("a payment", { concurrency: 2 }, () => {
  for (const kind of kinds) {
    describe(`in ${kind}`, { skip: missing(kind), concurrency: 1 }, () => payments(kind));
  }
});

function payments(kind: BrowserKind): void {
  let browser: PayerBrowser;
  before(async () => {
    browser = await openBrowser(kind, guide);
  });
  after(() => browser?.close());

  it("is finished where everything is as the guide wants it", () => isFinished(browser));

  for (const [at, one] of cases.entries()) {
    if ((one.only ?? (all ? kind : kinds[at % kinds.length])) !== kind) continue;
    it(`${one.symptom}: ${one.why}`, () => appearsAndEnds(browser, one));
  }

  it("is finished once the browser's own settings are right again", () => isFinished(browser));
}

async function appearsAndEnds(browser: PayerBrowser, one: Case): Promise<void> {
  const { stopAt, waitAt, limitMs = patienceMs, settings, change } = one;
  const manner = {
    limitMs,
    ...(stopAt && { stopAt }),
    ...(waitAt && { waitAt }),
    ...(settings && { settings }),
  };
  const broken = browser.world(one.faults, change);
  let seen = await payOnce(browser, broken, manner);
  if (one.later) {
    await browser.lab.set(browser.world(one.later, change));
    seen = await browser.order({ do: "go-on", limitMs: patienceMs, waitAt: "wallet" });
  }
  assert.ok(isShown(guide, one, seen), JSON.stringify(seen));
  assert.equal(seen.paid, undefined);
  if (one.again) {
    const again = await payOnce(browser, broken, manner);
    assert.ok(isShown(guide, one, again), JSON.stringify(again));
  }
  if (one.cause) await isFound(browser, one.symptom, one.cause);
  if (!one.another) await isFinished(browser);
}

async function isFinished(browser: PayerBrowser): Promise<void> {
  const seen = await payOnce(browser, browser.world());
  assert.match(seen.paid ?? JSON.stringify(seen), /승인번호 20181101000001/);
  assert.deepEqual(seen.notices, []);
}

/** The doctor on the same PC, asked about the symptom, names the reason and a remedy for it. */
async function isFound(browser: PayerBrowser, symptom: string, cause: string): Promise<void> {
  const { findings } = await browser.diagnose(symptom);
  const active = findings.filter(({ certainty }) => certainty !== "ruled-out");
  const found = active.map((finding) => finding.cause);
  assert.ok(found.includes(cause as (typeof found)[number]), `${found} without ${cause}`);
  const known = guide.symptoms.find(({ id }) => id === symptom)!;
  const isBehind = known.causes.some((one) => one === cause || one.startsWith(`${cause}.`));
  assert.ok(isBehind, `${cause} is not behind ${symptom} in the guide`);
}
