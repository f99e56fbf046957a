import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { hasEnded } from "./expiry.ts";

const table: [end: string, today: string | undefined, expected: boolean][] = [
  ["2020-01-01", "2020-01-03", true],
  ["2020-01-01", "2020-01-02", false],
  ["2020-01-01", "2020-01-01", false],
  ["2020-01-01", "2019-12-31", false],
  ["2019-12-31", "2020-01-01", false],
  ["2019-12-31 23:59:59", "2020-01-02", true],
  ["2020/2/28", "2020-03-01", true],
  ["2020/2/29@00:00", "2020-03-01", false],
  ["2021-02-29", "2026-01-01", false],
  ["0000-00-00", "2026-01-01", false],
  ["0099-01-01", "2026-01-01", false],
  ["2020-01-011", "2026-01-01", false],
  ["2020-01/01", "2026-01-01", false],
  ["20200101", "2026-01-01", false],
  ["", "2026-01-01", false],
  ["2020-01-01", "", false],
  ["2020-01-01", undefined, false],
];

for (const [end, today, expected] of table) {
  test(`${end || "no day"} by ${today || "no day"}: ${expected ? "over" : "perhaps not"}`, () => {
    assert.equal(hasEnded(end, today), expected);
  });
}

test("what is over is over everywhere on earth", () => {
  const hour = 3_600_000;
  const moment = fc.date({
    noInvalidDate: true,
    min: new Date("1971-01-01"),
    max: new Date("2090-01-01"),
  });
  const zone = fc.integer({ min: -12, max: 14 });
  const gap = fc.integer({ min: -60, max: 60 });
  fc.assert(
    fc.property(moment, gap, zone, (now, hours, zone) => {
      // The firewall writes local time; `today` is the day of UTC.
      const end = new Date(now.getTime() + (hours + zone) * hour);
      const over = hasEnded(end.toISOString().slice(0, 10), now.toISOString().slice(0, 10));
      if (over) assert.ok(hours < 0);
      if (hours < -72) assert.ok(over);
    }),
    { seed: 20_261_125, numRuns: 2000 },
  );
});
