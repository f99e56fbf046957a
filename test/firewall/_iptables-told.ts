import { parseV4, parseV6 } from "../../src/firewall/address.ts";
import type { Policy } from "../../src/firewall/policy.ts";
import { outcomesOf, type Packet } from "../../src/firewall/prove/packet.ts";
import { iptables } from "../../src/firewall/read/iptables.ts";
import { noOptions, type ReadOptions } from "../../src/firewall/read/reader.ts";
import { sourceOfText } from "../../src/firewall/source.ts";
import { actions, type Phase } from "../../src/firewall/table.ts";

/** A packet as far as a test cares. */
export interface Asked {
  from?: string;
  to?: string;
  name?: string;
  sport?: number;
  port?: number;
  protocol?: number;
  phase?: Phase;
  input?: string;
  output?: string;
}

function packet(asked: Asked): Packet {
  const address = (text: string) => parseV4(text) ?? parseV6(text)!;
  return {
    source: address(asked.from ?? "10.20.0.5"),
    sourcePort: asked.sport ?? 50_000,
    destination: asked.name ?? address(asked.to ?? "203.175.190.10"),
    destinationPort: asked.port ?? 443,
    protocol: asked.protocol ?? 6,
    phase: asked.phase ?? "open",
    input: asked.input,
    output: asked.output,
  };
}

export function read(text: string, options: Partial<ReadOptions> = {}): Policy {
  return iptables.read(sourceOfText(text), { ...noOptions, ...options });
}

/** What may happen: `permit 5`, verdict and line. Several where it cannot be told. */
export function told(text: string, asked: Asked, options: Partial<ReadOptions> = {}): string {
  const policy = read(text, options);
  const all = outcomesOf(policy, packet(asked)).map(({ verdict, row, stage }) => {
    const { line } = row < 0 ? policy.stages[stage]! : { line: policy.table.line[row]! };
    return `${verdict} ${line}`;
  });
  return [...new Set(all)].sort().join(", ");
}

/** A filter table; its policy, to drop, is line 2 and the first rule line 3. */
export const filter = (...rules: string[]) =>
  ["*filter", ":FORWARD DROP [0:0]", ...rules, "COMMIT", ""].join("\n");

/** Why rules are unclear, as far as they are: `nat DNAT`. */
export function unclearCodes(text: string): string[] {
  const { table, unknowns } = read(text);
  const rows = Array.from({ length: table.length }, (_, row) => row);
  const codes = rows
    .filter((row) => table.action[row] === actions.unclear)
    .map((row) => unknowns[table.unknown[row]!]!)
    .map(({ code, what }) => `${code} ${what}`);
  return [...new Set(codes)].sort();
}
