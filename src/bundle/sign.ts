import type { Container } from "./container/read.ts";
import { type EntrySource, writeContainer } from "./container/write.ts";
import { BundleFault } from "./fault.ts";
import type { SigningKey } from "./keys/key.ts";
import { bytesOf, readRoot, signersOf } from "./metadata/envelope.ts";
import { signedBy } from "./metadata/make.ts";
import { listingRoles, metadataName, type RoleName, rootName } from "./metadata/roles.ts";
import type { Envelope } from "./metadata/shape.ts";
import { type BundleMetadata, lastRoot } from "./verify/metadata.ts";
import { keysOf, quorumOf } from "./verify/trust.ts";
import type { Contents } from "./verify.ts";

/** Everything in a bundle that is signed; its root was signed before. */
export const signedRoles = ["timestamp", "snapshot", ...listingRoles] as const;
export type SignedRole = (typeof signedRoles)[number];

export const fileOfRole = (metadata: BundleMetadata, role: SignedRole): Envelope =>
  role === "timestamp" || role === "snapshot" ? metadata[role] : metadata.listings[role];

/** For which roles a key may sign, and how many have signed by now. */
export function rolesFor(metadata: BundleMetadata, keyid: string): SignedRole[] {
  const { signed: root } = lastRoot(metadata);
  return signedRoles.filter((role) => quorumOf(root, role).keyids.includes(keyid));
}

export interface Progress {
  name: RoleName;
  version: number;
  has: number;
  needs: number;
}

/** How many of the signatures that each role needs are there and hold. */
export function progressOf(metadata: BundleMetadata): Progress[] {
  const { signed: root } = lastRoot(metadata);
  return signedRoles.map((name) => {
    const quorum = quorumOf(root, name);
    const file = fileOfRole(metadata, name);
    const signers = signersOf(file, keysOf(root, quorum), metadataName(name));
    return { name, version: file.signed.version, has: signers.length, needs: quorum.threshold };
  });
}

/**
 * Writes the bundle with this key's signature for every role that it belongs to. What was hashed and
 * shown to the signer is what is copied: a file that has become another one in between is refused.
 */
export async function signBundle(
  output: string,
  container: Container,
  { metadata, contents, key }: { metadata: BundleMetadata; contents: Contents; key: SigningKey },
): Promise<Progress[]> {
  const roles = rolesFor(metadata, key.keyid);
  if (roles.length === 0) throw new BundleFault("key.no-role", key.keyid);
  const files = new Map(
    signedRoles.map((role) => {
      const file = fileOfRole(metadata, role);
      return [role, roles.includes(role) ? signedBy(file, key) : file] as const;
    }),
  );
  const hashes = new Map(contents.artefacts.map(({ name, sha256 }) => [name, sha256]));
  const plan = metadata.listings.targets.signed.targets;
  const entries = [...container.entries].map(([name, { size }]): EntrySource => {
    const role = signedRoles.find((one) => metadataName(one) === name);
    if (role) return { name, bytes: bytesOf(files.get(role)!) };
    const root = metadata.roots.find(({ signed }) => rootName(signed.version) === name);
    if (root) return { name, bytes: root.bytes };
    const sha256 = hashes.get(name) ?? plan[name]!.hashes.sha256;
    return { name, from: container, size, sha256 };
  });
  await writeContainer(output, entries);
  const now = { ...metadata, ...Object.fromEntries(files) } as BundleMetadata;
  const listings = Object.fromEntries(listingRoles.map((role) => [role, files.get(role)!]));
  return progressOf({ ...now, listings: listings as unknown as BundleMetadata["listings"] });
}

/**
 * A root with one more signature. A root that follows another one is also signed by keys of that
 * one, which then has to be given.
 */
export function signRoot(bytes: Uint8Array, key: SigningKey, before?: Uint8Array): Buffer {
  const root = readRoot(bytes, "root");
  const older = before && readRoot(before, "root").signed.roles.root.keyids;
  const may = [...root.signed.roles.root.keyids, ...(older ?? [])];
  if (!may.includes(key.keyid)) throw new BundleFault("key.no-role", key.keyid);
  return bytesOf(signedBy(root, key));
}
