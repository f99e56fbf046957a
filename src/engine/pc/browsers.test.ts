import assert from "node:assert/strict";
import { test } from "node:test";
import type { Browser } from "../../evidence/pc-outcome.ts";
import { judgeBrowsers } from "./browsers.ts";
import { judgeFiles } from "./files.ts";
import { caseOf, found, guide, keys, told, unreadable } from "./stage/case.ts";
import { judgeToolbars } from "./toolbars.ts";

const rule = "internet-explorer";
const of = (id: Browser["id"], version: string): Browser => ({ id, version, default: true });

function judge(browsers: Browser[], level?: string) {
  const name = "InternetExplorerIntegrationLevel";
  const policies =
    level === undefined
      ? []
      : [{ browser: "edge", place: "machine-policy", name, values: [level] }];
  return judgeBrowsers(
    caseOf([
      ["browsers", found(browsers)],
      ["browser-policies", found(policies)],
    ]),
  );
}

test("Internet Explorer by its version, or Edge in its place", () => {
  const cases: [ReturnType<typeof judge>, string][] = [
    [judge([of("ie", "11.0")]), "pass"],
    [judge([of("ie", "8.0")]), "fail browser.unsupported"],
    [judge([]), "fail browser.unsupported"],
    [judge([of("ie", "")]), "unknown"],
    [judge([of("chrome", "148.0")]), "fail browser.unsupported"],
    [judge([of("edge", "148.0")], "1"), "pass"],
    [judge([of("edge", "148.0")], "0"), "fail browser.unsupported managed"],
    [judge([of("edge", "148.0")]), "unknown"],
    [judge([of("edge", "148.0"), of("ie", "11.0")], "1"), "pass"],
  ];
  for (const [index, [checks, outcome]] of cases.entries())
    assert.equal(told(checks, rule), outcome, `case ${index}`);
  assert.ok(keys(judge([of("edge", "148.0")], "1"), rule).includes("browser.ie-mode"));
});

test("all toolbars of a kind are named, by any of their names", () => {
  const programs = ["Google Toolbar for Internet Explorer", "구글 툴바 7", "Google Chrome"].map(
    (name) => ({ name, state: "complete" }),
  );
  const checks = judgeToolbars(caseOf([["programs", found(programs)]]));
  assert.equal(told(checks, "google-toolbar"), "fail toolbar.present");
  assert.equal(keys(checks, "google-toolbar").length, 2);
  assert.equal(told(checks, "naver-toolbar"), "pass");
});

test("a folder in either Program Files will do; one unread leaves it open", () => {
  const [first = "", second = ""] = guide.files[0]?.paths ?? [];
  const judged = (a: unknown, b: unknown) =>
    told(
      judgeFiles(
        caseOf([
          ["path", a, { path: first }],
          ["path", b, { path: second }],
        ]),
      ),
      "nos-addon-folder",
    );
  assert.equal(judged(found(true), found(false)), "pass");
  assert.equal(judged(found(false), found(true)), "pass");
  assert.equal(judged(unreadable, found(true)), "pass");
  assert.equal(judged(found(false), found(false)), "fail file.missing");
  assert.equal(judged(found(false), unreadable), "unknown");
  assert.equal(judged(unreadable, found(false)), "unknown");
});
