import {
  type Algorithm,
  algorithmOf,
  type Digest,
  digestBytes,
  digestOf,
  signedBy,
} from "./algorithm.ts";
import { decode, type Element, Fields, hex, oidOf, only, sameBytes, smallOf, tag } from "./asn1.ts";
import { type Certificate, certificateOf } from "./certificate.ts";
import { Malformed } from "./malformed.ts";
import type { Place } from "./verdict.ts";

/** PKCS#7 and CMS SignedData (RFC 2315, 9; RFC 5652, 5). */
export interface SignedData {
  contentType: string;
  /** The content, without what is wrapped around it. */
  content: Element;
  certificates: readonly Certificate[];
  /** Certificates of kinds that are not X.509, and revocation lists: nobody needs them here. */
  others: number;
  signers: readonly SignerInfo[];
}

export interface SignerInfo {
  /** Its certificate's issuer and serial number, or its key's identifier. */
  id: { issuer: Uint8Array; serial: string } | { keyId: string };
  /** Undefined for one that is not known. */
  digest: Digest | undefined;
  attributes: readonly Attribute[];
  /** What is signed: the attributes as a SET. */
  signedBytes: Uint8Array;
  algorithm: Algorithm;
  signature: Uint8Array;
  unsigned: readonly Attribute[];
}

export interface Attribute {
  oid: string;
  values: readonly Element[];
}

const signedDataOid = "1.2.840.113549.1.7.2";
const contentTypeOid = "1.2.840.113549.1.9.3";
const messageDigestOid = "1.2.840.113549.1.9.4";
const maxCertificates = 64;
const maxAttributes = 64;

/**
 * `version`: 1 in PKCS#7, 3 in CMS around a content of its own kind (RFC 5652, 5.1). Throws
 * `Malformed`.
 */
export function signedDataOf(element: Element, version: 1 | 3, where: Place): SignedData {
  const outer = new Fields(element, tag.sequence, where);
  if (oidOf(outer.next(), where) !== signedDataOid) throw new Malformed(where);
  const inner = only(outer.next(tag.around(0)), tag.sequence, where);
  outer.end();
  const fields = new Fields(inner, tag.sequence, where);
  if (smallOf(fields.next(), where) !== version) throw new Malformed(where);
  const declared = fields.next(tag.set).children.map((one) => algorithmOf(one, where));
  const encapsulated = new Fields(fields.next(), tag.sequence, where);
  const contentType = oidOf(encapsulated.next(), where);
  const wrapped = encapsulated.next(tag.around(0));
  encapsulated.end();
  const embedded = fields.optional(tag.around(0))?.children ?? [];
  const lists = fields.optional(tag.around(1))?.children ?? [];
  const signers = fields.next(tag.set).children.map((one) => signerInfoOf(one));
  fields.end();
  const x509 = embedded.filter((one) => one.tag === tag.sequence);
  const content = wrapped.children[0];
  const digests = declared.map((one) => digestOf(one, where));
  const agreed = signers.length > 0 && signers.every(({ digest }) => digests.includes(digest));
  const alone = digests.length === new Set(signers.map(({ digest }) => digest)).size;
  if (!content || wrapped.children.length !== 1 || x509.length > maxCertificates)
    throw new Malformed(where);
  if (!agreed || !alone) throw new Malformed(where);
  return {
    contentType,
    content,
    certificates: x509.map((one) => certificateOf(one.bytes)),
    others: embedded.length - x509.length + lists.length,
    signers,
  };
}

export function signerInfoOf(element: Element): SignerInfo {
  const where = "signer";
  const fields = new Fields(element, tag.sequence, where);
  const version = smallOf(fields.next(), where);
  const id = signerIdOf(fields.next());
  const digest = digestOf(algorithmOf(fields.next(), where), where);
  const signed = fields.next(tag.around(0));
  const algorithm = algorithmOf(fields.next(), where);
  const signature = fields.next(tag.octets).content;
  const unsigned = fields.optional(tag.around(1));
  fields.end();
  if (version !== ("keyId" in id ? 3 : 1)) throw new Malformed(where);
  // Signed under the tag that a SET has, sent under one of its own (RFC 5652, 5.4).
  const signedBytes = Uint8Array.from(signed.bytes);
  signedBytes[0] = tag.set;
  return {
    id,
    digest,
    attributes: attributesOf(signed),
    signedBytes,
    algorithm,
    signature,
    unsigned: unsigned ? attributesOf(unsigned) : [],
  };
}

function signerIdOf(element: Element): SignerInfo["id"] {
  if (element.tag === tag.inPlace(0)) return { keyId: hex(element.content) };
  const fields = new Fields(element, tag.sequence, "signer");
  const issuer = fields.next(tag.sequence).bytes;
  const serial = hex(fields.next(tag.integer).content);
  fields.end();
  return { issuer, serial };
}

function attributesOf(element: Element): Attribute[] {
  if (element.children.length > maxAttributes) throw new Malformed("attributes");
  return element.children.map((one) => {
    const fields = new Fields(one, tag.sequence, "attributes");
    const oid = oidOf(fields.next(), "attributes");
    const values = fields.next(tag.set).children;
    fields.end();
    return { oid, values };
  });
}

/** The only value of an attribute that must be there once. */
export function single(attributes: readonly Attribute[], oid: string): Element {
  const found = attributes.filter((attribute) => attribute.oid === oid);
  const [value, ...more] = found.flatMap(({ values }) => values);
  if (found.length !== 1 || !value || more.length > 0) throw new Malformed("attributes");
  return value;
}

export function certificateOfSigner(
  { id }: SignerInfo,
  certificates: readonly Certificate[],
): Certificate | undefined {
  return certificates.find((one) =>
    "keyId" in id
      ? one.keyId === id.keyId
      : one.serial === id.serial && sameBytes(one.issuerBytes, id.issuer),
  );
}

/**
 * Whether the signer's signed attributes name this content, and its key signed those attributes.
 * `content` is what stands inside the content's own tag and length. Throws `Malformed`.
 */
export function checkSigner(
  signer: SignerInfo,
  digest: Digest,
  contentType: string,
  content: Uint8Array,
  certificate: Certificate,
): "ok" | "signature-invalid" | "unknown-algorithm" {
  const type = oidOf(single(signer.attributes, contentTypeOid), "attributes");
  const stated = single(signer.attributes, messageDigestOid);
  if (stated.tag !== tag.octets || type !== contentType) throw new Malformed("attributes");
  if (!sameBytes(stated.content, digestBytes(digest, content))) return "signature-invalid";
  if (!certificate.key) return "unknown-algorithm";
  const { algorithm, signedBytes, signature } = signer;
  const answer = signedBy(certificate.key, algorithm, digest, signedBytes, signature);
  return answer === "yes" ? "ok" : answer === "no" ? "signature-invalid" : answer;
}

/** A whole PKCS#7 in bytes of its own. Throws `Malformed`. */
export const readSignedData = (bytes: Uint8Array, where: Place): SignedData =>
  signedDataOf(decode(bytes, where), 1, where);
