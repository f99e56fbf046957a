import assert from "node:assert/strict";
import { parseV4, parseV6 } from "../../../address.ts";
import type { Policy } from "../../../policy.ts";
import { type Outcome, outcomesOf } from "../../../prove/packet.ts";
import { ConfigError, sourceOfText } from "../../../source.ts";
import { panos } from "../../panos.ts";
import { noOptions } from "../../reader.ts";

export function policyOf(text: string, list?: string, today?: string): Policy {
  return panos.read(sourceOfText(text), { ...noOptions, list, today });
}

export interface Crossing {
  from?: string;
  to?: string;
  source?: string;
  sourcePort?: number;
  /** An address, or a name. */
  destination?: string;
  /** `tcp/443` */
  service?: string;
}

/** What may happen to a packet, sorted: `permit 12`, or `deny 3 application` where it is in doubt. */
export function judge(policy: Policy, crossing: Crossing = {}): string {
  const { source = "10.20.1.1", sourcePort = 50_000, service = "tcp/443" } = crossing;
  const { destination = "203.0.113.7" } = crossing;
  const [protocol, port] = service.split("/");
  const outcomes = outcomesOf(policy, {
    source: parseV4(source) ?? parseV6(source)!,
    sourcePort,
    destination: parseV4(destination) ?? parseV6(destination) ?? destination,
    destinationPort: Number(port ?? 0),
    protocol: protocol === "tcp" ? 6 : protocol === "udp" ? 17 : 1,
    phase: "open",
    input: crossing.from ?? "trust",
    output: crossing.to ?? "untrust",
  });
  const said = outcomes.map((outcome) => describe(policy, outcome));
  return [...new Set(said)].sort().join(", ");
}

function describe({ table, stages, unknowns }: Policy, { verdict, row, stage }: Outcome): string {
  const line = row < 0 ? stages[stage]!.line : table.line[row]!;
  const doubt =
    row < 0 || table.unknown[row] === 0 ? "" : ` ${unknowns[table.unknown[row]!]!.code}`;
  return `${verdict} ${line}${doubt}`;
}

/** Why a rule matches only perhaps: `fqdn pay.example.com`. */
export function doubts({ unknowns }: Policy): string[] {
  return unknowns.slice(1).map(({ code, what }) => `${code} ${what}`);
}

/** The key and values of the error that reading ends in. */
export function errorOf(text: string, list?: string) {
  try {
    policyOf(text, list);
  } catch (error) {
    assert.ok(error instanceof ConfigError, String(error));
    return { key: error.key, ...error.values };
  }
  return undefined;
}

/** A complete rule in one command; `parts` come after what they may add to or replace. */
export function rule(name: string, parts: Record<string, string> = {}): string {
  const whole = {
    from: "trust",
    to: "untrust",
    source: "any",
    destination: "any",
    application: "any",
    service: "any",
    action: "allow",
    ...parts,
  };
  const words = Object.entries(whole).map(([word, value]) => `${word} ${value}`);
  return `set rulebase security rules "${name}" ${words.join(" ")}`;
}
