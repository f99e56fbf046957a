import { diagnose as judge } from "../engine/diagnose.ts";
import type { Evidence } from "../evidence/evidence.ts";
import type { Diagnosis } from "../evidence/report.ts";
import type { Guide } from "../guide/guide.ts";

/**
 * Whether redacted evidence comes to what the evidence itself comes to: the same causes with the same
 * certainty, owners and remedies in the same order, and the same verdict for every row and check.
 * Which words the reasons quote is left aside, since those may be redacted.
 */
export function isDiagnosedAlike(guide: Guide, redacted: Evidence, diagnosis: Diagnosis): boolean {
  return essence(judge(guide, redacted).diagnosis) === essence(diagnosis);
}

function essence({ endpoints, checks, findings, plan }: Diagnosis): string {
  return JSON.stringify([
    endpoints.map(({ port, protocol, group, documented, verdict, layers, because }) => [
      port,
      protocol,
      group,
      documented,
      verdict,
      layers,
      because.map(({ key }) => key),
    ]),
    checks.map(({ kind, verdict, because }) => [kind, verdict, because.map(({ key }) => key)]),
    findings.map(({ cause, certainty, owner, subjects, explains, remedies }) => [
      cause,
      certainty,
      owner,
      subjects.length,
      explains.length,
      remedies,
    ]),
    plan,
  ]);
}
