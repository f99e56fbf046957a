import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { policyOfText, verdictsOf } from "./stage/packets.ts";
import { decide, packets, rulesets } from "./stage/rulesets.ts";

it("decides like a plain first-match walk over the same rules", () => {
  fc.assert(
    fc.property(rulesets, fc.array(packets, { minLength: 40, maxLength: 40 }), (ruleset, all) => {
      const policy = policyOfText(ruleset.text);
      for (const packet of all)
        assert.equal(verdictsOf(policy, packet), decide(ruleset, packet), ruleset.text);
    }),
    { seed: 20261125, numRuns: 1_000 },
  );
});

it("never crashes on what is cut or spoiled", () => {
  const spoiled = fc.tuple(
    rulesets,
    fc.nat(),
    fc.nat(),
    fc.constantFrom("", "{", "}", '"', "\\", "@", "(", "/"),
  );
  fc.assert(
    fc.property(spoiled, ([{ text }, from, length, inside]) => {
      const at = from % text.length;
      try {
        policyOfText(`${text.slice(0, at)}${inside}${text.slice(at + (length % 5))}`);
      } catch (error) {
        assert.equal((error as Error).name, "ConfigError");
      }
    }),
    { seed: 20261126, numRuns: 1_000 },
  );
});

it("never crashes on JSON of another shape", () => {
  const rule = {
    rule: {
      family: "inet",
      table: "t",
      chain: "f",
      expr: [
        {
          match: {
            op: "==",
            left: { payload: { protocol: "tcp", field: "dport" } },
            right: { set: [1, { range: [2, 3] }] },
          },
        },
        {
          vmap: {
            key: { ct: { key: "state" } },
            data: { set: [["new", { jump: { target: "g" } }]] },
          },
        },
        { set: { op: "add", elem: { payload: { protocol: "ip", field: "saddr" } }, set: "@s" } },
        { mangle: { key: { meta: { key: "mark" } }, value: 1 } },
        { drop: null },
      ],
    },
  };
  const chain = {
    chain: { family: "inet", table: "t", name: "f", hook: "forward", prio: 0, type: "filter" },
  };
  const set = {
    set: {
      family: "inet",
      table: "t",
      name: "s",
      elem: [{ elem: { val: "1.2.3.4", expires: 3 } }],
    },
  };
  const whole = { nftables: [chain, set, rule] };
  const other = fc.constantFrom<unknown>(
    null,
    7,
    "x",
    [],
    {},
    [[]],
    { toString: 1 },
    { elem: null },
  );
  fc.assert(
    fc.property(fc.nat(69), other, (at, value) => {
      let seen = -1;
      const changed = JSON.stringify(whole, (_, each: unknown) => {
        seen += 1;
        return seen === at ? value : each;
      });
      try {
        policyOfText(changed);
      } catch (error) {
        assert.equal((error as Error).name, "ConfigError", changed);
      }
    }),
    { seed: 20261127, numRuns: 1_000 },
  );
});
