import { Metadata, MetadataKind } from "@tufjs/models";
import { BundleFault } from "../fault.ts";
import { type SigningKey, signatureBy } from "../keys/key.ts";
import { canonical } from "./canonical.ts";
import { bytesOf, type Read, signedSha256 } from "./envelope.ts";
import {
  type ListingRole,
  listingRoles,
  type PartRole,
  partPaths,
  partRoles,
  type RoleName,
  roleNames,
  type TopRole,
  topRoles,
  usualDays,
  usualThresholds,
} from "./roles.ts";
import type {
  Envelope,
  PublicKey,
  Quorum,
  RootSigned,
  Signed,
  SnapshotSigned,
  Target,
  TargetsSigned,
  TimestampSigned,
} from "./shape.ts";

const specification = "1.0.31" as const;
const dayMs = 86_400_000;

/** Who may sign for a role: ids of keys, and how many of them must. */
export type Quorums = Readonly<Record<RoleName, Quorum>>;

/** The day on which a role of a bundle made on `day` ends, as metadata writes it. */
export function expiryOf(role: RoleName, day: string, chosen?: string): string {
  const end = chosen ?? new Date(Date.parse(day) + usualDays[role] * dayMs).toISOString();
  return `${end.slice(0, 10)}T00:00:00Z`;
}

/** The same keys for every role, with the usual thresholds; `change` gives roles of their own. */
export function quorumsOf(
  keyids: readonly string[],
  change: Partial<Record<RoleName, { keyids?: readonly string[]; threshold?: number }>> = {},
): Quorums {
  const quorums = roleNames.map((role) => {
    const ids = [...(change[role]?.keyids ?? keyids)].sort();
    const threshold = change[role]?.threshold ?? usualThresholds[role];
    if (threshold > ids.length)
      throw new BundleFault("key.too-few", role, { has: ids.length, needs: threshold });
    return [role, { keyids: ids, threshold }] as const;
  });
  return Object.fromEntries(quorums) as Record<RoleName, Quorum>;
}

export interface RootWanted {
  version: number;
  /** As `expiryOf` gives it. */
  expires: string;
  keys: ReadonlyMap<string, PublicKey>;
  quorums: Quorums;
}

export function makeRoot({ version, expires, keys, quorums }: RootWanted): RootSigned {
  const used = (roles: readonly RoleName[]) => {
    const ids = new Set(roles.flatMap((role) => quorums[role].keyids));
    const pairs = [...ids].sort().map((id) => [id, keys.get(id)!] as const);
    return Object.fromEntries(pairs);
  };
  const top = topRoles.map((role) => [role, quorums[role]] as const);
  const part = (name: PartRole) => ({
    ...quorums[name],
    name,
    terminating: true as const,
    paths: [...partPaths[name]],
  });
  const root = {
    _type: "root" as const,
    spec_version: specification,
    version,
    expires,
    consistent_snapshot: false as const,
    keys: used(topRoles),
    roles: Object.fromEntries(top) as Record<TopRole, Quorum>,
    delegations: { keys: used(partRoles), roles: partRoles.map(part) },
  };
  return modelled(MetadataKind.Root, root as unknown as RootSigned);
}

export function makeListing(
  root: RootSigned,
  role: ListingRole,
  made: { version: number; expires: string; targets: Readonly<Record<string, Target>> },
): TargetsSigned {
  return modelled(MetadataKind.Targets, {
    _type: "targets",
    spec_version: specification,
    ...made,
    ...(role === "targets" && { delegations: root.delegations }),
  });
}

export function makeSnapshot(
  made: { version: number; expires: string },
  listings: Readonly<Record<ListingRole, TargetsSigned>>,
): SnapshotSigned {
  const meta = listingRoles.map((role) => [`${role}.json`, metaOf(listings[role])] as const);
  return modelled(MetadataKind.Snapshot, {
    _type: "snapshot",
    spec_version: specification,
    ...made,
    meta: Object.fromEntries(meta) as SnapshotSigned["meta"],
  });
}

export function makeTimestamp(
  made: { version: number; expires: string },
  snapshot: SnapshotSigned,
): TimestampSigned {
  return modelled(MetadataKind.Timestamp, {
    _type: "timestamp",
    spec_version: specification,
    ...made,
    meta: { "snapshot.json": metaOf(snapshot) },
  });
}

const metaOf = (signed: Signed) => ({
  version: signed.version,
  signed_sha256: signedSha256(signed),
});

/**
 * What was made, once the TUF models have read it and give the same back: what they would read
 * otherwise, other clients would refuse.
 */
function modelled<T extends Signed>(kind: MetadataKind, signed: T): T {
  const plain = JSON.parse(canonical(signed)) as T;
  const { signed: model } = Metadata.fromJSON(kind as MetadataKind.Targets, {
    signed: plain as never,
    signatures: [],
  });
  if (canonical(model.toJSON()) !== canonical(signed))
    throw new TypeError(`a ${kind} that TUF reads otherwise`);
  return plain;
}

/** The file of a role with one more signature; the same key signs once. In the order of the keys. */
export function signedBy<T extends Signed>(file: Envelope<T>, key: SigningKey): Envelope<T> {
  const others = file.signatures.filter(({ keyid }) => keyid !== key.keyid);
  const signatures = [...others, signatureBy(key, file.signed)];
  signatures.sort((a, b) => (a.keyid < b.keyid ? -1 : 1));
  return { signatures, signed: file.signed };
}

/** A file of metadata that nobody has signed yet, as it was if it would only repeat what was signed. */
export const unsigned = <T extends Signed>(signed: T): Envelope<T> => ({ signatures: [], signed });

export const fileOf = (file: Envelope | Read): Buffer => bytesOf(file);
