import { createHash } from "node:crypto";
import type { z } from "zod";
import { BundleFault } from "../fault.ts";
import { isSignatureOf, keyIdOf } from "../keys/key.ts";
import { canonicalBytes } from "./canonical.ts";
import {
  type Delegations,
  type Envelope,
  envelopeOf,
  type PublicKey,
  RootSigned,
  type Signed,
  SnapshotSigned,
  TargetsSigned,
  TimestampSigned,
} from "./shape.ts";
import { readStrict } from "./strict.ts";

/** A file of metadata as it was read. */
export interface Read<T extends Signed = Signed> extends Envelope<T> {
  bytes: Buffer;
  /** Of what is signed, in lower-case hex: the same whoever has signed it by now. */
  sha256: string;
}

const root = envelopeOf(RootSigned);
const targets = envelopeOf(TargetsSigned);
const snapshot = envelopeOf(SnapshotSigned);
const timestamp = envelopeOf(TimestampSigned);

/** Each throws BundleFault where the bytes are not exactly such a file. `name` is for the fault. */
export const readRoot = (bytes: Uint8Array, name: string): Read<RootSigned> => {
  const read = readEnvelope<RootSigned>(root, bytes, name);
  checkKeyIds(read.signed.keys, name);
  checkKeyIds(read.signed.delegations.keys, name);
  checkQuorums(Object.values(read.signed.roles), read.signed.keys, name);
  checkParts(read.signed.delegations, name);
  return read;
};
export const readTargets = (bytes: Uint8Array, name: string): Read<TargetsSigned> =>
  readEnvelope<TargetsSigned>(targets, bytes, name);
export const readSnapshot = (bytes: Uint8Array, name: string): Read<SnapshotSigned> =>
  readEnvelope<SnapshotSigned>(snapshot, bytes, name);
export const readTimestamp = (bytes: Uint8Array, name: string): Read<TimestampSigned> =>
  readEnvelope<TimestampSigned>(timestamp, bytes, name);

function readEnvelope<T extends Signed>(
  shape: z.ZodType<Envelope>,
  bytes: Uint8Array,
  name: string,
): Read<T> {
  const read = readStrict(bytes);
  if (read.is === "malformed")
    throw new BundleFault("metadata.malformed", name, { where: read.where });
  const parsed = shape.safeParse(read.value);
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join(".") ?? "";
    throw new BundleFault("metadata.shape", name, { where });
  }
  // Zod gives copies; what was signed is what stands in the file.
  const { signatures, signed } = read.value as Envelope<T>;
  return { bytes: Buffer.from(bytes), signatures, signed, sha256: signedSha256(signed) };
}

export const signedSha256 = (signed: unknown): string =>
  createHash("sha256").update(canonicalBytes(signed)).digest("hex");

export const bytesOf = ({ signatures, signed }: Envelope): Buffer =>
  canonicalBytes({ signatures, signed });

/** An id that is not the key's own would let one person count twice. */
function checkKeyIds(keys: Readonly<Record<string, PublicKey>>, name: string): void {
  for (const [keyid, key] of Object.entries(keys)) {
    if (keyIdOf(key) !== keyid) throw new BundleFault("metadata.key-id", name, { key: keyid });
  }
}

function checkParts({ keys, roles }: Delegations, name: string): void {
  checkQuorums(roles, keys, name);
}

function checkQuorums(
  roles: readonly { keyids: readonly string[] }[],
  keys: Readonly<Record<string, PublicKey>>,
  name: string,
): void {
  for (const keyid of roles.flatMap(({ keyids }) => keyids)) {
    if (!Object.hasOwn(keys, keyid))
      throw new BundleFault("metadata.shape", name, { where: keyid });
  }
}

/**
 * The keys that have signed. Every signature in the file must be by one of the keys and must hold:
 * one that counts for nothing has no business there.
 */
export function signersOf(
  { signatures, signed }: Envelope,
  keys: ReadonlyMap<string, PublicKey>,
  name: string,
): string[] {
  const bytes = canonicalBytes(signed);
  return signatures.map(({ keyid, sig }) => {
    const key = keys.get(keyid);
    if (!key) throw new BundleFault("signature.stranger", name, { key: keyid });
    if (!isSignatureOf(key, bytes, sig))
      throw new BundleFault("signature.bad", name, { key: keyid });
    return keyid;
  });
}
