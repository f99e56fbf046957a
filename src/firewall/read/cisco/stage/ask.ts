import { parseV4, parseV6 } from "../../../address.ts";
import type { Policy } from "../../../policy.ts";
import { outcomesOf, type Packet } from "../../../prove/packet.ts";
import type { Phase } from "../../../table.ts";

const protocols: Readonly<Record<string, number>> = {
  tcp: 6,
  udp: 17,
  icmp: 1,
  icmp6: 58,
  gre: 47,
};

export interface Way {
  input?: string;
  output?: string;
  phase?: Phase;
}

/** `tcp 10.0.0.1:50000 > 203.0.113.9:443`; ICMP has `type.code` for the port; IPv6 stands in brackets. */
export function packetOf(text: string, { input, output, phase = "open" }: Way = {}): Packet {
  const [protocol = "", from = "", , to = ""] = text.split(" ");
  const source = endOf(from);
  const destination = endOf(to);
  return {
    source: source.address as number | bigint,
    sourcePort: source.port,
    destination: destination.address,
    destinationPort: destination.port,
    protocol: protocols[protocol]!,
    phase,
    input,
    output,
  };
}

/** Verdicts with the line that decides, 0 where none does: `permit 3`, or `deny 0, permit 3`. */
export function ask(policy: Policy, text: string, way: Way = {}): string {
  const found = outcomesOf(policy, packetOf(text, way)).map(({ verdict, row }) => {
    return `${verdict} ${row < 0 ? 0 : policy.table.line[row]}`;
  });
  return [...new Set(found)].sort().join(", ");
}

/** The codes of every row that matches perhaps, in the order of the rows. */
export function codesOf({ table, unknowns }: Policy): string[] {
  return Array.from(table.unknown.subarray(0, table.length))
    .filter((number) => number !== 0)
    .map((number) => unknowns[number]!.code);
}

function endOf(text: string) {
  const [, host = "", port = "0"] = /^(?:\[(?=.*\]))?([^\]]*?)\]?(?::([\d.]+))?$/.exec(text) ?? [];
  const [type, code] = port.split(".");
  return {
    address: parseV4(host) ?? parseV6(host) ?? host,
    port: code === undefined ? Number(type) : Number(type) * 256 + Number(code),
  };
}
