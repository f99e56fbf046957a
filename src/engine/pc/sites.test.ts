import assert from "node:assert/strict";
import { test } from "node:test";
import type { ZoneEntry, ZoneSettings } from "../../evidence/pc-outcome.ts";
import { judgeSites } from "./sites.ts";
import { caseOf, found, guide, keys, told, unreadable } from "./stage/case.ts";

const usual: ZoneSettings = { machineOnly: false, listFromPolicy: false, zones: [] };
const lgcns: ZoneEntry = { entry: "*.lgcns.com", zone: 2 };
const bankpay: ZoneEntry = { entry: "*.bankpay.or.kr", zone: 2 };

function judge(entries: ZoneEntry[], settings: ZoneSettings = usual) {
  return judgeSites(
    caseOf([
      ["zone-entries", found(entries)],
      ["zone-settings", found(settings)],
    ]),
  );
}

test("both sites trusted", () => {
  const checks = judge([lgcns, bankpay]);
  assert.equal(told(checks, "lgcns"), "pass");
  assert.equal(told(checks, "bankpay"), "pass");
});

for (const { entry, meant } of guide.wrong) {
  test(`${entry} alone is named and explained`, () => {
    const checks = judge([{ entry, zone: 2 }]);
    assert.equal(told(checks, meant), "fail site.mistyped");
    assert.deepEqual(keys(checks, meant), ["site.mistyped", "site.why", "site.in-zone"]);
  });

  test(`${entry} beside the right one is named, explained and no fault`, () => {
    const checks = judge([{ entry, zone: 2 }, lgcns, bankpay]);
    assert.equal(told(checks, meant), "pass");
    assert.deepEqual(keys(checks, meant), ["as-required", "site.needless", "site.why"]);
  });
}

test("a host entered in the registry where domains belong is the same mistake", () => {
  const checks = judge([{ entry: "*.www.bankpay.or.kr", zone: 2 }]);
  assert.equal(told(checks, "bankpay"), "fail site.mistyped");
});

test("several wrong entries are all named", () => {
  const wrong = ["www.bankpay.or.kr", "*.bankpay.co.kr"].map((entry) => ({ entry, zone: 2 }));
  const checks = judge(wrong);
  const named = checks.find(({ id }) => id === "bankpay")?.because ?? [];
  const entries = named.filter(({ key }) => key.endsWith("mistyped")).map((one) => one.with?.entry);
  assert.deepEqual(entries, ["www.bankpay.or.kr", "*.bankpay.co.kr"]);
});

test("two wrong entries that do the same together are no fault", () => {
  const both = ["http://*.lgcns.com", "https://*.lgcns.com"].map((entry) => ({ entry, zone: 2 }));
  assert.equal(told(judge(both), "lgcns"), "pass");
});

test("the zone that the pages get counts, not the entry alone", () => {
  const cases: [ZoneEntry[], string, string][] = [
    [[], "fail site.not-trusted", "site.not-trusted"],
    [[{ ...bankpay, zone: 4 }], "fail site.not-trusted", "site.other-zone"],
    [[{ ...bankpay, zone: 1 }], "fail site.not-trusted", "site.other-zone"],
    [[bankpay, { entry: "pg.bankpay.or.kr", zone: 4 }], "fail site.not-trusted", "site.other-zone"],
    [
      [{ ...bankpay, zone: 4, place: "machine" }],
      "fail site.not-trusted managed",
      "site.other-zone",
    ],
    [[{ entry: "*.or.kr", zone: 2 }], "unknown", "site.open.registry-suffix"],
    [[{ entry: "*.OR.KR", zone: 2 }, bankpay], "pass", "as-required"],
    [[{ ...bankpay, place: "machine" }], "pass", "as-required"],
    [[bankpay, { ...bankpay, zone: 4, place: "machine" }], "unknown", "site.open.contradiction"],
  ];
  for (const [entries, outcome, first] of cases) {
    const checks = judge(entries);
    assert.equal(told(checks, "bankpay"), outcome, JSON.stringify(entries));
    assert.equal(keys(checks, "bankpay")[0], first, JSON.stringify(entries));
  }
});

test("what a policy makes void is an administrator's", () => {
  const list = { ...usual, listFromPolicy: true };
  const only = { ...usual, machineOnly: true };
  const other: ZoneEntry = { ...lgcns, place: "machine-policy" };
  assert.equal(told(judge([bankpay, other], list), "bankpay"), "fail site.not-trusted managed");
  assert.equal(keys(judge([bankpay, other], list), "bankpay")[0], "site.void-by-policy");
  assert.equal(told(judge([other], list), "bankpay"), "fail site.not-trusted managed");
  assert.equal(told(judge([bankpay], only), "bankpay"), "fail site.not-trusted managed");
  assert.equal(keys(judge([bankpay], only), "bankpay")[0], "site.void-by-machine");
  const listed: ZoneEntry = { ...bankpay, place: "machine-policy" };
  assert.equal(told(judge([listed], list), "bankpay"), "pass");
  const restricted: ZoneEntry = { ...listed, zone: 4 };
  assert.equal(told(judge([restricted], list), "bankpay"), "fail site.not-trusted managed");
});

test("what could not be read is neither passed nor failed", () => {
  const entries = judgeSites(caseOf([["zone-entries", unreadable]]));
  assert.equal(told(entries, "bankpay"), "unknown");
  const settings = judgeSites(
    caseOf([
      ["zone-entries", found([bankpay])],
      ["zone-settings", unreadable],
    ]),
  );
  assert.equal(told(settings, "bankpay"), "unknown");
  assert.deepEqual(keys(settings, "bankpay"), ["site.open.settings-unread"]);
  const none = judgeSites(
    caseOf([
      ["zone-entries", found([])],
      ["zone-settings", unreadable],
    ]),
  );
  assert.equal(told(none, "bankpay"), "fail site.not-trusted");
  assert.equal(told(judgeSites(caseOf([])), "bankpay"), "unknown");
  const linux = judgeSites(caseOf([["zone-entries", { state: "not-applicable" }]]));
  assert.equal(told(linux, "bankpay"), "not-applicable");
});
