import {
  algorithmOf,
  type Digest,
  digestBytes,
  digestOf,
  inside,
  weakDigest,
} from "./algorithm.ts";
import { type Element, Fields, oidOf, sameBytes, smallOf, tag, timeOf } from "./asn1.ts";
import { type Certificate, viewOf } from "./certificate.ts";
import { type ChainQuestion, chainOf, purpose } from "./chain.ts";
import { Malformed } from "./malformed.ts";
import type { TimestampView } from "./signature.ts";
import {
  type Attribute,
  certificateOfSigner,
  checkSigner,
  type SignedData,
  type SignerInfo,
  signedDataOf,
  signerInfoOf,
  single,
} from "./signed-data.ts";
import type { SignatureVerdict } from "./verdict.ts";

/** Where Authenticode keeps an RFC 3161 token, and PKCS#9 a countersignature. */
export const timestampOids = {
  rfc3161: "1.3.6.1.4.1.311.3.3.1",
  countersignature: "1.2.840.113549.1.9.6",
} as const;

const oids = {
  data: "1.2.840.113549.1.7.1",
  timestampInfo: "1.2.840.113549.1.9.16.1.4",
  signingTime: "1.2.840.113549.1.9.5",
  /** RFC 2634, 5.4 and RFC 5035, 3: which certificate a token was signed with. */
  signingCertificate: "1.2.840.113549.1.9.16.2.12",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
};

export interface TimestampQuestion {
  /** The signature whose time is told. */
  signature: Uint8Array;
  /** Certificates that came along with it. */
  beside: readonly Certificate[];
  roots: readonly Certificate[];
  between: readonly Certificate[];
  revoked: ChainQuestion["revoked"];
  legacy: boolean;
}

/** A timestamp judged, and what of its own nothing covers. */
export interface Timestamp {
  view: TimestampView;
  chain: readonly Certificate[];
  certificates: readonly Certificate[];
  others: number;
  unsigned: readonly Attribute[];
}

interface Stamp {
  kind: TimestampView["kind"];
  signer: SignerInfo;
  contentType: string;
  content: Uint8Array;
  time: number;
  /** What it says it was made for, where it says so apart from its signer. */
  imprint: { digest: Digest | undefined; value: Uint8Array } | undefined;
  data: SignedData | undefined;
}

/** Judges one timestamp. Its authority must have been good when it said the time. */
export function judgeTimestamp(
  kind: TimestampView["kind"],
  value: Element,
  question: TimestampQuestion,
): Timestamp {
  try {
    const stamp = kind === "rfc3161" ? tokenOf(value) : countersignatureOf(value, question);
    return judged(stamp, question);
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    const view = { kind, verdict: "timestamp-invalid", where: error.where } as const;
    return { view, chain: [], certificates: [], others: 0, unsigned: [] };
  }
}

function judged(stamp: Stamp, question: TimestampQuestion): Timestamp {
  const { kind, signer, time, data } = stamp;
  const between = [...(data?.certificates ?? []), ...question.beside, ...question.between];
  const certificate = certificateOfSigner(signer, [...between, ...question.roots]);
  const base = { kind, time, ...(certificate && { signer: viewOf(certificate) }) };
  const answer = (verdict: SignatureVerdict, chain: readonly Certificate[] = []): Timestamp => ({
    view: { ...base, verdict },
    chain,
    certificates: data?.certificates ?? [],
    others: data?.others ?? 0,
    unsigned: signer.unsigned,
  });
  if (!certificate) return answer("chain-incomplete");
  const used = [signer.digest, ...(stamp.imprint ? [stamp.imprint.digest] : [])];
  const { digest } = signer;
  if (!digest || used.includes(undefined)) return answer("unknown-algorithm");
  if (used.some((one) => weakDigest(one!, true))) return answer("weak-algorithm");
  if (stamp.imprint && !isImprint(stamp.imprint.digest!, stamp.imprint.value, question.signature))
    return answer("timestamp-invalid");
  const checked = checkSigner(signer, digest, stamp.contentType, stamp.content, certificate);
  if (checked !== "ok")
    return answer(checked === "signature-invalid" ? "timestamp-invalid" : checked);
  if (!namesItself(signer, certificate)) return answer("timestamp-invalid");
  if (used.some((one) => weakDigest(one!, question.legacy))) return answer("weak-algorithm");
  const { verdict, chain } = chainOf(certificate, {
    roots: question.roots,
    between,
    purpose: purpose.timeStamping,
    at: time,
    // Who has an authority's key can tell any time: one that is revoked proves nothing at all.
    stamped: false,
    revoked: question.revoked,
    legacy: question.legacy,
  });
  return answer(verdict, chain);
}

const isImprint = (digest: Digest, value: Uint8Array, signature: Uint8Array) =>
  sameBytes(digestBytes(digest, signature), value);

/** RFC 3161, 2.4.2. */
function tokenOf(value: Element): Stamp {
  const where = "timestamp";
  const data = signedDataOf(value, 3, where);
  const [signer, ...more] = data.signers;
  const { content } = data.content;
  if (!signer || more.length > 0 || data.content.tag !== tag.octets) throw new Malformed(where);
  if (data.contentType !== oids.timestampInfo) throw new Malformed(where);
  const fields = new Fields(inside(data.content, where), tag.sequence, where);
  if (smallOf(fields.next(), where) !== 1) throw new Malformed(where);
  oidOf(fields.next(), where);
  const imprint = new Fields(fields.next(), tag.sequence, where);
  const digest = digestOf(algorithmOf(imprint.next(), where), where);
  const stated = imprint.next(tag.octets).content;
  imprint.end();
  fields.next(tag.integer);
  const time = timeOf(fields.next(tag.generalizedTime), where);
  return {
    kind: "rfc3161",
    signer,
    contentType: data.contentType,
    content,
    time,
    imprint: { digest, value: stated },
    data,
  };
}

/** RFC 2985, 5.3.6: its content is the signature itself, its time a signed attribute. */
function countersignatureOf(value: Element, { signature }: TimestampQuestion): Stamp {
  const signer = signerInfoOf(value);
  const time = timeOf(single(signer.attributes, oids.signingTime), "timestamp");
  return {
    kind: "countersignature",
    signer,
    contentType: oids.data,
    content: signature,
    time,
    imprint: undefined,
    data: undefined,
  };
}

/** A token that names its certificate must name the one that it is checked with. */
function namesItself({ attributes }: SignerInfo, certificate: Certificate): boolean {
  const named = (oid: string, standard: Digest) => {
    if (!attributes.some((one) => one.oid === oid)) return true;
    const list = single(attributes, oid).children[0];
    const fields = new Fields(list?.children[0], tag.sequence, "timestamp");
    const algorithm = fields.optional(tag.sequence);
    const digest = algorithm
      ? digestOf(algorithmOf(algorithm, "timestamp"), "timestamp")
      : standard;
    const stated = fields.next(tag.octets).content;
    return (
      digest !== undefined &&
      !weakDigest(digest, true) &&
      sameBytes(digestBytes(digest, certificate.der), stated)
    );
  };
  return named(oids.signingCertificate, "sha1") && named(oids.signingCertificateV2, "sha256");
}
