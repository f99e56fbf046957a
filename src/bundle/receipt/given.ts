import type { BundleFault } from "../fault.ts";
import type { Verified } from "../verify.ts";

/** What a receipt tells of. */
export interface ReceiptGiven {
  file: { name: string; bytes: number; sha256: string };
  /** When it was checked. */
  at: Date;
  result: { is: "verified"; verified: Verified } | { is: "refused"; fault: BundleFault };
}
