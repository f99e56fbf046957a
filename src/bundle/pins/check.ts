import type { Refusal } from "../../trust/publisher.ts";
import type { SignatureVerdict } from "../../trust/verdict.ts";
import type { FaultDetail } from "../fault.ts";

/** What is looked at in a file that a bundle holds. */
export const checkWhats = [
  /** Size and SHA-256 are the ones that were signed. */
  "hash",
  /** Who signed a program. */
  "publisher",
  /** Which certificate it is. */
  "certificate",
  /** Whether it is still, and already, valid. */
  "period",
  /** Whether the system makers still trust it. */
  "distrust",
  /** Whether the guide in the bundle asks for exactly this. */
  "guide",
] as const;
export type CheckWhat = (typeof checkWhats)[number];

/** Why the answer is what it is; `src/text/bundle-checks.ts` has the sentence of each. */
export const checkWords = [
  "as-signed",
  "publisher-same",
  /** The signature holds and the names are right; whose authority that is, nobody here knows. */
  "authority-unknown",
  "certificate-same",
  "certificate-other",
  "certificate-malformed",
  "not-a-root",
  /** What was signed about a certificate is not what it says of itself. */
  "pin-differs",
  "valid-until",
  "certificate-expired",
  "certificate-not-yet-valid",
  /** Past the last day that its signers gave it. */
  "file-expired",
  "distrusted",
  "not-distrusted",
  "guide-asks",
  "guide-missing",
  "guide-unreadable",
  "guide-other",
  "guide-other-hash",
  "guide-other-publisher",
  "no-pin",
] as const;
/** For a publisher that is refused, the words of src/trust. */
export type CheckWhy = (typeof checkWords)[number] | Refusal | SignatureVerdict;

export interface Check {
  what: CheckWhat;
  is: "yes" | "no" | "cannot-tell";
  because: CheckWhy;
  detail?: FaultDetail;
}

export const yes = (what: CheckWhat, because: CheckWhy, detail?: FaultDetail): Check =>
  check(what, "yes", because, detail);
export const no = (what: CheckWhat, because: CheckWhy, detail?: FaultDetail): Check =>
  check(what, "no", because, detail);
export const cannotTell = (what: CheckWhat, because: CheckWhy, detail?: FaultDetail): Check =>
  check(what, "cannot-tell", because, detail);

function check(
  what: CheckWhat,
  is: Check["is"],
  because: CheckWhy,
  detail: FaultDetail | undefined,
): Check {
  return { what, is, because, ...(detail && { detail }) };
}
