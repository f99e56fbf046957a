import assert from "node:assert/strict";
import { test } from "node:test";
import { filter, told } from "./_iptables-told.ts";

const later = "2026-11-25";
const perhaps = "deny 2, permit 3";
const gone = "deny 2";

const cases: [match: string, today: string | undefined, expected: string][] = [
  ["--datestop 2020-01-01T00:00:00", "2020-01-03", gone],
  ["--datestop 2020-01-01T00:00:00", "2020-01-02", perhaps],
  ["--datestop 2020-01-01T00:00:00", undefined, perhaps],
  ["--datestop 2020-06-30", "2020-07-02", gone],
  ["--datestop 2020-06", "2020-06-03", gone],
  ["--datestop 2020-06", "2020-06-02", perhaps],
  ["--datestop 2020", "2020-01-03", gone],
  ["--datestop=2020-06-30", later, gone],
  ["--timestart 09:00 --timestop 17:00 --weekdays Mon --datestop 2020-05-06T07:08", later, gone],
  ["--datestart 2019-06-01 --datestop 2020-01-01", later, gone],
  ["--datestart 2019-06-01", later, perhaps],
  ["--datestart 2030-06-01", later, perhaps],
  ["--datestop 2030-01-01", later, perhaps],
  ["--datestop 2020-13-01", later, perhaps],
  ["--datestop someday", later, perhaps],
  ["! --datestop 2020-01-01", later, perhaps],
  ["--weekdays Mon", later, perhaps],
];

for (const [match, today, expected] of cases) {
  test(`${match} by ${today}`, () => {
    const text = filter(`-A FORWARD -p tcp -m time ${match} -j ACCEPT`);
    assert.equal(told(text, {}, { today }), expected);
  });
}

test("a denial that has ended denies nothing", () => {
  const text = filter("-A FORWARD -m time --datestop 2020-01-01 -j DROP", "-A FORWARD -j ACCEPT");
  assert.equal(told(text, {}, { today: later }), "permit 4");
});

test("a last date without its extension is doubted", () => {
  const text = filter("-A FORWARD --datestop 2030-01-01 -j ACCEPT");
  assert.equal(told(text, {}, { today: later }), perhaps);
});
