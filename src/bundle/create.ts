import { createHash } from "node:crypto";
import type { Container } from "./container/read.ts";
import { type EntrySource, writeContainer } from "./container/write.ts";
import { earlierParts } from "./create/earlier.ts";
import { collectParts, type PartsWanted } from "./create/parts.ts";
import type { Part } from "./create/wanted.ts";
import { BundleFault } from "./fault.ts";
import { canonical, canonicalBytes } from "./metadata/canonical.ts";
import { bytesOf, type Read, readRoot } from "./metadata/envelope.ts";
import { expiryOf, makeListing, makeSnapshot, makeTimestamp, unsigned } from "./metadata/make.ts";
import {
  type ListingRole,
  listingRoles,
  metadataName,
  planName,
  type RoleName,
  rootName,
  usualDays,
} from "./metadata/roles.ts";
import type { Envelope, RootSigned, Target, TargetsSigned } from "./metadata/shape.ts";
import type { Missing, Plan, PlannedFile } from "./plan.ts";
import { type BundleMetadata, lastRoot, readMetadata } from "./verify/metadata.ts";
import { checkRoots } from "./verify/trust.ts";

export interface CreateWanted extends Omit<PartsWanted, "earlier"> {
  output: string;
  /** Root metadata from the first version on; may be left out where `after` has it. */
  roots: readonly Uint8Array[];
  /** The bundle that this one follows: its versions go on, and what stays the same stays signed. */
  after?: Container | undefined;
  /** YYYY-MM-DD for every role in place of the usual ends. */
  expires?: string | undefined;
  signal?: AbortSignal;
}

export interface Created {
  bytes: number;
  sha256: string;
  plan: Plan;
  missing: readonly Missing[];
  /** What each role now waits for. */
  roles: readonly { name: RoleName; version: number; has: number; needs: number }[];
}

/**
 * Puts a bundle together. It carries no signatures yet but those of an earlier bundle for what has
 * not changed. The same input gives the same bytes.
 *
 * @throws {BundleFault} for anything that is not what the guide pins; nothing is written then
 */
export async function createBundle(wanted: CreateWanted): Promise<Created> {
  const before = wanted.after && (await readMetadata(wanted.after));
  const roots = rootsOf(wanted, before);
  const root = roots.at(-1)!.signed;
  if (root.expires.slice(0, 10) <= wanted.day)
    throw new BundleFault("create.root-expired", undefined, { day: root.expires.slice(0, 10) });
  const earlier = wanted.after && before && earlierParts(wanted.after, before);
  const { parts, missing } = await collectParts({ ...wanted, earlier });
  const plan = planOf(wanted, parts, missing, before && (await planIn(wanted.after!, before)));
  parts.push(planPart(plan));

  const kept = before && lastRoot(before).sha256 === roots.at(-1)!.sha256 ? before : undefined;
  const listings = {} as Record<ListingRole, Envelope<TargetsSigned>>;
  for (const role of listingRoles)
    listings[role] = listingOf(role, parts, root, { ...wanted, before, kept });
  const signed = Object.fromEntries(
    listingRoles.map((role) => [role, listings[role].signed]),
  ) as Record<ListingRole, TargetsSigned>;
  const next = (role: "snapshot" | "timestamp") => ({
    version: (before?.[role].signed.version ?? 0) + 1,
    expires: expiryOf(role, wanted.day, wanted.expires),
  });
  const snapshot = unsigned(makeSnapshot(next("snapshot"), signed));
  const timestamp = unsigned(makeTimestamp(next("timestamp"), snapshot.signed));
  const entries = entriesOf(roots, { timestamp, snapshot, ...listings }, parts);
  const written = await writeContainer(wanted.output, entries, {
    ...(wanted.signal && { signal: wanted.signal }),
  });
  const roles = (["timestamp", "snapshot", ...listingRoles] as const).map((name) => {
    const file: Envelope =
      name === "timestamp" ? timestamp : name === "snapshot" ? snapshot : listings[name];
    return {
      name,
      version: file.signed.version,
      has: file.signatures.length,
      needs: neededFor(root, name),
    };
  });
  return { ...written, plan, missing, roles };
}

const neededFor = (root: RootSigned, name: Exclude<RoleName, "root">): number =>
  root.delegations.roles.find((role) => role.name === name)?.threshold ??
  root.roles[name as "targets" | "snapshot" | "timestamp"].threshold;

/** Metadata first, so that whoever opens the file finds it at once; then the parts by name. */
function entriesOf(
  roots: readonly Read<RootSigned>[],
  files: Record<Exclude<RoleName, "root">, Envelope>,
  parts: readonly Part[],
): EntrySource[] {
  const names = ["timestamp", "snapshot", ...listingRoles] as const;
  return [
    ...roots.map((root) => ({ name: rootName(root.signed.version), bytes: root.bytes })),
    ...names.map((name) => ({ name: metadataName(name), bytes: bytesOf(files[name]) })),
    ...parts.map(({ entry }) => entry).sort((a, b) => (a.name < b.name ? -1 : 1)),
  ];
}

/** The whole chain of roots, each signed as it must be. */
function rootsOf(
  { roots: given, day }: CreateWanted,
  before: BundleMetadata | undefined,
): Read<RootSigned>[] {
  const read = given.map((bytes, at) => readRoot(bytes, `root ${at + 1}`));
  const byVersion = new Map(before?.roots.map((root) => [root.signed.version, root] as const));
  for (const root of read) {
    const { version } = root.signed;
    if (byVersion.has(version) && byVersion.get(version)!.sha256 !== root.sha256)
      throw new BundleFault("create.other-root", rootName(version));
    byVersion.set(version, root);
  }
  const versions = [...byVersion.keys()].sort((a, b) => a - b);
  if (versions.length === 0) throw new BundleFault("metadata.missing", rootName(1), { day });
  const gap = versions.findIndex((version, at) => version !== at + 1);
  if (gap >= 0) throw new BundleFault("root.gap", rootName(gap + 1));
  const roots = versions.map((version) => byVersion.get(version)!);
  checkRoots(roots);
  return roots;
}

function planOf(
  { guides, day }: CreateWanted,
  parts: readonly Part[],
  missing: readonly Missing[],
  before: Plan | undefined,
): Plan {
  const files = parts.map((part): PlannedFile => {
    const pin = part.pin(day);
    if (pin.kind === "plan") throw new TypeError("a plan within a plan");
    return {
      name: part.entry.name,
      kind: pin.kind,
      ...("guide" in pin && { guide: pin.guide }),
      ...("id" in pin && { id: pin.id }),
    };
  });
  files.sort((a, b) => (a.name < b.name ? -1 : 1));
  const plan: Plan = {
    schema: "jochi.bundle-plan/1",
    createdOn: day,
    guides: guides.map(({ guide }) => ({ id: guide.id, edition: guide.edition })),
    files,
    missing: [...missing],
  };
  // The same as before stays as it was signed, its day too.
  const same = before && canonical({ ...before, createdOn: day }) === canonical(plan);
  return same ? before : plan;
}

async function planIn(container: Container, before: BundleMetadata): Promise<Plan | undefined> {
  const target = before.listings.targets.signed.targets[planName];
  if (!target) return undefined;
  const bytes = await container.read(planName, target.length);
  return JSON.parse(Buffer.from(bytes).toString("utf8")) as Plan;
}

function planPart(plan: Plan): Part {
  const bytes = canonicalBytes(plan);
  return {
    role: "targets",
    entry: { name: planName, bytes },
    size: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    pin: () => ({ kind: "plan" }),
  };
}

/** The list of one role: as it was signed where it would say the same for long enough, or anew. */
function listingOf(
  role: ListingRole,
  parts: readonly Part[],
  root: RootSigned,
  made: CreateWanted & { before?: BundleMetadata | undefined; kept?: BundleMetadata | undefined },
): Envelope<TargetsSigned> {
  const { day, expires: chosen, before, kept } = made;
  const old = kept?.listings[role];
  const lasting = new Date(Date.parse(day) + usualDays.snapshot * 86_400_000).toISOString();
  if (old && chosen === undefined && old.signed.expires >= lasting.slice(0, 10)) {
    const targets = targetsOf(role, parts, old.signed.expires.slice(0, 10));
    if (canonical(targets) === canonical(old.signed.targets)) return old;
  }
  const version = (before?.listings[role].signed.version ?? 0) + 1;
  const expires = expiryOf(role, day, chosen);
  const targets = targetsOf(role, parts, expires.slice(0, 10));
  return unsigned(makeListing(root, role, { version, expires, targets }));
}

function targetsOf(
  role: ListingRole,
  parts: readonly Part[],
  expires: string,
): Record<string, Target> {
  const own = parts.filter((part) => part.role === role);
  return Object.fromEntries(
    own.map(({ entry, size, sha256, pin }) => [
      entry.name,
      { length: size, hashes: { sha256 }, custom: pin(expires) },
    ]),
  );
}
