import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { codesOf, policyOfText, verdictOf } from "./stage/packets.ts";

const later = "2026-11-25";
const span = '"2019-06-01 08:00:00"-"2020-01-01 00:00:00"';

const cases: [rule: string, today: string | undefined, expected: "gone" | "perhaps"][] = [
  ['meta time < "2020-01-01 00:00:00" accept', "2020-01-03", "gone"],
  ['meta time < "2020-01-01 00:00:00" accept', "2020-01-02", "perhaps"],
  ['meta time < "2020-01-01 00:00:00" accept', undefined, "perhaps"],
  ['time <= "2020-01-01" accept', later, "gone"],
  ['meta time "2019-06-01 08:00:00" accept', later, "gone"],
  [`meta time ${span} tcp dport 443 accept`, later, "gone"],
  [`meta time ${span} accept`, "2019-12-31", "perhaps"],
  [`meta time { ${span}, "2018-01-01"-"2018-02-01" } accept`, later, "gone"],
  [`meta time { ${span}, "2030-01-01"-"2030-02-01" } accept`, later, "perhaps"],
  ['meta time >= "2018-01-01" meta time < "2020-01-01" accept', later, "gone"],
  ['meta time >= "2018-01-01" meta time < "2030-01-01" accept', later, "perhaps"],
  [`meta time != ${span} accept`, later, "perhaps"],
  ['meta time > "2020-01-01 00:00:00" accept', later, "perhaps"],
  ['meta time < "2030-01-01 00:00:00" accept', later, "perhaps"],
  ['meta time < "2020-01-01 in the morning" accept', later, "perhaps"],
  ["meta time < 1577836800 accept", later, "perhaps"],
  ['meta hour < "09:00" accept', later, "perhaps"],
];

const forwarding = (rules: string, policy = "drop") =>
  `table inet t {
    chain f { type filter hook forward priority filter; policy ${policy};
      ${rules}
    }
  }`;

describe("rules of nftables for a time that has passed", () => {
  for (const [rule, today, expected] of cases) {
    it(`${rule} by ${today}: ${expected}`, () => {
      const policy = policyOfText(forwarding(rule), { today });
      assert.equal(verdictOf(policy, {}), expected === "gone" ? "deny" : "deny|permit");
      assert.deepEqual([...new Set(codesOf(policy))], expected === "gone" ? [] : ["schedule"]);
    });
  }

  it("a denial denies nothing any more", () => {
    const rule = 'meta time < "2020-01-01 00:00:00" drop';
    const policy = policyOfText(forwarding(rule, "accept"), { today: later });
    assert.equal(verdictOf(policy, {}), "permit");
  });

  it("as JSON too", () => {
    const read = (op: string, right: unknown, today: string | undefined) => {
      const place = { family: "inet", table: "t" };
      const match = { op, left: { meta: { key: "time" } }, right };
      const base = { type: "filter", hook: "forward", prio: 0, policy: "drop" };
      const nftables = [
        { table: { family: "inet", name: "t" } },
        { chain: { ...place, name: "f", ...base } },
        { rule: { ...place, chain: "f", expr: [{ match }, { accept: null }] } },
      ];
      return verdictOf(policyOfText(JSON.stringify({ nftables }), { today }), {});
    };
    const range = { range: ["2019-06-01 08:00:00", "2020-01-01 00:00:00"] };
    assert.equal(read("<", "2020-01-01 00:00:00", later), "deny");
    assert.equal(read("<", "2020-01-01 00:00:00", undefined), "deny|permit");
    assert.equal(read("==", range, later), "deny");
    assert.equal(read("==", { set: [range] }, later), "deny");
    assert.equal(read("==", range, "2019-12-31"), "deny|permit");
    assert.equal(read("!=", range, later), "deny|permit");
  });
});
