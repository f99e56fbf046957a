import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ask } from "../stage/ask.ts";
import { bracesOf } from "./stage/braces.ts";
import { pc, read, withPolicy } from "./stage/sample.ts";

const old = "start-date 2019-06-01.08:00 stop-date 2020-01-01.00:00";
const older = "start-date 2018-06-01.08:00 stop-date 2018-06-30.18:00";
const later = "2026-11-25";

/** What scheduler `s` says, by which day it is judged, and what becomes of the policy that has it. */
const cases: [lines: string[], today: string | undefined, expected: "gone" | "perhaps"][] = [
  [[old], "2020-01-03", "gone"],
  [[old], "2020-01-02", "perhaps"],
  [[old], undefined, "perhaps"],
  [[older, old, 'description "for the move"'], later, "gone"],
  [[older, old], "2019-12-31", "perhaps"],
  [[old, "start-date 2030-06-01.08:00 stop-date 2030-06-30.18:00"], later, "perhaps"],
  [["start-date 2030-06-01.08:00 stop-date 2030-06-30.18:00"], later, "perhaps"],
  [["start-date 2019-06-01.08:00"], later, "perhaps"],
  [["start-date 06-01.08:00 stop-date 06-30.18:00"], later, "perhaps"],
  [["daily all-day"], later, "perhaps"],
  [[old, "daily start-time 08:00 stop-time 18:00"], later, "perhaps"],
  [['description "nothing else"'], later, "perhaps"],
  [[], later, "perhaps"],
];

const scheduler = (lines: readonly string[]) =>
  lines.map((line) => `set schedulers scheduler s ${line}\n`).join("");

function asked(also: string, today: string | undefined): string {
  const text = withPolicy({ policy: "scheduler-name s", also });
  const found = [text, bracesOf(text)].map((each) =>
    ask(read(each, undefined, today), `${pc} tcp 1 [trust > untrust]`).replace(/\d+ \(/g, "L ("),
  );
  assert.equal(found[0], found[1], "in lines and in braces");
  return found[0]!;
}

describe("policies of Junos that have ended", () => {
  for (const [lines, today, expected] of cases) {
    it(`${lines.join(", ") || "no such scheduler"} by ${today}: ${expected}`, () => {
      const wanted = expected === "gone" ? "deny 0" : "permit L (schedule) | deny 0";
      assert.equal(asked(scheduler(lines), today), wanted);
    });
  }

  it("what is switched off or added by a group counts as it does for Junos", () => {
    const both = scheduler([old, "daily all-day"]);
    const off = "deactivate schedulers scheduler s";
    assert.equal(asked(`${both}${off} daily\n`, later), "deny 0");
    assert.equal(asked(`${both}${off}\n`, later), "permit L (schedule) | deny 0");
    const added = "set groups g schedulers scheduler s daily all-day\nset apply-groups g\n";
    assert.equal(asked(scheduler([old]) + added, later), "permit L (schedule) | deny 0");
  });

  it("where a group is missing, so may be a part of the scheduler", () => {
    const found = asked(`${scheduler([old])}set apply-groups elsewhere\n`, later);
    assert.match(found, /^permit L \(match\)/);
  });

  it("a denial that has ended denies nothing", () => {
    const also = `${scheduler([old])}set security policies default-policy permit-all\n`;
    const text = withPolicy({ policy: "-then permit\nthen deny\nscheduler-name s", also });
    assert.match(
      ask(read(text, undefined, later), `${pc} tcp 1 [trust > untrust]`),
      /^permit \d+$/,
    );
  });
});
