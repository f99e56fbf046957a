import type { Wish } from "../evidence/facts.ts";
import type { Reading } from "../evidence/outcome.ts";
import type { CheckResult, Reason } from "../evidence/report.ts";
import { reason } from "./layer.ts";

/** A check of something other than an endpoint, and the cause its failure speaks for. */
export interface JudgedCheck extends CheckResult {
  cause?: string;
  /** Requirement that a finding names as its subject. */
  subject: string;
  /** A policy decides it, or what belongs to the whole PC: no payer may change it. */
  managed?: true;
  /** It shows in what was read and not in anything that failed. */
  likely?: true;
  /** Id of a check: where that one fails, this failure follows from it. */
  follows?: string;
  /** Tests that could decide it and have not run yet. */
  wants?: Wish[];
}

/** Why a reading gives no answer. */
export function unreadReason(reading: Reading<unknown> | undefined): Reason {
  if (reading === undefined) return reason("reason.not-tested");
  if (reading.state === "unreadable") {
    return reason("reason.unreadable", { name: reading.code ?? reading.failure });
  }
  return reason("reason.not-applicable");
}
