import type { Container } from "../container/read.ts";
import { BundleFault } from "../fault.ts";
import { canonical } from "../metadata/canonical.ts";
import {
  type Read,
  readRoot,
  readSnapshot,
  readTargets,
  readTimestamp,
} from "../metadata/envelope.ts";
import {
  type ListingRole,
  listingRoles,
  metadataBytesMax,
  metadataName,
  partRoles,
  type RoleName,
  roleOf,
  rootBytesMax,
  rootName,
  rootPattern,
} from "../metadata/roles.ts";
import type {
  RootSigned,
  SnapshotSigned,
  Target,
  TargetsSigned,
  TimestampSigned,
} from "../metadata/shape.ts";

/** All the metadata of a bundle, read and not yet believed. */
export interface BundleMetadata {
  /** From the first version on, without a gap. */
  roots: readonly [Read<RootSigned>, ...Read<RootSigned>[]];
  timestamp: Read<TimestampSigned>;
  snapshot: Read<SnapshotSigned>;
  listings: Readonly<Record<ListingRole, Read<TargetsSigned>>>;
}

/** A file that some role lists. */
export interface Listed {
  name: string;
  role: ListingRole;
  target: Target;
}

/** The root that counts: the last one. */
export const lastRoot = ({ roots }: BundleMetadata): Read<RootSigned> => roots.at(-1)!;

/** Reads every file of metadata and holds them to belong together. Throws BundleFault. */
export async function readMetadata(container: Container): Promise<BundleMetadata> {
  const names = [...container.entries.keys()];
  const roots: Read<RootSigned>[] = [];
  const count = names.filter((name) => rootPattern.test(name)).length;
  if (count === 0) throw new BundleFault("metadata.missing", rootName(1));
  for (let version = 1; version <= count; version += 1) {
    const name = rootName(version);
    // Any root leads to the next one only: whoever trusts an old one must find them all.
    if (!container.entries.has(name)) throw new BundleFault("root.gap", name);
    const root = readRoot(await bounded(container, name, rootBytesMax), name);
    if (root.signed.version !== version) throw new BundleFault("root.version", name);
    roots.push(root);
  }
  const read = (role: Exclude<RoleName, "root">) =>
    bounded(container, metadataName(role), metadataBytesMax);
  const timestamp = readTimestamp(await read("timestamp"), metadataName("timestamp"));
  const snapshot = readSnapshot(await read("snapshot"), metadataName("snapshot"));
  const listings = {} as Record<ListingRole, Read<TargetsSigned>>;
  for (const role of listingRoles)
    listings[role] = readTargets(await read(role), metadataName(role));
  const metadata = { roots: roots as [Read<RootSigned>], timestamp, snapshot, listings };
  checkTogether(metadata);
  checkListings(metadata);
  return metadata;
}

async function bounded(container: Container, name: string, most: number): Promise<Uint8Array> {
  const entry = container.entries.get(name);
  if (!entry) throw new BundleFault("metadata.missing", name);
  if (entry.size > most)
    throw new BundleFault("metadata.too-large", name, { bytes: entry.size, most });
  return container.read(name, most);
}

/** Version and content of each file are the ones that the file above it names. */
function checkTogether({ timestamp, snapshot, listings }: BundleMetadata): void {
  const check = (
    name: string,
    named: { version: number; signed_sha256: string },
    file: { sha256: string; signed: { version: number } },
  ) => {
    if (named.version !== file.signed.version || named.signed_sha256 !== file.sha256)
      throw new BundleFault("trust.mixed", name);
  };
  check(metadataName("snapshot"), timestamp.signed.meta["snapshot.json"], snapshot);
  for (const role of listingRoles)
    check(metadataName(role), snapshot.signed.meta[`${role}.json`], listings[role]);
}

/** Who answers for what is the root's to say, and each role lists its own part alone. */
function checkListings(metadata: BundleMetadata): void {
  const { listings } = metadata;
  const wanted = canonical(lastRoot(metadata).signed.delegations);
  const { delegations } = listings.targets.signed;
  if (!delegations || canonical(delegations) !== wanted)
    throw new BundleFault("delegation.differs", metadataName("targets"));
  for (const role of partRoles) {
    if (listings[role].signed.delegations)
      throw new BundleFault("delegation.differs", metadataName(role));
  }
  for (const { name, role } of listedIn(metadata)) {
    if (roleOf(name) !== role) throw new BundleFault("delegation.outside", name, { role });
  }
}

/** Every file that metadata lists, by role and then by name. */
export function listedIn({ listings }: BundleMetadata): Listed[] {
  return listingRoles.flatMap((role) =>
    Object.entries(listings[role].signed.targets).map(([name, target]) => ({ name, role, target })),
  );
}

/** What is in the bundle is metadata or listed, and what is listed is there, in the same size. */
export function checkEntries(container: Container, metadata: BundleMetadata): void {
  const listed = listedIn(metadata);
  const known = new Set([
    ...metadata.roots.map(({ signed }) => rootName(signed.version)),
    ...(["timestamp", "snapshot", ...listingRoles] as const).map(metadataName),
    ...listed.map(({ name }) => name),
  ]);
  for (const name of container.entries.keys()) {
    if (!known.has(name)) throw new BundleFault("entry.stray", name);
  }
  for (const { name, target } of listed) {
    const entry = container.entries.get(name);
    if (!entry) throw new BundleFault("entry.missing", name);
    if (entry.size !== target.length)
      throw new BundleFault("entry.size", name, { bytes: entry.size, expected: target.length });
  }
}
