import type { Finding, Reason } from "../evidence/report.ts";

/** A finding before the guide has said who acts and what helps. */
export interface Draft extends Omit<Finding, "owner" | "remedies" | "overturnedBy"> {
  /** Only an administrator can end it, whoever could otherwise. */
  managed?: true;
}

/** Each reason once; the same thing measured twice is the same reason. */
export function distinct(reasons: Reason[]): Reason[] {
  const same = ({ key, with: gaps = {} }: Reason) => {
    const { ms: _ms, openMs: _openMs, attempts: _attempts, ...rest } = gaps;
    return JSON.stringify([key, rest]);
  };
  const seen = new Map<string, Reason>();
  for (const one of reasons) if (!seen.has(same(one))) seen.set(same(one), one);
  return [...seen.values()];
}
