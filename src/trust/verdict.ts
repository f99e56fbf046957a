/**
 * What can be said of a signed file, or of one signature in it. Only `valid` lets a file run; who
 * signed it is another question, which publisher.ts answers.
 */
export const signatureVerdicts = [
  "valid",
  "unsigned",
  /** The file could not be read to its end, or changed meanwhile. */
  "unreadable",
  /** Not as the formats say; `where` tells which part. */
  "malformed",
  /** Bytes behind the certificate table: nothing that signs leaves any there. */
  "data-after-table",
  /** MD5, short keys, and SHA-1 unless it is asked for. */
  "weak-algorithm",
  "unknown-algorithm",
  /** The file is not the one that was signed. */
  "digest-mismatch",
  "signature-invalid",
  /** A timestamp is there and does not belong to this signature, or was changed. */
  "timestamp-invalid",
  "chain-incomplete",
  "untrusted-root",
  "critical-extension",
  "not-an-authority",
  "wrong-purpose",
  "revoked-by-list",
  "not-yet-valid",
  "expired",
] as const;
export type SignatureVerdict = (typeof signatureVerdicts)[number];

/** Verdicts that only damage or tampering brings about; one such signature condemns the file. */
export const tampered: readonly SignatureVerdict[] = [
  "unreadable",
  "malformed",
  "data-after-table",
  "digest-mismatch",
  "signature-invalid",
  "timestamp-invalid",
];

/** The part that is not as its format says. */
export const places = [
  "dos-header",
  "pe-header",
  "optional-header",
  "section-table",
  "security-directory",
  "certificate-entry",
  "signed-data",
  "signed-content",
  "signer",
  "attributes",
  "nested-signature",
  "certificate",
  "timestamp",
] as const;
export type Place = (typeof places)[number];

/** What stands in a file without being covered by its signature. */
export const remarkCodes = [
  "data-after-table",
  "data-in-padding",
  "data-after-signature",
  "unknown-attribute",
  "revocation-lists",
  "unused-certificate",
  "timestamp-untrusted",
] as const;
export type RemarkCode = (typeof remarkCodes)[number];

/**
 * Remarks that mean: the same signature holds for files with different bytes in them. Certificates
 * and timestamps of unknown authorities could serve for that too; so many honest files have them,
 * and so many PCs lack an authority, that they are only remarked upon.
 */
export const hiding: readonly RemarkCode[] = [
  "data-after-table",
  "data-in-padding",
  "data-after-signature",
  "unknown-attribute",
  "revocation-lists",
];
