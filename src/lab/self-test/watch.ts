import { compareChecks, isVerifiedBy } from "../../doctor/recheck.ts";
import type { CheckResult } from "../../evidence/report.ts";
import type { Guide } from "../../guide/guide.ts";
import { type Claims, createClaims } from "./claims.ts";
import type { Desk } from "./desk.ts";
import type { PlayedCase } from "./play.ts";

/**
 * Each remedy, after which something else on the PC is broken: it must be noticed, so that what was
 * done is taken back. One world for each check that can fail.
 */
export function watchClaims(desk: Desk, cases: readonly PlayedCase[], guide: Guide): Claims {
  const claims = createClaims();
  const healthy = cases.find(({ one }) => one.id === "healthy")?.played.diagnosis.checks ?? [];
  const spoilt = new Map<string, CheckResult[]>();
  for (const { played } of cases)
    for (const { id, verdict } of played.diagnosis.checks)
      if (verdict === "fail" && !spoilt.has(id)) spoilt.set(id, played.diagnosis.checks);
  for (const { id } of desk.original.remedies) {
    const remedy = guide.remedies.find((one) => one.id === id);
    if (!remedy) continue;
    const seen = (checks: readonly CheckResult[], only: string) =>
      checks.filter((check) => check.id === only && isVerifiedBy(guide, remedy, check.id));
    for (const [check, after] of spoilt)
      if (compareChecks(seen(healthy, check), seen(after, check)) === "worse")
        claims.hold(`watches ${id} ${check}`, true);
  }
  return claims;
}
