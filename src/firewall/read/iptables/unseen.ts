import type { PolicyBuilder } from "../../builder.ts";
import type { Policy } from "../../policy.ts";
import { actions } from "../../table.ts";

/** The interface that the kernel does not know, or no longer knows, where these chains are asked. */
const unseen: readonly (readonly [hook: string, side: "input" | "output"])[] = [
  ["PREROUTING", "output"],
  ["INPUT", "output"],
  ["POSTROUTING", "input"],
  ["OUTPUT", "input"],
];

/**
 * A chain of the user may ask for an interface that is not seen from where it was called: what it
 * answers there is not what it answers elsewhere, so the row is in doubt.
 */
export function doubtUnseen({ pools }: PolicyBuilder, { table, chains, stages }: Policy): void {
  for (const [hook, side] of unseen) {
    const bases = stages.filter(({ chain }) => chains[chain]!.name.endsWith(`/${hook}`));
    const reached = new Set(bases.map(({ chain }) => chain));
    for (const chain of reached) {
      for (const row of chains[chain]!.rows) {
        const action = table.action[row];
        if (action === actions.jump || action === actions.goto) reached.add(table.target[row]!);
        if (table[side][row] === 0) continue;
        table.unknown[row] ||= pools.unknowns.number({ code: "match", what: hook });
      }
    }
  }
}
