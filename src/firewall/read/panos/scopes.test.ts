import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { errorOf, judge, policyOf, rule } from "./stage/judge.ts";

const fields = "from trust to untrust source any application any service any";

function inPanorama(place: string, base: string, name: string, rest: string): string {
  return `set ${place} ${base} security rules ${name} ${fields} ${rest}`;
}

describe("where rules and objects of PAN-OS stand", () => {
  it("tries shared, groups from the outside, the firewall, and back", () => {
    const text = [
      rule("local", { destination: "198.51.100.3" }),
      inPanorama("shared", "post-rulebase", "last", "destination any action deny"),
      inPanorama(
        "device-group seoul",
        "post-rulebase",
        "after",
        "destination 198.51.100.4 action allow",
      ),
      inPanorama(
        "device-group seoul",
        "pre-rulebase",
        "before",
        "destination 198.51.100.2 action allow",
      ),
      inPanorama(
        "device-group korea",
        "pre-rulebase",
        "parent",
        "destination 198.51.100.2 action drop",
      ),
      inPanorama("shared", "pre-rulebase", "first", "destination 198.51.100.1 action deny"),
      "set readonly devices localhost.localdomain device-group seoul parent-dg korea",
    ].join("\n");
    const chosen = policyOf(text, "seoul");
    assert.deepEqual([...chosen.table.line.subarray(0, 6)], [6, 5, 4, 1, 3, 2]);
    assert.equal(judge(chosen, { destination: "198.51.100.2" }), "deny 5");
    assert.equal(judge(policyOf(text, "korea"), { destination: "198.51.100.4" }), "deny 2");
  });

  it("does not go round with device groups that are each other's parents", () => {
    const text = [
      inPanorama("device-group a", "pre-rulebase", "r", "destination any action allow"),
      "set device-group a parent-dg b",
      "set device-group b parent-dg a",
    ].join("\n");
    assert.equal(judge(policyOf(text, "a")), "permit 1");
  });

  it("looks a name up in the group, its parents, and what is shared", () => {
    const named = inPanorama("device-group a", "pre-rulebase", "r", "destination x action allow");
    const shared = "set shared address x ip-netmask 198.51.100.1";
    const own = "set device-group a address x ip-netmask 203.0.113.7";
    assert.equal(judge(policyOf(`${named}\n${shared}\n${own}`)), "permit 1");
    assert.equal(judge(policyOf(`${named}\n${shared}`)), "deny 0");
    const other = "set device-group b address x ip-netmask 203.0.113.7";
    assert.equal(judge(policyOf(`${named}\n${other}`, "a")), "deny 0, permit 1 object-missing");
  });

  it("asks which of several systems or groups is meant", () => {
    const one = rule("r").replace("set ", "set vsys vsys1 ");
    const two = rule("r", { action: "deny" }).replace("set ", 'set vsys "vsys 2" ');
    const text = `${one}\n${two}`;
    const asked = { key: "firewall.config.which-list", line: 0, lists: "vsys1, vsys 2" };
    assert.deepEqual(errorOf(text), asked);
    assert.deepEqual(errorOf(text, "vsys3"), asked);
    assert.equal(judge(policyOf(text, "vsys 2")), "deny 2");
    assert.equal(judge(policyOf(`${one}\nset vsys vsys2 zone dmz network layer3 [ ]`)), "permit 1");
  });

  it("takes shared rules where there is nothing else", () => {
    assert.equal(
      judge(policyOf(inPanorama("shared", "pre-rulebase", "r", "destination any action allow"))),
      "permit 1",
    );
  });

  it("takes the nearest change of a default", () => {
    const change = (place: string, action: string) =>
      `set ${place} post-rulebase default-security-rules rules interzone-default action ${action}`;
    const text = [
      inPanorama("device-group a", "pre-rulebase", "r", "destination 192.0.2.1 action allow"),
      change("shared", "deny"),
      change("device-group a", "allow"),
    ].join("\n");
    assert.equal(judge(policyOf(text)), "permit 3");
  });
});
