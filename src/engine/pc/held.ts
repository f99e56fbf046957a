import type { Reading } from "../../evidence/outcome.ts";
import type { Reason } from "../../evidence/report.ts";
import type { localCauses } from "../../evidence/verdict.ts";
import { type JudgedCheck, unreadReason } from "../check.ts";
import { reason } from "../layer.ts";

/** What a requirement comes to where everything that it needs could be read. */
export type Outcome = Pick<
  JudgedCheck,
  "verdict" | "because" | "cause" | "managed" | "likely" | "follows" | "wants"
>;

type Gaps = Record<string, string | number>;

/** Holds a reading against a requirement; what could not be read is never a pass or a fail. */
export function held<T>(
  id: string,
  kind: string,
  seen: Reading<T> | undefined,
  judge: (value: T) => Outcome,
): JudgedCheck {
  const base = { id, kind, subject: id };
  if (seen?.state === "found") return { ...base, ...judge(seen.value) };
  const verdict = seen?.state === "not-applicable" ? "not-applicable" : "unknown";
  return { ...base, verdict, because: [unreadReason(seen)] };
}

/** As the guide asks; notes are worth knowing and no fault. */
export function pass(...notes: Reason[]): Outcome {
  return { verdict: "pass", because: [reason("reason.pc.as-required"), ...notes] };
}

export function fail(cause: (typeof localCauses)[number], gaps: Gaps, ...more: Reason[]): Outcome {
  return { verdict: "fail", because: [reason(`reason.pc.${cause}`, gaps), ...more], cause };
}

/** A failure whose own reason says more than its cause would. */
export function failBecause(
  cause: (typeof localCauses)[number],
  first: Reason,
  ...more: Reason[]
): Outcome {
  return { verdict: "fail", because: [first, ...more], cause };
}

export function cannotTell(...because: Reason[]): Outcome {
  return { verdict: "unknown", because };
}

export function notApplicable(because: Reason): Outcome {
  return { verdict: "not-applicable", because: [because] };
}

/** `*` at the end of a known name stands for any rest; versions and marks follow names. */
export function matchesName(known: string, name: string): boolean {
  const pattern = known.toLowerCase();
  const seen = name.trim().toLowerCase();
  return pattern.endsWith("*") ? seen.startsWith(pattern.slice(0, -1)) : seen === pattern;
}

/** The value of a reading that was found. */
export function foundIn<T>(reading: Reading<T> | undefined): T | undefined {
  return reading?.state === "found" ? reading.value : undefined;
}
