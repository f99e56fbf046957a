import { ConfigError } from "../../source.ts";
import { find, newStatement, put, type Statement, within } from "./statement.ts";

/** One firewall of those in a device: itself, or one of its parts. */
export interface System {
  name: string;
  /** Where its interfaces, routes and applications stand. */
  own: Statement;
  security: Statement;
}

/** What the device itself is called among its parts. */
const whole = "root";

/** The system to judge: the one that is named, or the only one that has policies. */
export function chosenSystem(root: Statement, wanted: string | undefined): System {
  const parts = ["logical-systems", "tenants"].flatMap((kind) => within(root, kind));
  const all = [
    { name: whole, own: root, security: securityOf(root) },
    ...parts.map((own) => ({ name: own.word, own, security: find(own, "security") })),
  ].filter((each): each is System => hasPolicies(each.security));
  if (all.length === 0) throw new ConfigError("firewall.config.empty", 0);
  const fitting = all.filter(({ name }) => wanted === undefined || name === wanted);
  if (fitting.length === 1) return fitting[0]!;
  const lists = all.map(({ name }) => name).join(", ");
  throw new ConfigError("firewall.config.which-list", 0, { lists });
}

/** People bring parts: `show configuration security`, `show configuration security policies`. */
function securityOf(root: Statement): Statement | undefined {
  const security = find(root, "security");
  if (security) return security;
  if (find(root, "policies")) return root;
  if (!find(root, "from-zone")) return undefined;
  const made = newStatement("security", root.line);
  put(made, { ...root, word: "policies" });
  return made;
}

/** Also such as are switched off: a firewall without any has nothing to be judged by. */
function hasPolicies(security: Statement | undefined): boolean {
  const policies = find(security, "policies");
  return ["from-zone", "global", "default-policy"].some((word) => policies?.inner.has(word));
}

export interface ZonePair {
  from: string;
  to: string;
  policies: Statement[];
}

/** The policies between each two zones, in the order of the file. */
export function pairsOf(policies: Statement | undefined): ZonePair[] {
  return within(policies, "from-zone").flatMap((from) =>
    within(from, "to-zone").map((to) => ({
      from: from.word,
      to: to.word,
      policies: within(to, "policy"),
    })),
  );
}
