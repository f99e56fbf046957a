import { parseV4, parseV6 } from "../../../address.ts";
import type { Policy } from "../../../policy.ts";
import { outcomesOf, type Packet } from "../../../prove/packet.ts";
import { sourceOfText } from "../../../source.ts";
import { nftables } from "../../nftables.ts";
import { noOptions, type ReadOptions } from "../../reader.ts";

export const numbers = { icmp: 1, tcp: 6, udp: 17, icmpv6: 58 } as const;

type Parts = Partial<Omit<Packet, "source" | "destination" | "protocol">> & {
  from?: string;
  to?: string;
  protocol?: keyof typeof numbers;
};

/** A packet to port 443 of a server, but for what is said. */
export function packetOf({
  from = "10.0.0.1",
  to = "192.0.2.1",
  protocol,
  ...rest
}: Parts): Packet {
  return {
    source: parseV4(from) ?? parseV6(from)!,
    destination: parseV4(to) ?? parseV6(to)!,
    protocol: numbers[protocol ?? "tcp"],
    sourcePort: 40_000,
    destinationPort: 443,
    phase: "open",
    input: "eth0",
    output: "eth1",
    ...rest,
  };
}

export function policyOfText(text: string, options: Partial<ReadOptions> = {}): Policy {
  return nftables.read(sourceOfText(text), { ...noOptions, ...options });
}

/** `permit`, or all that may happen: `deny|permit`. */
export function verdictOf(policy: Policy, parts: Parts): string {
  return verdictsOf(policy, packetOf(parts));
}

export function verdictsOf(policy: Policy, packet: Packet): string {
  const found = outcomesOf(policy, packet).map(({ verdict }) => verdict);
  return [...new Set(found)].sort().join("|");
}

/** A table with one forward chain that drops, and these lines in it. */
export function forwarding(rules: string, beside = ""): Policy {
  const chain = `chain f { type filter hook forward priority filter; policy drop;\n${rules}\n}`;
  return policyOfText(`table inet t {\n${beside}\n${chain}\n}\n`);
}

/** Codes of what is unknown, in the order of the rows. */
export function codesOf({ unknowns }: Policy): string[] {
  return unknowns.slice(1).map(({ code }) => code);
}
