import type { Diagnosis } from "../evidence/report.ts";
import type { Guide } from "../guide/guide.ts";
import type { Lang } from "../text/words.ts";
import { reasonWords, stepWords } from "./words.ts";

/**
 * The public contract `jochi.report/1`. Keys stand in the contract's order and nothing else is
 * added: programs outside the project read this.
 */
export function report(diagnosis: Diagnosis, guide: Guide, lang: Lang) {
  const words = (reasons: Diagnosis["checks"][number]["because"]) =>
    reasons.map((reason) => reasonWords(reason, guide, lang));
  return {
    schema: "jochi.report/1",
    guide: { id: diagnosis.guide.id, edition: diagnosis.guide.edition },
    startedAt: diagnosis.startedAt,
    durationMs: diagnosis.durationMs,
    endpoints: diagnosis.endpoints.map((row) => ({
      host: row.host,
      address: row.address,
      port: row.port,
      protocol: row.protocol,
      group: row.group,
      verdict: row.verdict,
      layers: {
        name: row.layers.name,
        tcp: row.layers.tcp,
        tls: row.layers.tls,
        app: row.layers.app,
      },
      because: words(row.because),
      ms: row.ms,
    })),
    checks: diagnosis.checks.map(({ id, kind, verdict, because }) => ({
      id,
      kind,
      verdict,
      because: words(because),
    })),
    findings: diagnosis.findings.map((finding) => ({
      cause: finding.cause,
      certainty: finding.certainty,
      owner: finding.owner,
      subjects: finding.subjects,
      explains: finding.explains,
      because: words(finding.because),
      overturnedBy: reasonWords(finding.overturnedBy, guide, lang),
      remedies: finding.remedies,
    })),
    plan: diagnosis.plan.map(({ remedy, owner, minutes, automatic }) => ({
      remedy,
      owner,
      steps: (guide.remedies.find(({ id }) => id === remedy)?.steps ?? []).map((step) =>
        stepWords(step, guide, lang),
      ),
      minutes,
      automatic,
    })),
  };
}

export type Report = ReturnType<typeof report>;

/** The document as it is printed, with a newline at its end. */
export function reportJson(diagnosis: Diagnosis, guide: Guide, lang: Lang): string {
  return `${JSON.stringify(report(diagnosis, guide, lang), null, 2)}\n`;
}
