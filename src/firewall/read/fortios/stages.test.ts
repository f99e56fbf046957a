import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ask } from "../stage/ask.ts";
import { objects, pc, read, withPolicy } from "./stage/sample.ts";

describe("fortios: what comes before policies", () => {
  const vips = `config firewall vip
    edit "web"
      set extip 198.51.100.10
      set mappedip "10.20.1.1"
      set extintf "port2"
      set portforward enable
      set extport 443
      set mappedport 8443
    next
    edit "idle"
      set extip 198.51.100.11
      set mappedip "10.20.1.2"
      set extintf "any"
    next
    edit "grouped"
      set extip 198.51.100.12-198.51.100.13
      set mappedip "10.20.1.3-10.20.1.4"
      set extintf "any"
    next
  end
  config firewall vipgrp
    edit "group"
      set interface any
      set member "grouped"
    next
  end\n`;
  const line = objects.split("\n").length;

  it("a rewritten destination is another packet, if a policy names the virtual address", () => {
    const { text } = withPolicy('dstaddr "web" "group"');
    const policy = read(text.replace("config firewall policy", `${vips}config firewall policy`));
    const asked = (packet: string) => ask(policy, `10.20.1.5 > ${packet}`);
    assert.equal(
      asked("198.51.100.10 tcp 443 [port2 > port1]"),
      `unclear ${line + 1} (nat) | deny 0`,
    );
    assert.equal(asked("198.51.100.10 tcp 80 [port2 > port1]"), "deny 0");
    assert.equal(asked("198.51.100.10 tcp 443 [port1 > port2]"), "deny 0");
    assert.equal(asked("198.51.100.11 tcp 443 [port1 > port2]"), "deny 0");
    assert.match(asked("198.51.100.13 tcp 80 [port1 > port2]"), /^unclear \d+ \(nat\) \| deny 0$/);
  });

  it("a virtual address that no policy names changes nothing", () => {
    const { text } = withPolicy();
    const policy = read(text.replace("config firewall policy", `${vips}config firewall policy`));
    const found = ask(policy, "10.20.1.5 > 198.51.100.10 tcp 443 [port1 > port2]");
    assert.match(found, /^permit \d+$/);
  });

  it("security policies are asked after the policies for inspection", () => {
    const security = `config system settings
      set ngfw-mode policy-based
    end
    config firewall security-policy
      edit 1
        set name "web"
        set srcintf "port1"
        set dstintf "port2"
        set srcaddr "all"
        set dstaddr "bank"
        set action accept
        set schedule "always"
        set enforce-default-app-port enable
      next
      edit 2
        set srcintf "port1"
        set dstintf "port2"
        set srcaddr "all"
        set dstaddr "all"
        set action accept
        set schedule "always"
        set app-category 25
      next
    end`;
    const policy = read(`${withPolicy("- action").text}${security}`);
    assert.equal(policy.stages.length, 2);
    assert.match(ask(policy, `${pc} tcp 443 [port1 > port2]`), /^permit \d+$/);
    const other = ask(policy, "10.20.1.5 > 198.18.0.1 tcp 443 [port1 > port2]");
    assert.match(other, /^permit \d+ \(application\) \| deny 0$/);
  });

  it("a schedule is judged by its days, also the one called always", () => {
    const schedules = `config firewall schedule recurring
      edit "always"
        set day sunday
      next
      edit "whole week"
        set day sunday monday tuesday wednesday thursday friday saturday
      next
    end\n`;
    const ask1 = (changes?: string) =>
      ask(read(schedules + withPolicy(changes).text), `${pc} tcp 443 [port1 > port2]`);
    assert.match(ask1(), /\(schedule\)/);
    assert.match(ask1('schedule "whole week"'), /^permit \d+$/);
  });

  it("names what drops packets and is not judged", () => {
    const acl = "config firewall acl\nedit 1\nset interface port1\nnext\nend\n";
    assert.deepEqual(read(acl + withPolicy().text).notUnderstood, [
      { line: 2, what: "firewall acl" },
    ]);
  });

  it("doubts policies that a command moves", () => {
    const { text } = withPolicy();
    const moved = text.replace(/next\nend\n$/, "next\nmove 7 after 9\nend\n");
    assert.match(
      ask(read(moved), `${pc} tcp 443 [port1 > port2]`),
      /^permit \d+ \(match\) \| deny/,
    );
  });
});
