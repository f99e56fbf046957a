import { createHash } from "node:crypto";
import { keyBits, signingDigest } from "./algorithm.ts";
import { type Certificate, readCertificate, viewOf } from "./certificate.ts";
import { purpose } from "./chain.ts";
import { sameFingerprint } from "./fingerprint.ts";
import type { CertificateView } from "./signature.ts";

/** What a certificate may be used for, as people are told it. */
export const uses = [
  "any",
  "authority",
  "server",
  "client",
  "code",
  "mail",
  "time",
  "other",
] as const;
export type Use = (typeof uses)[number];

/** All that somebody must see before a certificate is trusted. */
export interface CertificateFacts extends CertificateView {
  /** Shown next to SHA-256, as older lists name certificates by it; never compared. */
  sha1: string;
  selfSigned: boolean;
  uses: Use[];
  key: { type: string; bits: number };
  /** The digest it is signed with; undefined for an unknown algorithm. */
  signedWith: string | undefined;
}

export type PinAnswer =
  | { is: "match"; facts: CertificateFacts; certificate: Certificate }
  | { is: "other"; facts: CertificateFacts }
  | { is: "malformed" };

/** extKeyUsage (RFC 5280, 4.2.1.12). */
const named: Readonly<Record<string, Use>> = {
  [purpose.any]: "any",
  "1.3.6.1.5.5.7.3.1": "server",
  "1.3.6.1.5.5.7.3.2": "client",
  [purpose.codeSigning]: "code",
  "1.3.6.1.5.5.7.3.4": "mail",
  [purpose.timeStamping]: "time",
};

/**
 * Whether a certificate file, in DER or PEM, is the one that is pinned. `sha256`: of the whole
 * certificate in hex; colons and capitals do not matter. Only a match gives the certificate itself.
 */
export function checkPin(file: Uint8Array, sha256: string): PinAnswer {
  const read = readCertificate(file);
  if ("where" in read) return { is: "malformed" };
  const certificate = read.value;
  const facts = factsOf(certificate);
  return sameFingerprint(sha256, certificate.sha256)
    ? { is: "match", facts, certificate }
    : { is: "other", facts };
}

export function factsOf(certificate: Certificate): CertificateFacts {
  const { der, x509, key, purposes, isAuthority, signedWith } = certificate;
  const served = purposes?.map((oid) => named[oid] ?? "other") ?? ["any"];
  return {
    ...viewOf(certificate),
    sha1: createHash("sha1").update(der).digest("hex"),
    selfSigned: key !== undefined && x509.issuer === x509.subject && isOwn(certificate),
    uses: [...new Set<Use>([...(isAuthority ? ["authority" as const] : []), ...served])],
    key: { type: key?.asymmetricKeyType ?? "unknown", bits: key ? keyBits(key) : 0 },
    signedWith: signingDigest(signedWith),
  };
}

function isOwn({ x509, key }: Certificate): boolean {
  try {
    return x509.verify(key!);
  } catch {
    return false;
  }
}
