import assert from "node:assert/strict";
import { test } from "node:test";
import type { BrowserPolicy, PopupSetting, SitePermission } from "../../evidence/pc-outcome.ts";
import type { Guide } from "../../guide/guide.ts";
import { judgePopups } from "./popups.ts";
import { caseOf, found, guide, keys, told, unreadable } from "./stage/case.ts";

const rule = "payment-popup";
const shut: PopupSetting = { browser: "ie", blocked: true, allowed: [] };
const trusted = [{ entry: "*.lgcns.com", zone: 2 }];

function inIe(setting: PopupSetting, blockerInTrusted?: boolean, entries = trusted) {
  const zones = blockerInTrusted === undefined ? [] : [{ zone: 2, popupBlocker: blockerInTrusted }];
  const settings = { machineOnly: false, listFromPolicy: false, zones };
  return judgePopups(
    caseOf([
      ["popups", found([setting])],
      ["zone-entries", found(entries)],
      ["zone-settings", found(settings)],
    ]),
  );
}

test("Internet Explorer: the switch, the zone, the list", () => {
  assert.equal(told(inIe({ ...shut, blocked: false }), rule), "pass");
  assert.equal(told(inIe(shut), rule), "fail popup.blocked");
  assert.equal(told(inIe(shut, true), rule), "fail popup.blocked");
  assert.equal(told(inIe(shut, false), rule), "pass");
  assert.equal(told(inIe(shut, false, []), rule), "fail popup.blocked");
  for (const entry of ["*.lgcns.com", "*.LGCNS.com", "http://*.lgcns.com", "*.com"]) {
    assert.equal(told(inIe({ ...shut, allowed: [entry] }, true), rule), "pass", entry);
  }
  const part = inIe({ ...shut, allowed: ["pay.lgcns.com"] }, true);
  assert.equal(told(part, rule), "unknown");
  assert.deepEqual(keys(part, rule), ["popup.part"]);
  assert.equal(
    told(inIe({ ...shut, allowed: ["notlgcns.com"] }, true), rule),
    "fail popup.blocked",
  );
  const open = inIe(shut, false, [...trusted, { entry: "https://*.lgcns.com", zone: 4 }]);
  assert.equal(told(open, rule), "unknown");
});

/** The guide as it would be if it served Chrome and not Internet Explorer. */
const forChrome: Guide = {
  ...guide,
  browsers: guide.browsers.map((one) => ({ ...one, browser: "chrome", minimumVersion: 100 })),
};

function inChrome(
  policies: Record<string, string[]>,
  permissions: SitePermission["setting"][] = [],
  setting?: PopupSetting,
) {
  const list = Object.entries(policies).map(
    ([name, values]): BrowserPolicy => ({
      browser: "chrome",
      place: "machine-policy",
      name,
      values,
    }),
  );
  const answers = permissions.map(
    (one): SitePermission => ({
      browser: "chrome",
      permission: "popups",
      origin: "https://pay.lgcns.com:443,*",
      setting: one,
    }),
  );
  const facts = caseOf(
    [
      ["popups", found(setting ? [setting] : [])],
      ["browsers", found([{ id: "chrome", version: "148.0", default: true }])],
      ["browser-policies", found(list)],
      ["site-permissions", found(answers)],
    ],
    forChrome,
  );
  return judgePopups(facts);
}

test("Chrome: policies, then answers, then the blocker itself", () => {
  const own: PopupSetting = { browser: "chrome", blocked: true, allowed: [] };
  const all = ["[*.]lgcns.com"];
  const cases: [ReturnType<typeof inChrome>, string][] = [
    [inChrome({ PopupsBlockedForUrls: all }), "fail popup.blocked managed"],
    [inChrome({ PopupsBlockedForUrls: ["*"] }), "fail popup.blocked managed"],
    [inChrome({ PopupsAllowedForUrls: all }, [], own), "pass"],
    [inChrome({ PopupsAllowedForUrls: all, PopupsBlockedForUrls: ["*"] }), "unknown"],
    [inChrome({ PopupsBlockedForUrls: ["[*.]example.com"] }, ["allow"]), "unknown"],
    [inChrome({ DefaultPopupsSetting: ["2"] }, ["allow"]), "fail popup.blocked managed"],
    [inChrome({ DefaultPopupsSetting: ["1"] }, ["block"]), "pass"],
    [inChrome({}, ["block"]), "fail popup.blocked"],
    [inChrome({}, ["allow"], own), "unknown"],
    [inChrome({}, [], own), "fail popup.blocked"],
    [inChrome({}, [], { ...own, blocked: false }), "pass"],
    [inChrome({}), "unknown"],
  ];
  for (const [index, [checks, outcome]] of cases.entries())
    assert.equal(told(checks, rule), outcome, `case ${index}`);
});

test("a browser that the guide does not serve does not count", () => {
  const chrome: PopupSetting = { browser: "chrome", blocked: true, allowed: [] };
  const checks = judgePopups(caseOf([["popups", found([chrome, { ...shut, blocked: false }])]]));
  assert.equal(told(checks, rule), "pass");
});

test("where no served browser is, there is nothing to pass", () => {
  const chrome: PopupSetting = { browser: "chrome", blocked: false, allowed: [] };
  assert.equal(told(judgePopups(caseOf([["popups", found([chrome])]])), rule), "not-applicable");
});

test("what could not be read is neither passed nor failed", () => {
  assert.equal(told(judgePopups(caseOf([["popups", unreadable]])), rule), "unknown");
  const policies = caseOf(
    [
      ["popups", found([{ browser: "chrome", blocked: false, allowed: [] } as PopupSetting])],
      ["browser-policies", unreadable],
    ],
    forChrome,
  );
  assert.equal(told(judgePopups(policies), rule), "unknown");
});
