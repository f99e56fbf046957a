import { ConfigError } from "../../source.ts";
import { type Block, entriesOf, tableOf } from "./config.ts";

export interface Domain {
  /** Undefined where the device is not divided. */
  vdom: string | undefined;
  own: Block;
  /** Where interfaces stand. */
  global: Block;
}

export const policyTables = [
  "firewall policy",
  "firewall policy6",
  "firewall security-policy",
] as const;

/** What a device that is not divided calls itself. */
const undivided = "root";

/** The virtual domain to judge: the one that is named, or the only one that has policies. */
export function chosenDomain(root: Block, wanted: string | undefined): Domain {
  const global = tableOf(root, "global") ?? root;
  const divided = entriesOf(root, "vdom").map((own): Domain => ({ vdom: own.name, own, global }));
  const whole: Domain = { vdom: undefined, own: root, global: root };
  const all = [whole, ...divided].filter(({ own }) => hasPolicies(own));
  if (all.length === 0) throw new ConfigError("firewall.config.empty", 0);
  const fitting = all.filter(({ vdom = undivided }) => wanted === undefined || vdom === wanted);
  if (fitting.length === 1) return fitting[0]!;
  const lists = all.map(({ vdom = undivided }) => vdom).join(", ");
  throw new ConfigError("firewall.config.which-list", 0, { lists });
}

function hasPolicies(scope: Block): boolean {
  return policyTables.some((table) => (tableOf(scope, table)?.inner.size ?? 0) > 0);
}
