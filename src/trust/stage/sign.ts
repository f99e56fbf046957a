import { createHash, sign } from "node:crypto";
import {
  hashAlgorithm,
  type Made,
  now,
  pssAlgorithm,
  signatureAlgorithm,
  signPss,
} from "./authority.ts";
import {
  around,
  bits,
  der,
  generalizedTime,
  integer,
  octets,
  oid,
  sequence,
  set,
  utcTime,
} from "./der.ts";
import { attach, minimalPe, type PeWanted, peDigest, tableEntry } from "./pe.ts";

/** Signs as signtool does, and in every wrong way that tests need. */
export interface SignWanted {
  signer: Made;
  /** Certificates that come along; the signer's own always does. */
  along?: Made[];
  digest?: string;
  pss?: boolean;
  /** Other digest in the content than in the signer's line. */
  fileDigest?: string;
  /** What is named as the algorithm, whatever signs. */
  algorithm?: Buffer;
  /** The signer stands there twice. */
  twice?: boolean;
  /** The digest that the signature declares before its signers. */
  declared?: string;
  /** Changes the attributes that are signed. */
  attributes?: (usual: Buffer[]) => Buffer[];
  /** Makes the unsigned attributes from the signature. */
  unsigned?: (signature: Buffer) => Buffer[];
}

const oids = {
  signedData: "1.2.840.113549.1.7.2",
  data: "1.2.840.113549.1.7.1",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingTime: "1.2.840.113549.1.9.5",
  indirectData: "1.3.6.1.4.1.311.2.1.4",
  peImage: "1.3.6.1.4.1.311.2.1.15",
  opus: "1.3.6.1.4.1.311.2.1.12",
  nested: "1.3.6.1.4.1.311.2.4.1",
  rfc3161: "1.3.6.1.4.1.311.3.3.1",
  countersignature: "1.2.840.113549.1.9.6",
  timestampInfo: "1.2.840.113549.1.9.16.1.4",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
};

export const attribute = (id: string, ...values: Buffer[]) => sequence(oid(id), set(...values));
export const hash = (digest: string, bytes: Uint8Array) =>
  createHash(digest).update(bytes).digest();

interface SignerWanted {
  signer: Made;
  digest: string;
  pss?: boolean;
  algorithm?: Buffer;
  attributes: Buffer[];
  unsigned?: SignWanted["unsigned"];
}

function signerInfo(wanted: SignerWanted): Buffer {
  const { signer, digest, pss, attributes, unsigned } = wanted;
  const { certificate, key, kind } = signer;
  const signedBytes = set(...attributes);
  const signature = pss ? signPss(digest, signedBytes, key) : sign(digest, signedBytes, key);
  const extra = unsigned?.(signature) ?? [];
  const serial = integer(Buffer.from(certificate.serial, "hex"));
  const signed = Buffer.from(signedBytes);
  signed[0] = 0xa0;
  return sequence(
    integer(1),
    sequence(Buffer.from(certificate.issuerBytes), serial),
    hashAlgorithm(digest),
    signed,
    wanted.algorithm ?? (pss ? pssAlgorithm(digest) : signatureAlgorithm(kind, digest)),
    octets(signature),
    ...(extra.length > 0 ? [around(1, ...extra)] : []),
  );
}

function signedData(
  version: number,
  digest: string,
  content: Buffer,
  certificates: Made[],
  ...signers: Buffer[]
): Buffer {
  const brought = certificates.map(({ certificate }) => certificate.der);
  const inner = sequence(
    integer(version),
    set(hashAlgorithm(digest)),
    content,
    around(0, ...brought),
    set(...signers),
  );
  return sequence(oid(oids.signedData), around(0, inner));
}

/** The PKCS#7 of a signature over a file's digest. */
export function pkcs7(value: Buffer, wanted: SignWanted): Buffer {
  const { signer, along = [], digest = "sha256", fileDigest = digest } = wanted;
  const change = wanted.attributes ?? ((usual) => usual);
  const obsolete = around(0, around(2, der(0x80)));
  const image = sequence(bits(Buffer.alloc(0)), obsolete);
  const content = sequence(
    sequence(oid(oids.peImage), image),
    sequence(hashAlgorithm(fileDigest), octets(value)),
  );
  const body = content.subarray(content[1]! < 0x80 ? 2 : 2 + (content[1]! & 0x7f));
  const attributes = change([
    attribute(oids.contentType, oid(oids.indirectData)),
    attribute(oids.messageDigest, octets(hash(digest, body))),
    attribute(oids.opus, sequence()),
  ]);
  const info = signerInfo({ ...wanted, digest, attributes });
  const wrapped = sequence(oid(oids.indirectData), around(0, content));
  const signers = wanted.twice ? [info, info] : [info];
  return signedData(1, wanted.declared ?? digest, wrapped, [signer, ...along], ...signers);
}

/** A whole file with one signature, and whatever else `wanted` says. */
export function signedPe(wanted: SignWanted, pe: PeWanted = {}): Buffer {
  const file = minimalPe(pe);
  const { digest = "sha256", fileDigest = digest } = wanted;
  const value = peDigest(file, fileDigest, pe.bits);
  return attach(file, tableEntry(pkcs7(value, wanted)), pe.bits);
}

export const nested = (...signatures: Buffer[]) => attribute(oids.nested, ...signatures);

export interface StampWanted {
  authority: Made;
  along?: Made[];
  time?: number;
  digest?: string;
  /** Over something else than the signature. */
  over?: Uint8Array;
  /** Names another certificate than the one that signs. */
  names?: Made;
  /** Another kind of content than a timestamp. */
  kind?: string;
  /** Brings no certificates along. */
  alone?: boolean;
}

/** An RFC 3161 token as an unsigned attribute. */
export const rfc3161 = (wanted: StampWanted) => (signature: Buffer) => {
  const { authority, along = [], time = now, digest = "sha256", over, names } = wanted;
  const kind = oid(wanted.kind ?? oids.timestampInfo);
  const imprint = sequence(hashAlgorithm(digest), octets(hash(digest, over ?? signature)));
  const info = sequence(integer(1), oid("1.2.3.4"), imprint, integer(77), generalizedTime(time));
  const named = octets(hash("sha256", (names ?? authority).certificate.der));
  const attributes = [
    attribute(oids.contentType, kind),
    attribute(oids.messageDigest, octets(hash(digest, info))),
    attribute(oids.signingCertificateV2, sequence(sequence(sequence(named)))),
  ];
  const content = sequence(kind, around(0, octets(info)));
  const brought = wanted.alone ? [] : [authority, ...along];
  const signer = signerInfo({ signer: authority, digest, attributes });
  return attribute(oids.rfc3161, signedData(3, digest, content, brought, signer));
};

/** A PKCS#9 countersignature as an unsigned attribute; its certificates come with the signature. */
export const countersignature = (wanted: StampWanted) => (signature: Buffer) => {
  const { authority, time = now, digest = "sha256", over } = wanted;
  const attributes = [
    attribute(oids.contentType, oid(oids.data)),
    attribute(oids.signingTime, utcTime(time)),
    attribute(oids.messageDigest, octets(hash(digest, over ?? signature))),
  ];
  return attribute(oids.countersignature, signerInfo({ signer: authority, digest, attributes }));
};
