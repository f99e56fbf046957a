import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { outcomesOf } from "../../prove/packet.ts";
import { ConfigError, sourceOfText } from "../../source.ts";
import { panos } from "../panos.ts";
import { noOptions } from "../reader.ts";
import { configurations, packets } from "./stage/arbitrary.ts";
import type { Configuration } from "./stage/configuration.ts";
import { interpret, type PlainPacket } from "./stage/interpreter.ts";
import { asBraces, asCommands, asMarkup } from "./stage/print.ts";

/** What the reader makes of a text, for each packet: `permit 12` with the line that decides. */
function judged(text: string, sample: readonly PlainPacket[]): string[] {
  const policy = panos.read(sourceOfText(text), noOptions);
  assert.deepEqual(policy.notUnderstood, []);
  return sample.map((packet) => {
    const outcomes = outcomesOf(policy, {
      source: packet.source,
      sourcePort: packet.sourcePort,
      destination: packet.destination,
      destinationPort: packet.port,
      protocol: packet.protocol === "tcp" ? 6 : 17,
      phase: "open",
      input: packet.from,
      output: packet.to,
    });
    const said = outcomes.map(({ verdict, row, stage }) => {
      const line = row < 0 ? policy.stages[stage]!.line : policy.table.line[row]!;
      return `${verdict} ${line}`;
    });
    return sorted(said);
  });
}

function expected(configuration: Configuration, text: string, packet: PlainPacket): string {
  const lines = text.split("\n");
  const said = [...interpret(configuration, packet)].map((outcome) => {
    const [verdict = "", ...name] = outcome.split(" ");
    return `${verdict} ${1 + lines.findIndex((line) => line.includes(name.join(" ")))}`;
  });
  return sorted(said);
}

function sorted(said: readonly string[]): string {
  return [...new Set(said)].sort().join(", ");
}

describe("every form of a random configuration", () => {
  it("is judged as a plain interpreter judges it, with the same deciding lines", () => {
    const style = fc.record({ vsys: fc.boolean(), lists: fc.boolean(), whole: fc.boolean() });
    const sample = fc.array(packets, { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(configurations, style, sample, (configuration, chosen, some) => {
        const forms = [
          asCommands(configuration, chosen),
          asMarkup(configuration),
          asBraces(configuration),
        ];
        for (const text of forms) {
          const wanted = some.map((packet) => expected(configuration, text, packet));
          assert.deepEqual(judged(text, some), wanted, text);
        }
      }),
      { seed: 20180524, numRuns: 250 },
    );
  });
});

describe("a damaged configuration", () => {
  it("ends in an error with a place, or in a policy", () => {
    const style = { vsys: true, lists: true, whole: false };
    const noise = fc.constantFrom(
      '"',
      "[",
      "{",
      "}",
      "]",
      ";",
      "<",
      "\n",
      "\0",
      "]]>",
      "&x;",
      "\\",
      "#",
    );
    const damage = fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), noise), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(configurations, damage, fc.boolean(), (configuration, places, cut) => {
        for (const print of [asMarkup, asBraces, (c: Configuration) => asCommands(c, style)]) {
          let text = print(configuration);
          for (const [share, sign] of places) {
            const at = Math.floor(share * text.length);
            text = text.slice(0, at) + sign + (cut ? "" : text.slice(at));
          }
          try {
            panos.read(sourceOfText(text), noOptions);
          } catch (error) {
            assert.ok(error instanceof ConfigError, `${error}\n${text}`);
          }
        }
      }),
      { seed: 20180524, numRuns: 250 },
    );
  });
});
