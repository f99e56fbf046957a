import { sameFingerprint } from "./fingerprint.ts";
import { lookAlike } from "./look-alike.ts";
import type { Name } from "./name.ts";
import type { CertificateView, OneSignature, Signature } from "./signature.ts";
import { hiding } from "./verdict.ts";

/**
 * Who must have signed a file. A signature by anybody else is refused however good it is: stolen
 * certificates of other companies were used to pass off malware as such programs.
 */
export interface Publisher {
  /** CN and O of the signer's subject, letter by letter. */
  commonName?: string;
  organization?: string;
  /** CN of the authority that issued the signer's certificate. */
  issuerCommonName?: string;
  /** SHA-256 of the signer's certificate in hex; colons and capitals do not matter. */
  certificateSha256?: string;
  /** Accepts bytes that no signature covers, as some installers carry on purpose. */
  unsignedData?: "allowed";
}

/** Why a file is not to be run. */
export const refusals = [
  "not-valid",
  "hidden-data",
  /** The pin names nobody: nothing may pass by it. */
  "empty-pin",
  "wrong-publisher",
  /** Another name that reads like the right one. */
  "look-alike",
  /** Several names of one kind: which of them counts is anybody's guess. */
  "ambiguous-name",
  "wrong-issuer",
  "wrong-certificate",
] as const;
export type Refusal = (typeof refusals)[number];

export type Decision =
  | { is: "accepted"; signer: CertificateView }
  | { is: "refused"; reason: Refusal; signer?: CertificateView };

/** Whether a file that was verified is by the publisher that is pinned, and nothing else in it. */
export function decide(signature: Signature, pinned: Publisher): Decision {
  const { commonName, organization, certificateSha256 } = pinned;
  if (![commonName, organization, certificateSha256].some((one) => one?.trim()))
    return { is: "refused", reason: "empty-pin" };
  const first = signature.signatures.find(({ signer }) => signer)?.signer;
  if (signature.verdict !== "valid")
    return { is: "refused", reason: "not-valid", ...(first && { signer: first }) };
  const hidden = signature.remarks.some(({ code }) => hiding.includes(code));
  if (hidden && pinned.unsignedData !== "allowed")
    return { is: "refused", reason: "hidden-data", ...(first && { signer: first }) };
  const answers = signature.signatures.filter(isGood).map(({ signer }) => judge(signer, pinned));
  return (
    answers.find(({ is }) => is === "accepted") ??
    answers[0] ?? { is: "refused", reason: "not-valid" }
  );
}

const isGood = (one: OneSignature): one is OneSignature & { signer: CertificateView } =>
  one.verdict === "valid" && one.signer !== undefined;

function judge(signer: CertificateView, pinned: Publisher): Decision {
  const reason =
    differs(signer.subject, "CN", pinned.commonName, "wrong-publisher") ??
    differs(signer.subject, "O", pinned.organization, "wrong-publisher") ??
    differs(signer.issuer, "CN", pinned.issuerCommonName, "wrong-issuer") ??
    (isCertificate(signer, pinned.certificateSha256) ? undefined : "wrong-certificate");
  return reason ? { is: "refused", reason, signer } : { is: "accepted", signer };
}

/** Equal means the same characters; no part of a name, no other case, no other form of a letter. */
function differs(
  name: Name,
  type: string,
  wanted: string | undefined,
  otherwise: Refusal,
): Refusal | undefined {
  if (wanted === undefined) return undefined;
  const values = name.filter((attribute) => attribute.type === type);
  if (values.length > 1) return "ambiguous-name";
  const value = values[0]?.value ?? null;
  if (value === wanted) return undefined;
  return value !== null && lookAlike(value, wanted) ? "look-alike" : otherwise;
}

function isCertificate({ sha256 }: CertificateView, wanted: string | undefined): boolean {
  return wanted === undefined || sameFingerprint(wanted, sha256);
}
