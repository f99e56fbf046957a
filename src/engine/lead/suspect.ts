import type { Finding } from "../../evidence/report.ts";

/** Whether its cause is known to be there, as far as anything is. */
export function isProved({ certainty }: Pick<Finding, "certainty">): boolean {
  return certainty === "confirmed" || certainty === "likely";
}

/** What is needed of a finding here. */
export type Suspect = Pick<Finding, "cause" | "certainty" | "remedies">;

/** How often each remedy has helped at this place. */
export type Helped = readonly { remedy: string; times: number }[];
