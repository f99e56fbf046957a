import { algorithmOf, type Digest, digestOf } from "./algorithm.ts";
import { type Element, Fields, hex, oidOf, tag } from "./asn1.ts";
import { Malformed } from "./malformed.ts";

/** SpcIndirectDataContent, the content type of every Authenticode signature. */
export const indirectData = "1.3.6.1.4.1.311.2.1.4";

/** The kind of data that a digest over a PE file is said to be about. */
const peImageData = "1.3.6.1.4.1.311.2.1.15";

/** What was signed: the digest of the file. `digest` is undefined for an unknown algorithm. */
export interface FileDigest {
  digest: Digest | undefined;
  /** Lower-case hex. */
  value: string;
}

const lengths: Readonly<Partial<Record<Digest, number>>> = {
  md5: 16,
  sha1: 20,
  sha256: 32,
  sha384: 48,
  sha512: 64,
};

/** Throws `Malformed`: also where the signature is over another kind of file. */
export function fileDigestOf(content: Element): FileDigest {
  const where = "signed-content";
  const fields = new Fields(content, tag.sequence, where);
  const [type] = fields.next(tag.sequence).children;
  const info = new Fields(fields.next(), tag.sequence, where);
  fields.end();
  if (oidOf(type, where) !== peImageData) throw new Malformed(where);
  const digest = digestOf(algorithmOf(info.next(), where), where);
  const value = info.next(tag.octets).content;
  info.end();
  if (digest && lengths[digest] !== undefined && value.length !== lengths[digest])
    throw new Malformed(where);
  return { digest, value: hex(value) };
}
