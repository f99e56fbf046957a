import type { Case } from "./case.ts";
import { type JudgedCheck, unreadReason } from "./check.ts";
import { judgeAgents } from "./check-agents.ts";
import { judgePc } from "./check-pc.ts";
import { judgeProxy } from "./check-proxy.ts";
import type { ClockResult } from "./clock.ts";
import { reason } from "./layer.ts";
import type { NameResult } from "./name.ts";
import { withPage } from "./page.ts";

export function judgeChecks(
  the: Case,
  clock: ClockResult,
  offline: boolean,
  names: Map<string, NameResult>,
): JudgedCheck[] {
  return withPage(the, [
    judgeNetwork(the, offline),
    judgeClockCheck(clock),
    ...judgeResolvers(the, names),
    ...judgeProxy(the),
    ...judgeAgents(the),
    ...judgePc(the),
  ]);
}

function judgeNetwork(the: Case, offline: boolean): JudgedCheck {
  const base = { id: "network", kind: "network", subject: "network" };
  const interfaces = the.book.one("interfaces");
  if (interfaces?.state !== "found") {
    return { ...base, verdict: "unknown", because: [unreadReason(interfaces)] };
  }
  if (offline) {
    const because = [reason("reason.net.no-interface")];
    return { ...base, verdict: "fail", because, cause: "net.offline" };
  }
  return { ...base, verdict: "pass", because: [reason("reason.net.online")] };
}

function judgeClockCheck(clock: ClockResult): JudgedCheck {
  const base = { id: "clock", kind: "clock", subject: "clock" };
  if (!clock.known)
    return { ...base, verdict: "unknown", because: [reason("reason.clock.unknown")] };
  const seconds = Math.abs(Math.round(clock.offsetMs / 1_000));
  const because = [reason("reason.clock", { seconds, servers: clock.servers })];
  return clock.skewed
    ? { ...base, verdict: "fail", because, cause: "clock.skew" }
    : { ...base, verdict: "pass", because };
}

/**
 * Each resolver the PC asks: whether it answers at all. Where another one does, or the hosts file
 * knows every name, a silent one only costs time.
 */
function judgeResolvers(the: Case, names: Map<string, NameResult>): JudgedCheck[] {
  const answers = Map.groupBy(the.book.all("resolve"), (entry) => entry.with.server);
  const needed = [...names.values()].some(({ verdict }) => isUnanswered(verdict));
  return [...answers].map(([server, entries]) => {
    const base = { id: `resolver-${server}`, kind: "resolver", subject: `resolver-${server}` };
    const silent = entries.every(
      ({ fact }) => !fact.ok && ["timeout", "closed", "unreachable"].includes(fact.failure),
    );
    if (!silent) {
      const because = [reason("reason.dns.answers", { server })];
      return { ...base, verdict: "pass" as const, because };
    }
    const because = [reason("reason.dns.server-silent", { server })];
    if (!needed) {
      because.push(reason("reason.dns.not-needed"));
      return { ...base, verdict: "pass" as const, because };
    }
    const [first] = entries;
    const closed = first && !first.fact.ok && first.fact.failure === "closed";
    const cause = closed ? "dns.refused" : "dns.timeout";
    return { ...base, verdict: "fail" as const, because, cause };
  });
}

function isUnanswered(verdict: NameResult["verdict"]): boolean {
  return verdict === "dns.timeout" || verdict === "dns.refused";
}
