import { constants, createHash, type KeyObject, verify } from "node:crypto";
import { decode, type Element, Fields, oidOf, smallOf, tag } from "./asn1.ts";
import { attempt, Malformed } from "./malformed.ts";
import type { Place } from "./verdict.ts";

/** Digests that are told apart. MD2 and MD5 are known in order to be refused. */
export const digests = ["md2", "md5", "sha1", "sha256", "sha384", "sha512"] as const;
export type Digest = (typeof digests)[number];

export interface Algorithm {
  oid: string;
  parameters: Element | undefined;
}

type Kind = "rsa" | "rsa-pss" | "ec";
type Scheme = { kind: Kind; digest?: Digest };

/** RFC 8017, RFC 5754, NIST's register. */
const digestOids: Readonly<Record<string, Digest>> = {
  "1.2.840.113549.2.2": "md2",
  "1.2.840.113549.2.5": "md5",
  "1.3.14.3.2.26": "sha1",
  "2.16.840.1.101.3.4.2.1": "sha256",
  "2.16.840.1.101.3.4.2.2": "sha384",
  "2.16.840.1.101.3.4.2.3": "sha512",
};

/** RFC 8017, RFC 5758. Authenticode also names the kind of key alone. */
const schemes: Readonly<Record<string, Scheme>> = {
  "1.2.840.113549.1.1.1": { kind: "rsa" },
  "1.2.840.113549.1.1.2": { kind: "rsa", digest: "md2" },
  "1.2.840.113549.1.1.4": { kind: "rsa", digest: "md5" },
  "1.2.840.113549.1.1.5": { kind: "rsa", digest: "sha1" },
  "1.2.840.113549.1.1.10": { kind: "rsa-pss" },
  "1.2.840.113549.1.1.11": { kind: "rsa", digest: "sha256" },
  "1.2.840.113549.1.1.12": { kind: "rsa", digest: "sha384" },
  "1.2.840.113549.1.1.13": { kind: "rsa", digest: "sha512" },
  "1.2.840.10045.2.1": { kind: "ec" },
  "1.2.840.10045.4.1": { kind: "ec", digest: "sha1" },
  "1.2.840.10045.4.3.2": { kind: "ec", digest: "sha256" },
  "1.2.840.10045.4.3.3": { kind: "ec", digest: "sha384" },
  "1.2.840.10045.4.3.4": { kind: "ec", digest: "sha512" },
};

const mgf1 = "1.2.840.113549.1.1.8";

export function algorithmOf(element: Element | undefined, where: Place): Algorithm {
  const fields = new Fields(element, tag.sequence, where);
  const oid = oidOf(fields.next(), where);
  const parameters = element!.children.length > 1 ? fields.next() : undefined;
  fields.end();
  return { oid, parameters };
}

const bare = ({ parameters }: Algorithm) =>
  parameters === undefined || (parameters.tag === tag.null && parameters.content.length === 0);

/** The digest that an algorithm identifier names; undefined for an unknown one. */
export function digestOf(algorithm: Algorithm, where: Place): Digest | undefined {
  if (!bare(algorithm)) throw new Malformed(where);
  return Object.hasOwn(digestOids, algorithm.oid) ? digestOids[algorithm.oid] : undefined;
}

/** The digest a certificate is signed with; undefined for an unknown algorithm. */
export function signingDigest(algorithm: Algorithm): Digest | undefined {
  const scheme = schemeOf(algorithm);
  return scheme?.kind === "rsa-pss" ? pssOf(algorithm)?.digest : scheme?.digest;
}

function schemeOf({ oid }: Algorithm): Scheme | undefined {
  return Object.hasOwn(schemes, oid) ? schemes[oid] : undefined;
}

/** RSASSA-PSS-params (RFC 8017, A.2.3); its defaults mean SHA-1. */
function pssOf({ parameters }: Algorithm): { digest: Digest; salt: number } | undefined {
  const read = attempt(() => {
    const fields = new Fields(parameters, tag.sequence, "signer");
    const inside = (n: number) => fields.optional(tag.around(n))?.children[0];
    const hash = inside(0);
    const mask = inside(1);
    const salt = inside(2);
    const trailer = inside(3);
    fields.end();
    const nameOf = (element: Element | undefined) =>
      element ? digestOf(algorithmOf(element, "signer"), "signer") : "sha1";
    const digest = nameOf(hash);
    const generator = mask && algorithmOf(mask, "signer");
    const same = nameOf(generator?.parameters) === digest;
    const ours = same && (!generator || generator.oid === mgf1);
    if (!digest || !ours || (trailer && smallOf(trailer, "signer") !== 1)) return undefined;
    return { digest, salt: salt ? smallOf(salt, "signer") : 20 };
  });
  return "value" in read ? read.value : undefined;
}

/**
 * Whether `signature` is over `data`. The digest must be the one named beside the signature: one
 * scheme with two digests is never as meant.
 */
export function signedBy(
  key: KeyObject,
  algorithm: Algorithm,
  digest: Digest,
  data: Uint8Array,
  signature: Uint8Array,
): "yes" | "no" | "unknown-algorithm" {
  const scheme = schemeOf(algorithm);
  const pss = scheme?.kind === "rsa-pss" ? pssOf(algorithm) : undefined;
  if (!scheme || (scheme.kind === "rsa-pss" && !pss)) return "unknown-algorithm";
  const named = pss?.digest ?? scheme.digest ?? digest;
  const fits = scheme.kind === key.asymmetricKeyType || (pss && key.asymmetricKeyType === "rsa");
  if (named !== digest || !fits || (!pss && !bare(algorithm))) return "no";
  const options = pss
    ? { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: pss.salt }
    : { key };
  try {
    return verify(digest, data, options, signature) ? "yes" : "no";
  } catch {
    // OpenSSL refuses what it cannot even read as a signature of this kind.
    return "no";
  }
}

/** Bits of the key that decide how strong it is; 0 where they cannot be told. */
export function keyBits(key: KeyObject): number {
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {};
  const curves: Record<string, number> = { prime256v1: 256, secp384r1: 384, secp521r1: 521 };
  return modulusLength ?? curves[namedCurve ?? ""] ?? 0;
}

/**
 * Whether a digest is too weak to prove anything. SHA-1 has had chosen-prefix collisions since
 * 2020 (Leurent, Peyrin: SHA-1 is a Shambles); `legacy` accepts it for files from before 2016.
 */
export function weakDigest(digest: Digest, legacy: boolean): boolean {
  return digest === "md2" || digest === "md5" || (digest === "sha1" && !legacy);
}

/** Whether a key is too short (NIST SP 800-57 part 1, table 2); `legacy` accepts RSA of 1024 bits. */
export function weakKey(key: KeyObject, legacy: boolean): boolean {
  const type = key.asymmetricKeyType;
  if (type === "rsa" || type === "rsa-pss") return keyBits(key) < (legacy ? 1_024 : 2_048);
  return keyBits(key) < 256;
}

export const digestBytes = (digest: Digest, bytes: Uint8Array): Uint8Array =>
  createHash(digest).update(bytes).digest();

/** Reads one element that stands in an octet string, as extensions do. */
export const inside = (octets: Element, where: Place): Element => decode(octets.content, where);
