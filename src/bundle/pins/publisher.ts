import { verifyAuthenticode } from "../../trust/authenticode.ts";
import type { Certificate } from "../../trust/certificate.ts";
import type { Name } from "../../trust/name.ts";
import { decide } from "../../trust/publisher.ts";
import type { CertificateView, Signature } from "../../trust/signature.ts";
import type { ByteSource } from "../../trust/source.ts";
import type { SignatureVerdict } from "../../trust/verdict.ts";
import { type Check, type CheckWhy, cannotTell, no, yes } from "./check.ts";

/** Common names, letter by letter, as a guide pins them. */
export interface WantedPublisher {
  subject: string;
  issuer?: string | undefined;
  old?: true | undefined;
}

export interface JudgedBy {
  /** Authorities for programs that are known here; often none outside of Windows. */
  roots: readonly Certificate[];
  now: Date;
}

export interface Judged {
  check: Check;
  /** Who signed it, as its certificate says, whatever that is worth. */
  found: { subject: string; issuer: string } | undefined;
}

/** What only says that a chain ends at an authority that is not known here. */
const unknownAuthority: readonly SignatureVerdict[] = ["untrusted-root", "chain-incomplete"];

/**
 * Whether a program was signed by the publisher that is pinned. Where no authority is known that
 * vouches for him, but the signature holds and the names are right, nobody can tell: that is the
 * usual answer on a system that knows no authorities for programs.
 */
export async function judgePublisher(
  file: ByteSource,
  wanted: WantedPublisher,
  { roots, now }: JudgedBy,
): Promise<Judged> {
  const signature = await verifyAuthenticode(file, { roots, now, legacy: wanted.old === true });
  const pinned = {
    commonName: wanted.subject,
    ...(wanted.issuer !== undefined && { issuerCommonName: wanted.issuer }),
  };
  const decision = decide(signature, pinned);
  const known = signature.signatures.find(({ signer }) => signer)?.signer;
  const signer = ("signer" in decision && decision.signer) || known;
  const found = signer && namesOf(signer);
  const detail = { found: found?.subject ?? "-", issuer: found?.issuer ?? "-" };
  /** What is wrong is the signer's name, or that of his authority. */
  const refused = (why: CheckWhy) => {
    const wrong = why === "wrong-issuer" ? detail.issuer : detail.found;
    return { check: no("publisher", why, { ...detail, found: wrong }), found };
  };
  if (decision.is === "accepted")
    return { check: yes("publisher", "publisher-same", detail), found };
  if (decision.reason !== "not-valid") return refused(decision.reason);
  if (!unknownAuthority.includes(signature.verdict)) return refused(signature.verdict);
  const supposed = decide(asIfKnown(signature), pinned);
  if (supposed.is === "accepted")
    return { check: cannotTell("publisher", "authority-unknown", detail), found };
  return refused(supposed.reason === "not-valid" ? signature.verdict : supposed.reason);
}

/** The same signature if its authority were known: for the names in it, not for trusting it. */
function asIfKnown(signature: Signature): Signature {
  const signatures = signature.signatures.map((one) =>
    unknownAuthority.includes(one.verdict) ? { ...one, verdict: "valid" as const } : one,
  );
  return { ...signature, verdict: "valid", signatures };
}

const namesOf = ({ subject, issuer }: CertificateView) => ({
  subject: commonName(subject),
  issuer: commonName(issuer),
});

const commonName = (name: Name): string =>
  name.flatMap(({ type, value }) => (type === "CN" && value ? [value] : [])).join(", ") || "-";
