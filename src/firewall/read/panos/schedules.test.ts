import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { judge, policyOf, rule } from "./stage/judge.ts";

const later = "2026-11-25";
const old = "2019/06/01@08:00-2020/01/01@00:00";
const older = "2018/06/01@08:00-2018/06/30@18:00";
const coming = "2030/06/01@08:00-2030/06/30@18:00";

/** What schedule `s` is, by which day it is judged, and what may happen to a packet. */
const cases: [type: string, today: string | undefined, expected: "gone" | "perhaps"][] = [
  [`non-recurring ${old}`, "2020-01-03", "gone"],
  [`non-recurring ${old}`, "2020-01-02", "perhaps"],
  [`non-recurring ${old}`, undefined, "perhaps"],
  [`non-recurring [ ${old} ]`, later, "gone"],
  [`non-recurring [ ${older} ${old} ]`, later, "gone"],
  [`non-recurring [ ${older} ${old} ]`, "2019-12-31", "perhaps"],
  [`non-recurring [ ${old} ${coming} ]`, later, "perhaps"],
  [`non-recurring ${coming}`, later, "perhaps"],
  ["non-recurring 2019/06/01@08:00", later, "perhaps"],
  ["non-recurring [ ]", later, "perhaps"],
  ["recurring daily 00:00-23:59", later, "perhaps"],
  [`recurring daily ${old}`, later, "perhaps"],
];

const perhaps = "deny 0, permit 1 schedule";
const scheduled = rule("r", { schedule: "s" });

describe("rules of PAN-OS that have ended", () => {
  for (const [type, today, expected] of cases) {
    it(`${type} by ${today}: ${expected}`, () => {
      const text = `${scheduled}\nset schedule s schedule-type ${type}`;
      assert.equal(
        judge(policyOf(text, undefined, today)),
        expected === "gone" ? "deny 0" : perhaps,
      );
    });
  }

  it("whatever else the rule says", () => {
    const parts = { schedule: "s", action: "deny", application: "ssl" };
    const text = [
      rule("r", parts),
      rule("next", { service: "service-https" }),
      `set schedule s schedule-type non-recurring ${old}`,
    ].join("\n");
    assert.equal(judge(policyOf(text, undefined, later)), "permit 2");
  });

  it("by the nearest schedule of that name", () => {
    const inSystem = scheduled.replace("set ", "set vsys vsys1 ");
    const own = `set vsys vsys1 schedule s schedule-type non-recurring ${old}`;
    const shared = `set shared schedule s schedule-type non-recurring ${coming}`;
    assert.equal(judge(policyOf(`${inSystem}\n${shared}\n${own}`, undefined, later)), "deny 0");
    assert.equal(judge(policyOf(`${inSystem}\n${shared}`, undefined, later)), perhaps);
  });

  it("in every form of a configuration", () => {
    const fields = ["from", "to", "source", "destination", "application", "service"];
    const member = (word: string) => `<${word}><member>any</member></${word}>`;
    const markup = (...types: string[]) =>
      `<config><devices><entry name="localhost.localdomain"><vsys><entry name="vsys1"><rulebase><security><rules>
<entry name="r">${fields.map(member).join("")}<schedule>s</schedule><action>allow</action></entry>
</rules></security></rulebase><schedule>${types.map((type) => `<entry name="s"><schedule-type>${type}</schedule-type></entry>`).join("")}</schedule>
</entry></vsys></entry></devices></config>`;
    const once = `<non-recurring><member>${older}</member><member>${old}</member></non-recurring>`;
    const asked = (text: string) => judge(policyOf(text, undefined, later));
    assert.equal(asked(markup(once)), "deny 0");
    assert.match(asked(markup("<recurring><daily/></recurring>")), /schedule/);
    assert.match(asked(markup(once, "<recurring><daily/></recurring>")), /schedule/);
    assert.match(asked(markup(once, once)), /schedule/);
    const braces = `rulebase { security { rules { r {
${fields.map((word) => `${word} any;`).join("\n")}
schedule s;
action allow;
} } } }
schedule { s { schedule-type { non-recurring [ ${older} ${old} ]; } } }
`;
    assert.equal(asked(braces), "deny 0");
    assert.match(asked(braces.replace(old, coming)), /schedule/);
  });
});
