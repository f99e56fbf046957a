import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Certainty } from "../evidence/verdict.ts";
import type { Guide } from "../guide/guide.ts";
import { loadGuide } from "../guide/load.ts";
import { aged } from "./age.ts";
import type { Draft } from "./draft.ts";

const printed = loadGuide("bankpay-transfer@2018.11");
const row = "pg.bankpay.or.kr|203.175.190.200:443";
const other = "ds.yessign.or.kr|203.233.91.35:389";
const day = "2026-11-26";
const seen = { key: "reason.tcp.silent" };

function draft(over: Partial<Draft> = {}): Draft {
  const because = [seen];
  return {
    cause: "tcp.drop",
    certainty: "confirmed",
    subjects: [row],
    explains: [],
    because,
    ...over,
  };
}

/** The printed guide with other days for one host's entry. */
function withDays(days: Partial<Guide["endpoints"][number]>, host = "pg.bankpay.or.kr"): Guide {
  const endpoints = printed.endpoints.map((one) => (one.host === host ? { ...one, ...days } : one));
  return { ...printed, endpoints };
}

const address = { key: "reason.age.address", with: { year: 2018, month: 11 } };
const review = { key: "reason.age.review", with: { name: "pg.bankpay.or.kr", day: "2026-11-25" } };

test("an old address leaves the finding sure, and it says at its end when that was verified", () => {
  assert.deepEqual(aged(printed, draft(), day), {
    certainty: "confirmed",
    because: [seen, address],
  });
  assert.deepEqual(aged(printed, draft(), "2019-11-01").because, [seen]);
  assert.deepEqual(aged(printed, draft(), "2019-11-02").because, [seen, address]);
});

test("past its day of review a finding is one step less sure, and names fact and day", () => {
  const guide = withDays({ reviewBy: "2026-11-25" });
  const of = (certainty: Certainty) => aged(guide, draft({ certainty }), day);
  assert.deepEqual(of("confirmed"), { certainty: "likely", because: [seen, review] });
  assert.deepEqual(of("likely"), { certainty: "likely", because: [seen, review] });
  assert.deepEqual(of("possible"), { certainty: "possible", because: [seen, review] });
  assert.deepEqual(of("ruled-out"), { certainty: "ruled-out", because: [seen] });
  assert.deepEqual(aged(guide, draft(), "2026-11-25"), { certainty: "confirmed", because: [seen] });
});

test("past its end, too; the end is told before the day of review", () => {
  const guide = withDays({ reviewBy: "2026-11-20", expires: "2026-11-25" });
  assert.deepEqual(aged(guide, draft(), day), {
    certainty: "likely",
    because: [
      seen,
      { key: "reason.age.expired", with: { name: "pg.bankpay.or.kr", day: "2026-11-25" } },
    ],
  });
});

test("where one of its requirements still holds, the finding does", () => {
  const guide = withDays({ reviewBy: "2026-11-25" });
  const both = draft({ subjects: [row, other] });
  assert.deepEqual(aged(guide, both, day), { certainty: "confirmed", because: [seen, review] });
});

test("an address that the guide does not have rests on what it says of the name", () => {
  const guide = withDays({ reviewBy: "2026-11-25" });
  const moved = draft({ cause: "ip.drift", subjects: ["pg.bankpay.or.kr|203.0.113.9:443"] });
  assert.equal(aged(guide, moved, day).certainty, "likely");
});

test("requirements of the PC age as addresses do", () => {
  const because = [seen, { key: "reason.age.fact", with: { year: 2018, month: 11 } }];
  const finding = draft({ cause: "site.not-trusted", subjects: ["bankpay"] });
  assert.deepEqual(aged(printed, finding, day), { certainty: "confirmed", because });
});

test("what the guide says of a cause counts where it says how the cause is known", () => {
  const past = { reviewBy: "2026-11-25" };
  const causes = printed.causes.map((one) => ({ ...one, ...past }));
  const guide = { ...printed, causes };
  const site = draft({ cause: "site.not-trusted", subjects: ["bankpay"] });
  assert.deepEqual(aged(guide, site, day), {
    certainty: "likely",
    because: [
      seen,
      { key: "reason.age.review", with: { name: "site.not-trusted", day: past.reviewBy } },
    ],
  });
  // What helps against a block may have changed; that it is there has been seen.
  assert.deepEqual(aged(guide, draft(), day), { certainty: "confirmed", because: [seen, address] });
});

test("nothing in the guide: nothing to grow old; a guess is not said to be old", () => {
  const offline = draft({ cause: "net.offline", subjects: ["network"] });
  assert.deepEqual(aged(printed, offline, day), { certainty: "confirmed", because: [seen] });
  const guess = draft({ certainty: "possible" });
  assert.deepEqual(aged(printed, guess, day), { certainty: "possible", because: [seen] });
});

test("days never make a finding surer, nor change what was seen", () => {
  const anyDay = fc.integer({ min: 0, max: 4_000 }).map((count) => {
    return new Date(Date.UTC(2018, 0, 1) + count * 86_400_000).toISOString().slice(0, 10);
  });
  const some = fc.option(anyDay, { nil: undefined });
  const order: Certainty[] = ["confirmed", "likely", "possible", "ruled-out"];
  fc.assert(
    fc.property(
      fc.record({ verifiedOn: some, reviewBy: some, expires: some }),
      anyDay,
      fc.constantFrom(...order),
      (days, today, certainty) => {
        const result = aged(withDays(days), draft({ certainty }), today);
        const [was, is] = [certainty, result.certainty].map((one) => order.indexOf(one));
        assert.ok(is === was || (was === 0 && is === 1));
        assert.deepEqual(result.because[0], seen);
        assert.ok(result.because.length <= 2);
        if (is !== was) assert.equal(result.because.length, 2);
      },
    ),
    { numRuns: 200 },
  );
});
