import { createHash, type KeyObject, X509Certificate } from "node:crypto";
import { type Algorithm, algorithmOf, inside } from "./algorithm.ts";
import {
  booleanOf,
  decode,
  type Element,
  Fields,
  hex,
  oidOf,
  sameBytes,
  smallOf,
  tag,
  timeOf,
} from "./asn1.ts";
import { attempt, Malformed } from "./malformed.ts";
import { type Name, nameOf } from "./name.ts";
import type { CertificateView } from "./signature.ts";
import type { Place } from "./verdict.ts";

/** A certificate, as far as a decision about a signature needs it (RFC 5280, 4.1 and 4.2.1). */
export interface Certificate {
  der: Uint8Array;
  /** Lower-case hex of the SHA-256 of the whole certificate. */
  sha256: string;
  serial: string;
  subject: Name;
  issuer: Name;
  /** As encoded: signers are named by these very bytes. */
  issuerBytes: Uint8Array;
  /** Milliseconds since 1970; both are inside the validity. */
  notBefore: number;
  notAfter: number;
  signedWith: Algorithm;
  /** Undefined where the program cannot use its kind of key. */
  key: KeyObject | undefined;
  /** From basicConstraints; without it a certificate is nobody's authority. */
  isAuthority: boolean;
  pathLength: number | undefined;
  /** Whether it may sign certificates, and anything else; without keyUsage both. */
  signsCertificates: boolean;
  signsData: boolean;
  /** Object identifiers of extKeyUsage; undefined where there is none, which permits all. */
  purposes: readonly string[] | undefined;
  keyId: string | undefined;
  /** Critical extensions that nothing here looks at. */
  unknownCritical: readonly string[];
  x509: X509Certificate;
}

const maxBytes = 64 << 10;

const extension = {
  keyId: "2.5.29.14",
  keyUsage: "2.5.29.15",
  basicConstraints: "2.5.29.19",
  policies: "2.5.29.32",
  purposes: "2.5.29.37",
};

/** A certificate in DER or PEM, or the fact that it is none. */
export function readCertificate(bytes: Uint8Array): { value: Certificate } | { where: Place } {
  return attempt(() => certificateOf(derOf(bytes)));
}

const pem = /^\s*-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----\s*$/;

function derOf(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === tag.sequence || bytes.length > maxBytes) return bytes;
  const match = pem.exec(Buffer.from(bytes).toString("latin1"));
  if (!match) throw new Malformed("certificate");
  return Buffer.from(match[1]!, "base64");
}

/** Throws `Malformed`. */
export function certificateOf(der: Uint8Array): Certificate {
  const where = "certificate";
  if (der.length > maxBytes) throw new Malformed(where);
  const whole = new Fields(decode(der, where), tag.sequence, where);
  const tbs = new Fields(whole.next(), tag.sequence, where);
  const signedWith = algorithmOf(whole.next(), where);
  whole.next(tag.bits);
  whole.end();

  const version = tbs.optional(tag.around(0));
  const serial = tbs.next(tag.integer);
  algorithmOf(tbs.next(), where);
  const issuer = tbs.next();
  const validity = new Fields(tbs.next(), tag.sequence, where);
  const subject = tbs.next();
  tbs.next(tag.sequence);
  tbs.optional(tag.inPlace(1));
  tbs.optional(tag.inPlace(2));
  const extensions = extensionsOf(tbs.optional(tag.around(3)));
  tbs.end();

  const x509 = openSslOf(der);
  // The first version has no extensions; roots of that time are authorities all the same.
  const oldRoot = !version && sameBytes(subject.bytes, issuer.bytes);
  return {
    der,
    sha256: createHash("sha256").update(der).digest("hex"),
    serial: hex(serial.content),
    subject: nameOf(subject, where),
    issuer: nameOf(issuer, where),
    issuerBytes: issuer.bytes,
    notBefore: timeOf(validity.next(), where),
    notAfter: timeOf(validity.next(), where),
    signedWith,
    key: keyOf(x509),
    ...extensions,
    isAuthority: extensions.isAuthority || oldRoot,
    x509,
  };
}

/** OpenSSL's own reading, which later judges the signatures between certificates. */
function openSslOf(der: Uint8Array): X509Certificate {
  try {
    const x509 = new X509Certificate(der);
    if (!sameBytes(x509.raw, der)) throw new Malformed("certificate");
    return x509;
  } catch {
    throw new Malformed("certificate");
  }
}

function keyOf(x509: X509Certificate): KeyObject | undefined {
  try {
    return x509.publicKey;
  } catch {
    return undefined;
  }
}

function extensionsOf(around: Element | undefined) {
  const where = "certificate";
  const list = around ? (around.children[0]?.children ?? []) : [];
  const values = new Map<string, Element>();
  const unknownCritical: string[] = [];
  for (const element of list) {
    const fields = new Fields(element, tag.sequence, where);
    const oid = oidOf(fields.next(), where);
    const flag = fields.optional(tag.boolean);
    const octets = fields.next(tag.octets);
    fields.end();
    // Two of a kind could be read by one program this way and by another that way.
    if (values.has(oid)) throw new Malformed(where);
    values.set(oid, octets);
    const known = Object.values(extension).includes(oid);
    if (flag && booleanOf(flag, where) && !known) unknownCritical.push(oid);
  }
  const value = (oid: string) => {
    const octets = values.get(oid);
    return octets && inside(octets, where);
  };
  const keyId = value(extension.keyId);
  return {
    ...constraintsOf(value(extension.basicConstraints)),
    ...usageOf(value(extension.keyUsage)),
    purposes: purposesOf(value(extension.purposes)),
    keyId: keyId && hex(keyId.content),
    unknownCritical,
  };
}

function constraintsOf(element: Element | undefined) {
  const where = "certificate";
  if (!element) return { isAuthority: false, pathLength: undefined };
  const fields = new Fields(element, tag.sequence, where);
  const flag = fields.optional(tag.boolean);
  const length = fields.optional(tag.integer);
  fields.end();
  return {
    isAuthority: flag ? booleanOf(flag, where) : false,
    pathLength: length && smallOf(length, where),
  };
}

/** RFC 5280, 4.2.1.3: bit 0 digitalSignature, bit 1 contentCommitment, bit 5 keyCertSign. */
function usageOf(element: Element | undefined) {
  if (!element) return { signsCertificates: true, signsData: true };
  if (element.tag !== tag.bits || element.content.length < 2) throw new Malformed("certificate");
  const bits = element.content[1]!;
  return { signsCertificates: (bits & 0x04) !== 0, signsData: (bits & 0xc0) !== 0 };
}

function purposesOf(element: Element | undefined): string[] | undefined {
  if (!element) return undefined;
  if (element.tag !== tag.sequence || element.children.length === 0)
    throw new Malformed("certificate");
  return element.children.map((purpose) => oidOf(purpose, "certificate"));
}

export function viewOf(certificate: Certificate): CertificateView {
  const { subject, issuer, serial, sha256, notBefore, notAfter } = certificate;
  return { subject, issuer, serial, sha256, notBefore, notAfter };
}
