import type { Finding, PlanStep } from "../evidence/report.ts";
import type { Guide } from "../guide/guide.ts";

/**
 * Remedies of everything that may be true, those of proved causes first, each once, otherwise in
 * the guide's own order.
 */
export function planFor(guide: Guide, findings: Finding[]): PlanStep[] {
  const wanted = (sure: boolean) =>
    findings
      .filter(({ certainty }) => certainty !== "ruled-out" && (certainty !== "possible") === sure)
      .flatMap(({ remedies }) => remedies);
  const proved = new Set(wanted(true));
  const possible = new Set(wanted(false));
  const order = [
    ...guide.remedies.filter(({ id }) => proved.has(id)),
    ...guide.remedies.filter(({ id }) => possible.has(id) && !proved.has(id)),
  ];
  return order.map(({ id, owner, minutes, automatic }) => ({
    remedy: id,
    owner,
    minutes,
    automatic,
  }));
}
