import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { outcomesOf, type Packet } from "../../src/firewall/prove/packet.ts";
import { iptables } from "../../src/firewall/read/iptables.ts";
import { noOptions } from "../../src/firewall/read/reader.ts";
import { sourceOfText } from "../../src/firewall/source.ts";
import { models, modelText, packets, verdictOf } from "./_iptables-model.ts";

test("every verdict and its line is that of a plain first-match interpreter", () => {
  const seen = { permit: 0, deny: 0 };
  fc.assert(
    fc.property(models, fc.array(packets, { minLength: 8, maxLength: 8 }), (model, all) => {
      const text = modelText(model);
      const policy = iptables.read(sourceOfText(text), noOptions);
      for (const packet of all) {
        const found = outcomesOf(policy, packet).map(({ verdict, row, stage }) => {
          const line = row < 0 ? policy.stages[stage]!.line : policy.table.line[row];
          return `${verdict} ${line}`;
        });
        const expected = verdictOf(model, packet);
        assert.deepEqual([...new Set(found)], [expected], describe(text, packet));
        seen[expected.startsWith("permit") ? "permit" : "deny"] += 1;
      }
    }),
    { seed: 11, numRuns: 1000 },
  );
  assert.ok(seen.permit > 1000 && seen.deny > 1000);
});

function describe(text: string, packet: Packet): string {
  return `${text}\n${JSON.stringify(packet)}`;
}
