import type { Guide } from "../../guide/guide.ts";
import type { Case } from "../case.ts";
import type { JudgedCheck } from "../check.ts";
import { type Listening, listeningAgents } from "../check-agents.ts";
import { reason } from "../layer.ts";

type Named = Guide["agents"][number] & { name: string };

/**
 * Names under which pages call older programs on this PC. Such a name must lead to the program's
 * own address; where a newer one of the same role answers, nobody calls it.
 */
export function judgeLocalNames(the: Case): JudgedCheck[] {
  const named = the.guide.agents.filter((agent): agent is Named => agent.name !== undefined);
  return named.flatMap((agent) => {
    const listening = listeningAgents(the, agent.role);
    // Where nothing answers there is nothing that a name could lead to.
    return listening.length > 0 ? [judge(the, agent, listening)] : [];
  });
}

function judge(the: Case, { id, name, address }: Named, listening: Listening[]): JudgedCheck {
  const base = { id: `local-name-${name}`, kind: "hosts", subject: id };
  const gaps = { name, address };
  // Two of a role beside each other: pages of today call the newer one by its address.
  if (listening.some(({ agent }) => agent.id !== id)) {
    return { ...base, verdict: "pass", because: [reason("reason.local-name.not-needed", gaps)] };
  }
  const wish = { probe: "lookup" as const, with: { name } };
  const fact = the.book.get("lookup", { name });
  if (!fact)
    return { ...base, verdict: "unknown", because: [reason("reason.not-tested")], wants: [wish] };
  if (fact.ok && fact.addresses.includes(address)) {
    return { ...base, verdict: "pass", because: [reason("reason.local-name.ok", gaps)] };
  }
  const led = fact.ok
    ? reason("reason.local-name.elsewhere", { ...gaps, found: fact.addresses.join(", ") })
    : reason("reason.pc.local.name-missing", gaps);
  // Only an answer tells that there is no such name; silence and trouble do not.
  const answered = fact.ok || fact.failure === "nxdomain" || fact.failure === "nodata";
  if (!answered) {
    const unread = reason("reason.unreadable", { name: fact.code ?? fact.failure });
    return { ...base, verdict: "unknown", because: [unread] };
  }
  return { ...base, verdict: "fail", because: [led], cause: "local.name-missing" };
}
