import { parseV4, parseV6 } from "../../address.ts";
import type { Policy } from "../../policy.ts";
import { outcomesOf, type Packet } from "../../prove/packet.ts";

/**
 * What may happen to a packet that opens a connection, `permit 12` or `deny 0`, with the
 * deciding line, or for what is uncertain all that may happen and why:
 * `permit 12 (schedule) | deny 0`. A packet is `10.0.0.1 > 10.1.0.1 tcp 443 [port1 > port2]`.
 */
export function ask(policy: Policy, packet: string): string {
  const outcomes = outcomesOf(policy, packetOf(packet)).map(({ verdict, row, stage }) => {
    if (row < 0) return `${verdict} ${policy.stages[stage]!.line}`;
    const unknown = policy.unknowns[policy.table.unknown[row]!]!;
    const why = policy.table.unknown[row] === 0 ? "" : ` (${unknown.code})`;
    return `${verdict} ${policy.table.line[row]}${why}`;
  });
  return [...new Set(outcomes)].join(" | ");
}

const protocols: Record<string, number> = { tcp: 6, udp: 17, icmp: 1, icmp6: 58, sctp: 132 };
const sourcePort = 50_000;

function packetOf(text: string): Packet {
  const [source, , destination, protocol, port, from, , to] = text.split(/[\s[\]]+/);
  const icmp = protocol?.startsWith("icmp");
  const [wanted, own] = port!.split(":");
  return {
    source: address(source!) as number,
    sourcePort: icmp ? 0 : Number(own ?? sourcePort),
    destination: address(destination!),
    destinationPort: Number(wanted),
    protocol: protocols[protocol!] ?? Number(protocol),
    phase: "open",
    input: from || undefined,
    output: to || undefined,
  };
}

function address(text: string): number | bigint | string {
  return parseV4(text) ?? parseV6(text) ?? text;
}
