import { type Digest, weakDigest } from "./algorithm.ts";
import { type Certificate, viewOf } from "./certificate.ts";
import { chainOf, purpose } from "./chain.ts";
import { attempt } from "./malformed.ts";
import type { AuthenticodeOptions } from "./options.ts";
import type { OneSignature, Remark, TimestampView } from "./signature.ts";
import { nestedOid, type Signed } from "./signed.ts";
import { certificateOfSigner, checkSigner } from "./signed-data.ts";
import { indirectData } from "./spc.ts";
import { judgeTimestamp, type Timestamp, timestampOids } from "./timestamp.ts";
import type { Place, SignatureVerdict } from "./verdict.ts";

type Parts = Extract<Signed, { data: unknown }>;

const dayMs = 86_400_000;

/** Judges one signature; `found` has the digests of the file as it is. */
export function judgeSignature(
  signed: Signed,
  found: ReadonlyMap<Digest, string>,
  options: AuthenticodeOptions,
): { signature: OneSignature; remarks: Remark[] } {
  const { entry, nested } = signed;
  const base = { entry, nested, timestamps: [], chain: [] };
  if ("where" in signed)
    return { signature: { ...base, verdict: "malformed", where: signed.where }, remarks: [] };

  const { certificate, verdict, where } = integrity(signed, found, options);
  const timestamps = timestampsOf(signed, options);
  const times = timestamps.map(({ view }) => view);
  const trust = certificate && trustOf(signed, certificate, times, options);
  const stamped = times.find((time) => time.verdict === "timestamp-invalid");
  const signature: OneSignature = {
    ...base,
    verdict: verdict ?? stamped?.verdict ?? trust?.verdict ?? "chain-incomplete",
    ...digestView(signed, found),
    ...(certificate && { signer: viewOf(certificate) }),
    timestamps: times,
    ...(trust && { judgedAt: trust.at }),
    chain: trust?.chain.map(viewOf) ?? [],
  };
  const place = where ?? (verdict ? undefined : stamped?.where);
  if (place) signature.where = place;
  return { signature, remarks: remarksOf(signed, trust?.chain ?? [], timestamps) };
}

/** Whether the file is the one that this signer signed: undefined where it is. */
function integrity(
  { data, signer, file }: Parts,
  found: ReadonlyMap<Digest, string>,
  { intermediates = [], roots, legacy = false }: AuthenticodeOptions,
): { certificate?: Certificate; verdict?: SignatureVerdict; where?: Place } {
  const certificate = certificateOfSigner(signer, [
    ...data.certificates,
    ...intermediates,
    ...roots,
  ]);
  const known = certificate ? { certificate } : {};
  const { digest } = signer;
  if (!digest || !file.digest) return { ...known, verdict: "unknown-algorithm" };
  // The content is signed under the same digest that the file has; two would be one too many.
  if (digest !== file.digest) return { ...known, verdict: "malformed", where: "signed-content" };
  if (weakDigest(digest, true)) return { ...known, verdict: "weak-algorithm" };
  if (found.get(digest) !== file.value) return { ...known, verdict: "digest-mismatch" };
  if (!certificate) return { verdict: "chain-incomplete" };
  const checked = attempt(() =>
    checkSigner(signer, digest, indirectData, data.content.content, certificate),
  );
  if ("where" in checked) return { certificate, verdict: "malformed", where: checked.where };
  if (checked.value !== "ok") return { certificate, verdict: checked.value };
  return weakDigest(digest, legacy) ? { certificate, verdict: "weak-algorithm" } : { certificate };
}

function timestampsOf({ data, signer }: Parts, options: AuthenticodeOptions): Timestamp[] {
  const question = {
    signature: signer.signature,
    beside: data.certificates,
    roots: options.timestampRoots ?? options.roots,
    between: options.intermediates ?? [],
    revoked: options.revoked ?? [],
    legacy: options.legacy ?? false,
  };
  const kinds = Object.entries(timestampOids) as [TimestampView["kind"], string][];
  const values = kinds.flatMap(([kind, wanted]) =>
    signer.unsigned
      .filter(({ oid }) => oid === wanted)
      .flatMap((attribute) => attribute.values.map((value) => ({ kind, value }))),
  );
  return values.map(({ kind, value }) => judgeTimestamp(kind, value, question));
}

/** The chain at the earliest time that is proven, or now. */
function trustOf(
  { data }: Parts,
  certificate: Certificate,
  timestamps: readonly TimestampView[],
  options: AuthenticodeOptions,
) {
  const now = options.now.getTime();
  const proven = timestamps.flatMap(({ verdict, time }) =>
    verdict === "valid" && time !== undefined ? [time] : [],
  );
  // Some certificates end every signature together with themselves, whatever its time.
  const ends = certificate.purposes?.includes(purpose.lifetimeSigning) === true;
  const stamped = proven.length > 0 && !ends;
  const at = stamped ? Math.min(...proven) : now;
  const answer = chainOf(certificate, {
    roots: options.roots,
    between: [...data.certificates, ...(options.intermediates ?? [])],
    purpose: purpose.codeSigning,
    at,
    stamped,
    revoked: options.revoked ?? [],
    legacy: options.legacy ?? false,
  });
  // Time zones are no reason to doubt; a signature from days ahead means that a clock is wrong.
  const ahead = answer.verdict === "valid" && !(at <= now + dayMs);
  return { ...answer, verdict: ahead ? ("not-yet-valid" as const) : answer.verdict, at };
}

function digestView({ file }: Parts, found: ReadonlyMap<Digest, string>) {
  const { digest, value } = file;
  if (!digest) return {};
  return { digest: { algorithm: digest, signed: value, found: found.get(digest) ?? "" } };
}

/** What came along with a signature and that nothing covers. */
function remarksOf(
  { data, signer }: Parts,
  chain: readonly Certificate[],
  timestamps: readonly Timestamp[],
): Remark[] {
  const used = new Set([chain, ...timestamps.map((one) => one.chain)].flat().map((c) => c.sha256));
  const brought = [data.certificates, ...timestamps.map((one) => one.certificates)].flat();
  const unused = new Set(brought.map((c) => c.sha256).filter((sha256) => !used.has(sha256)));
  const known: string[] = [nestedOid, ...Object.values(timestampOids)];
  const attributes = [
    ...signer.unsigned.filter(({ oid }) => !known.includes(oid)),
    ...timestamps.flatMap((one) => one.unsigned),
  ];
  const others = data.others + timestamps.reduce((sum, one) => sum + one.others, 0);
  const doubtful = timestamps.filter(({ view }) => view.verdict !== "valid");
  return [
    ...attributes.map(({ oid }): Remark => ({ code: "unknown-attribute", what: oid })),
    ...(others > 0 ? [{ code: "revocation-lists" } as const] : []),
    ...[...unused].map((what): Remark => ({ code: "unused-certificate", what })),
    ...(doubtful.length > 0 ? [{ code: "timestamp-untrusted" } as const] : []),
  ];
}
