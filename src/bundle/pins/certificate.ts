import type { Guide } from "../../guide/guide.ts";
import { nameText } from "../../trust/name.ts";
import { type CertificateFacts, checkPin } from "../../trust/pin.ts";
import type { CertificatePin } from "../pin.ts";
import { type Check, no, yes } from "./check.ts";

export const certificateBytesMax = 65_536;

type Wanted = Guide["certificates"][number];
type Candidate = Wanted["candidates"][number];

export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** What a bundle pins of a certificate, read from the certificate itself. */
export function certificateFactsOf(facts: CertificateFacts): CertificatePin["certificate"] {
  return {
    subject: nameText(facts.subject),
    sha256: facts.sha256,
    notBefore: dayOf(facts.notBefore),
    notAfter: dayOf(facts.notAfter),
    purposes: facts.uses,
  };
}

/**
 * Which certificate a file is, and whether it may still be trusted at a time. `pinned`: SHA-256 of
 * the certificate in hex.
 */
export function judgeCertificate(
  file: Uint8Array,
  pinned: string,
  at: number,
): { checks: Check[]; facts?: CertificateFacts } {
  const answer = checkPin(file, pinned);
  if (answer.is === "malformed") return { checks: [no("certificate", "certificate-malformed")] };
  const { facts } = answer;
  const detail = { found: facts.sha256, expected: pinned };
  if (answer.is === "other")
    return { checks: [no("certificate", "certificate-other", detail)], facts };
  if (!facts.selfSigned) return { checks: [no("certificate", "not-a-root")], facts };
  return { checks: [yes("certificate", "certificate-same"), periodOf(facts, at)], facts };
}

function periodOf({ notBefore, notAfter }: CertificateFacts, at: number): Check {
  if (notAfter < at) return no("period", "certificate-expired", { day: dayOf(notAfter) });
  if (notBefore > at) return no("period", "certificate-not-yet-valid", { day: dayOf(notBefore) });
  return yes("period", "valid-until", { day: dayOf(notAfter) });
}

/**
 * Whether a guide's certificate may be handed out at all on a day, whatever file is given: the first
 * candidate that may, or why none may.
 */
export function usableCandidates(
  wanted: Wanted,
  day: string,
):
  | { is: "usable"; candidates: (Candidate & { sha256: string })[] }
  | { is: "expired"; day: string }
  | { is: "distrusted"; since: string }
  | { is: "no-pin" } {
  const alive = wanted.candidates.filter(
    ({ notAfter, distrusted }) => !distrusted && (notAfter === undefined || notAfter >= day),
  );
  const candidates = alive.filter(hasHash);
  if (candidates.length > 0) return { is: "usable", candidates };
  if (alive.length > 0) return { is: "no-pin" };
  const expired = wanted.candidates.find(
    ({ notAfter }) => notAfter !== undefined && notAfter < day,
  );
  if (expired) return { is: "expired", day: expired.notAfter! };
  const since = wanted.candidates.find(({ distrusted }) => distrusted)?.distrusted?.since;
  return since === undefined ? { is: "no-pin" } : { is: "distrusted", since };
}

const hasHash = (one: Candidate): one is Candidate & { sha256: string } => one.sha256 !== undefined;
