import fc from "fast-check";
import type { Policy } from "../../../policy.ts";
import { outcomesOf, type Packet } from "../../../prove/packet.ts";

/** Blocks that overlap, and addresses at their borders: few of both, so that rules meet packets. */
export const blocks = [
  "0.0.0.0/0",
  "8.0.0.0/6",
  "8.8.0.0/16",
  "8.8.8.0/25",
  "8.8.8.8/32",
  "10.0.0.0/8",
];
const addresses = [0x0a000001, 0x08080808, 0x08080809, 0x080808ff, 0x08090000, 0x0c000000, 0];
const ports = [0, 22, 79, 80, 443, 444, 65_535];

/** Whether a block holds an address, by comparing bits and not by ranges. */
export function holds(block: string, address: number | bigint | string): boolean {
  const [network = "", length = "32"] = block.split("/");
  const bits = (value: number) => value.toString(2).padStart(32, "0").slice(0, Number(length));
  const value = network.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
  return bits(value) === bits(address as number);
}

export const somePort = fc.constantFrom(...ports);
export const someBlock = fc.constantFrom(...blocks);
export const somePorts = fc
  .tuple(somePort, somePort)
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

export const somePacket: fc.Arbitrary<Packet> = fc.record({
  source: fc.constantFrom(...addresses),
  destination: fc.constantFrom(...addresses),
  sourcePort: somePort,
  destinationPort: somePort,
  protocol: fc.constantFrom(6, 17),
  phase: fc.constantFrom("open", "data", "reply", "replyData"),
  input: fc.constant(undefined),
  output: fc.constant(undefined),
});

/** Everything that may happen, in words. */
export function verdicts(policy: Policy, packet: Packet): string {
  return [...new Set(outcomesOf(policy, packet).map(({ verdict }) => verdict))].sort().join();
}

/** What a rule of a plain interpreter says to a packet. */
export interface Said {
  match: "yes" | "no" | "perhaps";
  verdict: "permit" | "deny";
}

/** Rule after rule, with everything that may happen; a packet about which none decides is denied. */
export function firstMatch(rules: readonly Said[]): string {
  const found = new Set<string>();
  for (const { match, verdict } of rules) {
    if (match === "no") continue;
    found.add(verdict);
    if (match === "yes") return [...found].sort().join();
  }
  return [...found.add("deny")].sort().join();
}
