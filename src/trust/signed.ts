import { type Digest, weakDigest } from "./algorithm.ts";
import { attempt, Malformed } from "./malformed.ts";
import { readSignedData, type SignedData, type SignerInfo } from "./signed-data.ts";
import { type FileDigest, fileDigestOf, indirectData } from "./spc.ts";
import { timestampOids } from "./timestamp.ts";
import type { Place } from "./verdict.ts";

/** Where Authenticode keeps further signatures of the same file. */
export const nestedOid = "1.3.6.1.4.1.311.2.4.1";

const maxNested = 8;
const maxTimestamps = 4;

export interface Standing {
  entry: number;
  nested: boolean;
}

/** One signature taken apart, or the place where it is not as its format says. */
export type Signed = Standing &
  ({ where: Place } | { data: SignedData; signer: SignerInfo; file: FileDigest });

/** The signature of one entry, and those nested in it. A nested one may nest no others. */
export function readSigned(pkcs7: Uint8Array, entry: number): Signed[] {
  const own = attempt(() => partsOf(pkcs7));
  if ("where" in own) return [{ entry, nested: false, where: own.where }];
  const values = own.value.signer.unsigned
    .filter(({ oid }) => oid === nestedOid)
    .flatMap((attribute) => attribute.values);
  const nested = values.slice(0, maxNested).map(({ bytes }): Signed => {
    const parts = attempt(() => {
      const read = partsOf(bytes);
      if (read.signer.unsigned.some(({ oid }) => oid === nestedOid))
        throw new Malformed("nested-signature");
      return read;
    });
    return { entry, nested: true, ...("where" in parts ? parts : parts.value) };
  });
  const tooMany: Signed[] =
    values.length > maxNested ? [{ entry, nested: true, where: "nested-signature" }] : [];
  return [{ entry, nested: false, ...own.value }, ...nested, ...tooMany];
}

/** Authenticode has one signer for each signature. */
function partsOf(pkcs7: Uint8Array) {
  const data = readSignedData(pkcs7, "signed-data");
  const [signer, ...more] = data.signers;
  if (!signer || more.length > 0) throw new Malformed("signer");
  if (data.contentType !== indirectData) throw new Malformed("signed-content");
  const kinds: string[] = Object.values(timestampOids);
  const stamps = signer.unsigned.filter(({ oid }) => kinds.includes(oid));
  if (stamps.flatMap(({ values }) => values).length > maxTimestamps)
    throw new Malformed("attributes");
  return { data, signer, file: fileDigestOf(data.content) };
}

/** Digests of the file that some signature names and that can mean something. */
export function digestsWanted(signed: readonly Signed[]): Set<Digest> {
  const named = signed.flatMap((one) => ("file" in one && one.file.digest) || []);
  return new Set(named.filter((digest) => !weakDigest(digest, true)));
}
