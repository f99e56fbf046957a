import type { Name } from "./name.ts";
import type { Place, RemarkCode, SignatureVerdict } from "./verdict.ts";

/** Something in a file that its signature does not cover. */
export interface Remark {
  code: RemarkCode;
  /** Bytes from the start of the file, where the place is known. */
  offset?: number;
  /** Bytes. */
  length?: number;
  /** The attribute's object identifier, or a certificate's SHA-256. */
  what?: string;
}

/** A certificate as plain data; times in milliseconds since 1970, numbers in lower-case hex. */
export interface CertificateView {
  subject: Name;
  issuer: Name;
  serial: string;
  sha256: string;
  notBefore: number;
  notAfter: number;
}

export interface TimestampView {
  kind: "rfc3161" | "countersignature";
  /** Whether its time counts. `valid`, or what is wrong with it or with its authority. */
  verdict: SignatureVerdict;
  where?: Place;
  time?: number;
  signer?: CertificateView;
}

export interface OneSignature {
  verdict: SignatureVerdict;
  where?: Place;
  /** Position of its entry in the certificate table, and whether it is nested in that entry. */
  entry: number;
  nested: boolean;
  /** Lower-case hex; `found` is computed over the file as it is. */
  digest?: { algorithm: string; signed: string; found: string };
  signer?: CertificateView;
  timestamps: TimestampView[];
  /** The time at which the chain was judged: of a trusted timestamp, or the given one. */
  judgedAt?: number;
  /** Signer first. Complete only where the verdict says nothing else. */
  chain: CertificateView[];
}

export interface Signature {
  verdict: SignatureVerdict;
  where?: Place;
  signatures: OneSignature[];
  remarks: Remark[];
}
