import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { formatV4 } from "../../address.ts";
import {
  decides,
  type Plain,
  type PlainRule,
  packets,
  plain,
  type Side,
  written,
} from "../fortios/stage/plain.ts";
import { ask } from "../stage/ask.ts";
import { bracesOf } from "./stage/braces.ts";
import { read } from "./stage/sample.ts";

/** What Junos can say of it: nothing is excluded from sets, no list of applications is negated. */
const sayable = plain.map(
  (world): Plain => ({
    ...world,
    groups: world.groups.map((group) => ({ ...group, excluded: [] })),
    rules: world.rules.map((rule) => ({
      ...rule,
      global: rule.global || rule.from === "any" || rule.to === "any",
      services: { ...rule.services, negated: false },
    })),
  }),
);

/** A configuration in `set` lines, and the line of each policy. */
function printed(world: Plain, permitAll: boolean): { text: string; lines: number[] } {
  const text: string[] = ["set security policies policy-rematch"];
  const lines: number[] = [];
  const book = "set security address-book global";
  const names = (prefix: string, numbers: readonly number[]) =>
    numbers.map((number) => `${prefix}${number}`);
  for (const [at, { lo, hi, bits }] of world.addresses.entries()) {
    const value =
      bits === undefined
        ? `range-address ${formatV4(lo)} to ${formatV4(hi)}`
        : `${formatV4(lo)}/${bits}`;
    text.push(`${book} address host${at} ${value}`);
  }
  for (const [at, { addresses, groups }] of world.groups.entries()) {
    const set = `${book} address-set group${at}`;
    text.push(...names("host", addresses).map((name) => `${set} address ${name}`));
    text.push(...names("group", groups).map((name) => `${set} address-set ${name}`));
  }
  for (const [at, { protocol, to, from }] of world.services.entries()) {
    const application = `set applications application port${at}`;
    text.push(`${application} protocol ${protocol}`);
    text.push(`${application} destination-port ${to.join("-")}`);
    if (from) text.push(`${application} source-port ${from.join("-")}`);
  }
  for (const [at, { services, groups }] of world.serviceGroups.entries()) {
    const set = `set applications application-set ports${at}`;
    text.push(...names("port", services).map((name) => `${set} application ${name}`));
    text.push(...names("ports", groups).map((name) => `${set} application-set ${name}`));
  }
  for (const [at, rule] of world.rules.entries()) {
    lines.push(text.length + 1);
    text.push(...policyLines(rule, at));
  }
  text.push(`set security policies default-policy ${permitAll ? "permit" : "deny"}-all`);
  return { text: text.join("\n"), lines };

  function policyLines(rule: PlainRule, at: number): string[] {
    const { from, to, services } = rule;
    const place = rule.global ? "global" : `from-zone ${from} to-zone ${to}`;
    const policy = `security policies ${place} policy p${at}`;
    const side = (word: string, { addresses, groups, negated }: Side) => [
      `match ${word} [ ${[...names("host", addresses), ...names("group", groups)].join(" ")} ]`,
      ...(negated ? [`match ${word}-excluded`] : []),
    ];
    const applications = [...names("port", services.services), ...names("ports", services.groups)];
    const said = [
      ...side("source-address", rule.source),
      ...side("destination-address", rule.destination),
      ...applications.map((name) => `match application ${name}`),
      ...(rule.global ? [`match from-zone ${from}`] : []),
      ...(rule.global ? [`match to-zone ${to}`] : []),
      ...(rule.scheduled ? ["scheduler-name nights"] : []),
      `then ${rule.permit ? "permit" : "deny"}`,
    ].map((line) => `set ${policy} ${line}`);
    return rule.disabled ? [...said, `deactivate ${policy}`] : said;
  }
}

describe("juniper-srx: against a plain interpreter", () => {
  it("decides every packet by the same policy, in either form", () => {
    fc.assert(
      fc.property(sayable, packets, fc.boolean(), (world, all, permitAll) => {
        const { text, lines } = printed(world, permitAll);
        const last = text.split("\n").length;
        const ordered = [
          ...world.rules.filter(({ global }) => !global),
          ...world.rules.filter(({ global }) => global),
        ];
        const policy = read(text);
        const braces = read(bracesOf(text));
        for (const packet of all) {
          const expected = decides(world, ordered, packet).map((at) => {
            const { permit } = ordered[at] ?? { permit: permitAll };
            const line = at < 0 ? last : lines[world.rules.indexOf(ordered[at]!)];
            return `${permit ? "permit" : "deny"} ${line}`;
          });
          const asked = (from: typeof policy) =>
            ask(from, written(packet)).replaceAll(" (schedule)", "").split(" | ");
          assert.deepEqual([...new Set(asked(policy))].sort(), expected.sort(), written(packet));
          const verdicts = (found: string[]) => [...new Set(found.map((each) => each[0]))].sort();
          assert.deepEqual(verdicts(asked(braces)), verdicts(expected), written(packet));
        }
      }),
      { seed: 7443, numRuns: 300 },
    );
  });
});
