import type { Reading } from "../evidence/outcome.ts";
import type { CheckResult, Reason } from "../evidence/report.ts";
import { reason } from "./layer.ts";

/** A check of something other than an endpoint, and the cause its failure speaks for. */
export interface JudgedCheck extends CheckResult {
  cause?: string;
  /** Requirement that a finding names as its subject. */
  subject: string;
}

/** Why a reading gives no answer. */
export function unreadReason(reading: Reading<unknown> | undefined): Reason {
  if (reading === undefined) return reason("reason.not-tested");
  if (reading.state === "unreadable") {
    return reason("reason.unreadable", { name: reading.code ?? reading.failure });
  }
  return reason("reason.not-applicable");
}
