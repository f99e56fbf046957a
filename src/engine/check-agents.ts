import type { FactOf } from "../evidence/facts.ts";
import type { Guide } from "../guide/guide.ts";
import type { Case } from "./case.ts";
import type { JudgedCheck } from "./check.ts";
import { reason } from "./layer.ts";

type Agent = Guide["agents"][number];
type Seen = { agent: Agent; port: number; fact: FactOf<"agent"> };

/** An agent that answers as it should, apart from its certificate. */
export type Listening = Pick<Seen, "agent" | "port">;

/** The agents of a role that answer. */
export function listeningAgents(the: Case, role: string): Listening[] {
  return the.guide.agents
    .filter((agent) => agent.role === role)
    .flatMap((agent) => seenOf(the, agent))
    .filter((seen) => seen.fact.tcp.outcome === "ok" && speaks(seen));
}

/** Whether a program of the guide answers pages on one of its ports. */
export function answersWell(the: Case, program: string): boolean {
  return the.guide.agents
    .filter((agent) => agent.program === program)
    .some(({ role }) => listeningAgents(the, role).some(({ agent }) => agent.program === program));
}

/**
 * One check per role: agents of a role are alternatives. Where none of any role answers on a system
 * for which the programs do not exist, that is no fault of this PC.
 */
export function judgeAgents(the: Case): JudgedCheck[] {
  const seen = the.guide.agents.flatMap((agent) => seenOf(the, agent));
  const anyListens = seen.some(({ fact }) => fact.tcp.outcome === "ok");
  const programs = the.book.one("programs");
  const foreign = programs?.state === "not-applicable" && !anyListens;
  const roles = Map.groupBy(the.guide.agents, ({ role }) => role);
  return [...roles].flatMap(([role, agents]) => {
    const [first] = agents.filter(({ required }) => required);
    if (!first) return [];
    const base = { id: `agent-${role}`, kind: "agent", subject: first.id };
    if (foreign) {
      const because = [reason("reason.agent.not-here", { platform: the.evidence.platform })];
      return [{ ...base, verdict: "not-applicable" as const, because }];
    }
    const own = seen.filter(({ agent }) => agent.role === role);
    return [{ ...base, ...judgeRole(the, own, agents) }];
  });
}

function seenOf(the: Case, agent: Agent): Seen[] {
  const { address, protocol, path, ports } = agent;
  return Array.from({ length: ports.count }, (_, offset) => ports.first + offset).flatMap(
    (port) => {
      const fact = the.book.get("agent", { address, port, protocol, path });
      return fact ? [{ agent, port, fact }] : [];
    },
  );
}

function judgeRole(
  the: Case,
  seen: Seen[],
  agents: Agent[],
): Pick<JudgedCheck, "verdict" | "because" | "cause"> {
  if (seen.length === 0) return { verdict: "unknown", because: [reason("reason.not-tested")] };
  const ports = agents
    .map(({ ports: { first, count } }) =>
      count === 1 ? `${first}` : `${first}–${first + count - 1}`,
    )
    .join(", ");
  const listening = seen.filter(({ fact }) => fact.tcp.outcome === "ok");
  if (listening.length === 0) {
    return {
      verdict: "fail",
      because: [reason("reason.agent.refused", { ports })],
      cause: "local.agent-down",
    };
  }
  const speaking = listening.filter(speaks);
  if (speaking.length === 0) {
    const [first] = listening as [Seen, ...Seen[]];
    const gaps = { port: first.port, expected: first.agent.expect ?? "TLS" };
    return {
      verdict: "fail",
      because: [reason("reason.agent.wrong-answer", gaps)],
      cause: "local.agent-down",
    };
  }
  const good = speaking.find((one) => certificateTrouble(the, one) === undefined);
  if (good) return { verdict: "pass", because: [reason("reason.agent.ok", { port: good.port })] };
  const [bad] = speaking as [Seen, ...Seen[]];
  const because = [certificateTrouble(the, bad) ?? reason("reason.not-tested")];
  return { verdict: "fail", because, cause: "local.agent-certificate" };
}

function speaks({ agent, fact }: Seen): boolean {
  if (agent.protocol === "wss") return fact.tls?.ok === true;
  if (!fact.http?.ok) return false;
  return agent.expect === undefined || fact.http.body.includes(agent.expect);
}

/** A browser refuses a loopback agent whose certificate has run out or is somebody else's. */
function certificateTrouble(the: Case, { agent, port, fact }: Seen) {
  const tls = fact.tls;
  if (!tls?.ok) return undefined;
  const now = the.startedAt;
  const expired = tls.chain.find(({ notBefore, notAfter }) => now > notAfter || now < notBefore);
  if (expired) {
    const { notAfter, issuer } = expired;
    return reason("reason.agent.certificate-expired", { port, issuer, notAfter });
  }
  const wanted = agent.certificateContains;
  const own = tls.chain.some(
    (c) => wanted === undefined || `${c.subject} ${c.issuer}`.includes(wanted),
  );
  if (own) return undefined;
  const issuer = tls.chain[0]?.issuer ?? "";
  return reason("reason.agent.certificate", { port, issuer, expected: wanted ?? "" });
}
