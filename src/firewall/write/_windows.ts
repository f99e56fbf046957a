import { blocksOf, portTexts } from "./_addresses.ts";
import { blockText } from "./_book.ts";
import { limits } from "./_limits.ts";
import { type Sorted, sorted } from "./_request.ts";
import { chunks } from "./_text.ts";

/** One rule of the Windows Firewall, on the PC itself. */
export interface WindowsRule {
  name: string;
  direction: "Outbound" | "Inbound";
  protocol: "TCP" | "UDP";
  local: readonly string[];
  remote: readonly string[];
  ports: readonly string[];
  comment: string;
}

export const windowsHint =
  "Windows permits outbound by default; these matter where that is blocked.";

/** What the Windows Firewall can say: it knows no names. */
export const windowsPart = (request: Parameters<typeof sorted>[0]): Sorted =>
  sorted(request, { names: false, wildcards: false, inbound: true });

/** Long lists are cut into several rules of the same group. */
export function windowsRules({ openings }: Sorted): WindowsRule[] {
  return openings.flatMap((opening) => {
    const outbound = opening.direction === "outbound";
    const sources = blocksOf(opening.sources).map(blockText);
    const destinations = blocksOf(opening.destinations).map(blockText);
    const lists = product(
      chunks(outbound ? sources : destinations, limits.windowsList),
      chunks(outbound ? destinations : sources, limits.windowsList),
      chunks(portTexts(opening.ports), limits.windowsList),
    );
    return lists.map(([local, remote, ports], at) => ({
      name: lists.length === 1 ? opening.name : `${opening.name}.${at + 1}`,
      direction: outbound ? "Outbound" : "Inbound",
      protocol: opening.transport === "tcp" ? "TCP" : "UDP",
      local,
      remote,
      ports,
      comment: opening.comment,
    }));
  });
}

function product<T>(a: readonly T[], b: readonly T[], c: readonly T[]): (readonly [T, T, T])[] {
  return a.flatMap((x) => b.flatMap((y) => c.map((z) => [x, y, z] as const)));
}
