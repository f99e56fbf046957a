import type { Evidence, Json } from "../../../evidence/evidence.ts";
import type { ProbeId } from "../../../evidence/facts.ts";
import type { Guide } from "../../../guide/guide.ts";
import { loadGuide } from "../../../guide/load.ts";
import { type Case, openCase } from "../../case.ts";
import type { JudgedCheck } from "../../check.ts";
import { reason } from "../../layer.ts";

export const guide = loadGuide("bankpay-transfer@2018.11");

/** One fact, with what its probe was given where it is given anything. */
type One = [probe: ProbeId, fact: unknown, given?: Record<string, Json>];

/** A case of these facts alone, on a day of 2026 if none is said. */
export function caseOf(facts: One[], own: Guide = guide, startedAt = "2026-11-26T00:00:00Z"): Case {
  const evidence: Evidence = {
    schema: "jochi.evidence/1",
    gatheredBy: "test",
    guide: { id: own.id, edition: own.edition },
    platform: "windows",
    startedAt,
    durationMs: 0,
    incomplete: false,
    facts: facts.map(([probe, fact, given]) => ({
      probe,
      with: given ?? {},
      at: 0,
      ms: 0,
      fact,
    })),
  };
  return openCase(own, evidence);
}

export const found = <T>(value: T) => ({ state: "found" as const, value });
export const unreadable = { state: "unreadable" as const, failure: "unreadable" as const };

/** Verdict, cause and whose it is, in one word to compare: `fail site.not-trusted managed`. */
export function told(checks: JudgedCheck[], id: string): string {
  const check = checks.find((one) => one.id === id);
  if (!check) return "no such check";
  const { verdict, cause, managed, likely } = check;
  return [verdict, cause, managed && "managed", likely && "likely"].filter(Boolean).join(" ");
}

/** Keys of the reasons, without what they all begin with. */
export function keys(checks: JudgedCheck[], id: string): string[] {
  const because = checks.find((one) => one.id === id)?.because ?? [reason("none")];
  return because.map(({ key }) => key.replace(/^reason\.(pc\.)?/, ""));
}

/** One agent of the guide as it answers, or does not. */
export function agentFact(id: string, answers: boolean): One {
  const agent = guide.agents.find((one) => one.id === id);
  if (!agent) throw new Error(`no agent ${id}`);
  const { address, ports, protocol, path, expect = "", certificateContains = "" } = agent;
  const given = { address, port: ports.first, protocol, path };
  const day = Date.UTC(2026, 0, 1);
  const chain = [
    {
      subject: `CN=${certificateContains}`,
      issuer: `CN=${certificateContains}`,
      sha256: "a".repeat(64),
      notBefore: day,
      notAfter: Date.UTC(2036, 0, 1),
    },
  ];
  if (!answers) return ["agent", { tcp: { outcome: "refused", ms: 1 } }, given];
  return [
    "agent",
    {
      tcp: { outcome: "ok", ms: 1 },
      tls: { ok: true, protocol: "TLSv1.2", chain, anchor: "pc", ms: 1 },
      http: { ok: true, status: 200, headers: {}, body: expect, ms: 1 },
    },
    given,
  ];
}
