import type { Diagnosis, EndpointResult, Finding } from "../../evidence/report.ts";
import type { CheckVerdict, Verdict } from "../../evidence/verdict.ts";
import { type Guide, rowId, rowsOf } from "../../guide/guide.ts";
import type { Judged, State } from "../wire.ts";

/** Small diagnoses, made by hand, for tests of what the page makes of them. */
export interface Sketch {
  startedAt?: string;
  rows?: Record<string, Verdict>;
  checks?: Record<string, CheckVerdict>;
  findings?: (Partial<Finding> & Pick<Finding, "cause" | "owner">)[];
  plan?: Diagnosis["plan"];
}

export function sketched(guide: Guide, sketch: Sketch): Judged {
  const endpoints = rowsOf(guide).map(({ host, address, port, protocol, group }) => {
    const verdict = sketch.rows?.[rowId({ host, address, port })] ?? "ok";
    const layers: EndpointResult["layers"] = {
      name: "ok",
      tcp: verdict,
      tls: verdict,
      app: verdict,
    };
    return {
      host,
      address,
      port,
      protocol: protocol as EndpointResult["protocol"],
      group,
      documented: true,
      verdict,
      layers,
      because: [],
      ms: 5,
    };
  });
  const startedAt = sketch.startedAt ?? "2026-11-26T00:00:00Z";
  const diagnosis: Diagnosis = {
    guide: { id: guide.id, edition: guide.edition },
    startedAt,
    durationMs: 100,
    endpoints,
    checks: Object.entries(sketch.checks ?? {}).map(([id, verdict]) => ({
      id,
      kind: "site",
      verdict,
      because: [],
    })),
    findings: (sketch.findings ?? []).map((finding) => ({
      certainty: "confirmed",
      subjects: [],
      explains: [],
      because: [],
      overturnedBy: { key: "verdict.tcp.drop.overturn" },
      remedies: [],
      ...finding,
    })),
    plan: sketch.plan ?? [],
  };
  const evidence: Judged["evidence"] = {
    schema: "jochi.evidence/1",
    gatheredBy: "0.1.0",
    guide: diagnosis.guide,
    platform: "memory",
    startedAt,
    durationMs: 100,
    incomplete: false,
    facts: [],
  };
  return { diagnosis, evidence };
}

export function stateOf(guide: Guide, can: Partial<State["can"]> = {}): State {
  return {
    version: "0.1.0",
    lang: "ko",
    platform: "windows",
    guides: [{ id: guide.id, edition: guide.edition, title: guide.title }],
    can: { diagnose: true, treat: true, judge: true, formats: ["csv"], ...can },
    demo: null,
  };
}
