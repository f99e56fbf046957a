import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { formatV4 } from "../../address.ts";
import { netmask } from "../../cidr.ts";
import { ask } from "../stage/ask.ts";
import { decides, type Plain, packets, plain, type Side, written } from "./stage/plain.ts";
import { read } from "./stage/sample.ts";

/** A configuration of FortiOS, and the line of each policy. */
function printed(world: Plain): { text: string; lines: number[] } {
  const text: string[] = [];
  const lines: number[] = [];
  const table = (name: string, entries: [name: string, ...sets: string[]][]) => {
    text.push(`config ${name}`);
    for (const [entry, ...sets] of entries) {
      text.push(`edit ${entry}`);
      if (name === "firewall policy") lines.push(text.length);
      text.push(...sets.filter((set) => set !== "").map((set) => `set ${set}`), "next");
    }
    text.push("end");
  };
  const names = (prefix: string, numbers: readonly number[]) =>
    numbers.map((number) => `"${prefix} ${number}"`);
  table(
    "firewall address",
    world.addresses.map(({ lo, hi, bits }, at) =>
      bits === undefined
        ? [`"host ${at}"`, "type iprange", `start-ip ${formatV4(lo)}`, `end-ip ${formatV4(hi)}`]
        : [`"host ${at}"`, `subnet ${formatV4(lo)} ${netmask(bits)}`],
    ),
  );
  table(
    "firewall addrgrp",
    world.groups.map(({ addresses, groups, excluded }, at) => [
      `"group ${at}"`,
      `member ${[...names("host", addresses), ...names("group", groups)].join(" ")}`,
      ...(excluded.length > 0 ? ["exclude enable"] : []),
      `exclude-member ${names("host", excluded).join(" ")}`,
    ]),
  );
  table(
    "firewall service custom",
    world.services.map(({ protocol, to, from }, at) => [
      `"port ${at}"`,
      `${protocol}-portrange ${to.join("-")}${from ? `:${from.join("-")}` : ""}`,
    ]),
  );
  table(
    "firewall service group",
    world.serviceGroups.map(({ services, groups }, at) => [
      `"ports ${at}"`,
      `member ${[...names("port", services), ...names("ports", groups)].join(" ")}`,
    ]),
  );
  const side = (word: string, { addresses, groups, negated }: Side) => [
    `${word} ${[...names("host", addresses), ...names("group", groups)].join(" ")}`,
    negated ? `${word}-negate enable` : "",
  ];
  table(
    "firewall policy",
    world.rules.map((rule, at) => [
      String(100 - at),
      `srcintf "${rule.from}"`,
      `dstintf "${rule.to}"`,
      rule.permit ? "action accept" : "",
      ...side("srcaddr", rule.source),
      ...side("dstaddr", rule.destination),
      `service ${[...names("port", rule.services.services), ...names("ports", rule.services.groups)].join(" ")}`,
      rule.services.negated ? "service-negate enable" : "",
      rule.disabled ? "status disable" : "",
      `schedule "${rule.scheduled ? "nights" : "always"}"`,
    ]),
  );
  return { text: text.join("\n"), lines };
}

describe("fortios: against a plain interpreter", () => {
  it("decides every packet by the same policy", () => {
    fc.assert(
      fc.property(plain, packets, (world, all) => {
        const { text, lines } = printed(world);
        const policy = read(text);
        for (const packet of all) {
          const expected = decides(world, world.rules, packet).map((at) =>
            at < 0 ? "deny 0" : `${world.rules[at]!.permit ? "permit" : "deny"} ${lines[at]}`,
          );
          const found = ask(policy, written(packet)).replaceAll(" (schedule)", "").split(" | ");
          assert.deepEqual([...new Set(found)].sort(), expected.sort(), written(packet));
        }
      }),
      { seed: 7443, numRuns: 500 },
    );
  });
});
