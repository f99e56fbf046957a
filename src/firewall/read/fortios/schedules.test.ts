import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ask } from "../stage/ask.ts";
import { pc, read, withPolicy } from "./stage/sample.ts";

const schedules = `config firewall schedule onetime
  edit "old"
    set start 08:00 2019/06/01
    set end 00:00 2020/01/01
  next
  edit "older"
    set start 08:00 2018/06/01
    set end 18:00 2018/06/30
  next
  edit "coming"
    set start 08:00 2030/06/01
    set end 18:00 2030/06/30
  next
  edit "no day"
    set start 08:00 2019/06/01
    set end 00:00 2020/13/01
  next
  edit "no end"
    set start 08:00 2019/06/01
  next
  edit "both"
    set end 00:00 2020/01/01
  next
end
config firewall schedule recurring
  edit "nights"
    set start 22:00
    set end 06:00
    set day monday
  next
  edit "both"
    set day monday
  next
end
config firewall schedule group
  edit "all old"
    set member "old" "older"
  next
  edit "mixed"
    set member "old" "nights"
  next
  edit "nothing"
  next
  edit "round"
    set member "round"
  next
end
`;

const later = "2026-11-25";
const cases: [policy: string, today: string | undefined, expected: "gone" | "perhaps" | "sure"][] =
  [
    ['schedule "old"', "2020-01-03", "gone"],
    ['schedule "old"', "2020-01-02", "perhaps"],
    ['schedule "old"', undefined, "perhaps"],
    ['schedule "old"\nsome-new-word yes', later, "gone"],
    ['schedule "old"\naction deny', later, "gone"],
    ['schedule "all old"', later, "gone"],
    ['schedule "all old"', "2019-12-31", "perhaps"],
    ['schedule "mixed"', later, "perhaps"],
    ['schedule "nothing"', later, "perhaps"],
    ['schedule "round"', later, "perhaps"],
    ['schedule "coming"', later, "perhaps"],
    ['schedule "nights"', later, "perhaps"],
    ['schedule "no day"', later, "perhaps"],
    ['schedule "no end"', later, "perhaps"],
    ['schedule "both"', later, "perhaps"],
    ['schedule "missing"', later, "perhaps"],
    ['schedule "always"', later, "sure"],
    ["- schedule", later, "sure"],
    ["policy-expiry enable\npolicy-expiry-date 2020-01-01 00:00:00", "2020-01-03", "gone"],
    ["policy-expiry enable\npolicy-expiry-date 2020-01-01 00:00:00", "2020-01-02", "perhaps"],
    ["policy-expiry enable\npolicy-expiry-date 2020-01-01 00:00:00", undefined, "perhaps"],
    ['policy-expiry enable\npolicy-expiry-date-utc "2020-01-01 00:00:00"', later, "gone"],
    ["policy-expiry enable\npolicy-expiry-date-utc 1577836800", later, "perhaps"],
    ["policy-expiry enable", later, "perhaps"],
    ["policy-expiry disable\npolicy-expiry-date 0000-00-00 00:00:00", later, "sure"],
  ];

describe("policies of FortiOS that have ended", () => {
  for (const [policy, today, expected] of cases) {
    it(`${policy.replace("\n", ", ")} by ${today}: ${expected}`, () => {
      const { text } = withPolicy(policy);
      const found = ask(read(schedules + text, undefined, today), `${pc} tcp 443 [port1 > port2]`);
      const wanted = { gone: /^deny 0$/, perhaps: /\(schedule\) \| deny 0$/, sure: /^permit \d+$/ };
      assert.match(found, wanted[expected]);
    });
  }

  it("what a command changes in the schedules is not followed", () => {
    const renamed = schedules.replace("end\n", 'rename "coming" to "old"\nend\n');
    const { text } = withPolicy('schedule "old"');
    const policy = read(renamed + text, undefined, later);
    assert.match(ask(policy, `${pc} tcp 443 [port1 > port2]`), /\(schedule\)/);
  });
});
