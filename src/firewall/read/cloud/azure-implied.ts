import type { NsgRule } from "./azure-group.ts";

type Implied = [
  direction: string,
  priority: number,
  source: string,
  destination: string,
  access: string,
];

/** The rules that every group ends with, whether the file shows them or not. */
const implied: readonly Implied[] = [
  ["Outbound", 65_000, "VirtualNetwork", "VirtualNetwork", "Allow"],
  ["Outbound", 65_001, "*", "Internet", "Allow"],
  ["Outbound", 65_500, "*", "*", "Deny"],
  ["Inbound", 65_000, "VirtualNetwork", "VirtualNetwork", "Allow"],
  ["Inbound", 65_001, "AzureLoadBalancer", "*", "Allow"],
  ["Inbound", 65_500, "*", "*", "Deny"],
];

/** They stand where their group does. */
export function impliedRules(line: number): NsgRule[] {
  return implied.map(([direction, priority, source, destination, access]) => {
    const members = new Map<string, string | number>([
      ["direction", direction],
      ["priority", priority],
      ["protocol", "*"],
      ["access", access],
      ["sourceAddressPrefix", source],
      ["destinationAddressPrefix", destination],
      ["sourcePortRange", "*"],
      ["destinationPortRange", "*"],
    ]);
    return { line, properties: { line, members }, doubt: undefined };
  });
}
