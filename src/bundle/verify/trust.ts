import { BadVersionError, EqualVersionError, ExpiredMetadataError } from "tuf-js/dist/error.js";
import { TrustedMetadataStore } from "tuf-js/dist/store.js";
import { BundleFault } from "../fault.ts";
import { isSignatureOf } from "../keys/key.ts";
import { canonicalBytes } from "../metadata/canonical.ts";
import {
  type Read,
  readRoot,
  readSnapshot,
  readTimestamp,
  signersOf,
} from "../metadata/envelope.ts";
import {
  listingRoles,
  metadataName,
  partRoles,
  type RoleName,
  roleNames,
  rootName,
} from "../metadata/roles.ts";
import type { PublicKey, Quorum, RootSigned, Signed } from "../metadata/shape.ts";
import { stateFileName, type TrustState } from "../trust-state.ts";
import { type BundleMetadata, lastRoot } from "./metadata.ts";

/** Root metadata, or its fingerprint, that somebody got in another way than with the bundle. */
export type Anchor = { root: Uint8Array } | { fingerprint: string };

/**
 * Why the bundle's keys are believed: this PC has seen them before, somebody gave the root or its
 * fingerprint, or nothing at all vouches for them.
 */
export const trustWords = ["known", "root-given", "fingerprint-given", "first-seen"] as const;
export type TrustWord = (typeof trustWords)[number];

/** What a role has signed, and who. */
export interface RoleSigned {
  name: RoleName;
  version: number;
  /** Milliseconds since 1970. */
  expires: number;
  threshold: number;
  signedBy: readonly string[];
}

export interface Trusted {
  trust: TrustWord;
  roles: readonly RoleSigned[];
  /** The time by which validity was judged: the PC's, or a later one that it has seen before. */
  judgedAt: number;
  /** Whether the PC's clock shows an earlier time than one that it has already seen. */
  clockBehind: boolean;
}

interface Given {
  state: TrustState;
  anchor?: Anchor | undefined;
  now: Date;
}

/**
 * Decides whether a bundle's metadata is to be believed, as a TUF client does (TUF specification 1.0,
 * section 5). The workflow itself is tuf-js's; beside it stand checks of our own that are stricter,
 * so that each refusal has its reason: who signed, what is expired, and whether the same version
 * says the same as before.
 */
export function trustMetadata(metadata: BundleMetadata, { state, anchor, now }: Given): Trusted {
  const judgedAt = Math.max(now.getTime(), state.lastSeenAt ?? 0);
  const trust = whyTrusted(metadata, state, anchor);
  const roles = signedRoles(metadata);
  for (const { name, expires } of roles) {
    if (expires <= judgedAt) throw new BundleFault("trust.expired", name, { day: dayOf(expires) });
  }
  checkHistory(metadata, state);
  byTufJs(metadata, state, new Date(judgedAt));
  return { trust, roles, judgedAt, clockBehind: judgedAt > now.getTime() };
}

const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);

/** The root that is trusted already must be one of the bundle's; its later ones follow from it. */
function whyTrusted(
  metadata: BundleMetadata,
  state: TrustState,
  anchor: Anchor | undefined,
): TrustWord {
  if (anchor && "fingerprint" in anchor) {
    const wanted = anchor.fingerprint.replace(/[\s:]/g, "").toLowerCase();
    if (!metadata.roots.some(({ sha256 }) => sha256 === wanted)) throw otherRoot(metadata, wanted);
  }
  if (anchor && "root" in anchor) holds(metadata, readRoot(anchor.root, "--root"));
  if (state.root)
    holds(
      metadata,
      kept(() => readRoot(state.root!, stateFileName)),
    );
  if (state.root) return "known";
  if (anchor) return "root" in anchor ? "root-given" : "fingerprint-given";
  return "first-seen";
}

function holds(metadata: BundleMetadata, root: Read<RootSigned>): void {
  const { version } = root.signed;
  const last = lastRoot(metadata).signed.version;
  const same = metadata.roots[version - 1];
  if (!same) throw new BundleFault("root.older", rootName(last), { version: last, known: version });
  if (same.sha256 !== root.sha256) throw otherRoot(metadata, root.sha256);
}

function otherRoot(metadata: BundleMetadata, wanted: string): BundleFault {
  const root = lastRoot(metadata);
  const detail = { found: root.sha256, expected: wanted };
  return new BundleFault("root.other", rootName(root.signed.version), detail);
}

/** A state that was accepted once and can no longer be read has been tampered with. */
function kept<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof BundleFault) throw new BundleFault("trust.state-damaged");
    throw error;
  }
}

/** Every role with enough signatures, and no signature that does not count. */
function signedRoles(metadata: BundleMetadata): RoleSigned[] {
  checkRoots(metadata.roots);
  const { signed: root } = lastRoot(metadata);
  const files: Record<RoleName, Read> = {
    root: lastRoot(metadata),
    timestamp: metadata.timestamp,
    snapshot: metadata.snapshot,
    ...metadata.listings,
  };
  return roleNames.map((name) => {
    const quorum = quorumOf(root, name);
    const file = files[name];
    const signedBy =
      name === "root"
        ? metadata.roots.at(-1)!.signatures.flatMap(({ keyid }) => keyid)
        : enough(file, quorum, keysOf(root, quorum), metadataName(name));
    const own = signedBy.filter((keyid) => quorum.keyids.includes(keyid));
    const { version, expires } = file.signed;
    return {
      name,
      version,
      expires: Date.parse(expires),
      threshold: quorum.threshold,
      signedBy: own,
    };
  });
}

/** Each root is signed by its own keys and by those of the one before it. */
export function checkRoots(roots: readonly Read<RootSigned>[]): void {
  for (const [at, root] of roots.entries()) {
    const name = rootName(root.signed.version);
    const before = roots[at - 1];
    const own = root.signed.roles.root;
    const keys = keysOf(root.signed, own);
    const older = before && keysOf(before.signed, before.signed.roles.root);
    const signers = signersOf(root, new Map([...keys, ...(older ?? [])]), name);
    countOf(signers, own, name);
    if (before) countOf(signers, before.signed.roles.root, name);
  }
}

/** Who has signed a role's file; throws BundleFault where they are too few or a signature is none. */
export function enough(
  file: Read,
  quorum: Quorum,
  keys: ReadonlyMap<string, PublicKey>,
  name: string,
): string[] {
  const signers = signersOf(file, keys, name);
  countOf(signers, quorum, name);
  return signers;
}

function countOf(signers: readonly string[], { keyids, threshold }: Quorum, name: string): void {
  const has = signers.filter((keyid) => keyids.includes(keyid)).length;
  if (has < threshold) throw new BundleFault("signature.too-few", name, { has, needs: threshold });
}

/** Who must sign for a role, as a root says. */
export function quorumOf(root: RootSigned, name: RoleName): Quorum {
  const part = root.delegations.roles.find((role) => role.name === name);
  return part ?? root.roles[name as keyof RootSigned["roles"]];
}

/** The keys of a role by their ids. */
export function keysOf(root: RootSigned, { keyids }: Quorum): Map<string, PublicKey> {
  return new Map(
    keyids.flatMap((keyid) => {
      const key = root.keys[keyid] ?? root.delegations.keys[keyid];
      return key ? [[keyid, key] as const] : [];
    }),
  );
}

/**
 * A version that was seen before says what it said then. What was signed by keys that have been
 * replaced since says nothing: so a site recovers from keys that were stolen.
 */
function checkHistory(metadata: BundleMetadata, state: TrustState): void {
  if (!state.timestamp || !state.snapshot) return;
  const timestamp = kept(() => readTimestamp(state.timestamp!, stateFileName));
  const snapshot = kept(() => readSnapshot(state.snapshot!, stateFileName));
  const { signed: root } = lastRoot(metadata);
  if (stillHolds(timestamp, root, "timestamp"))
    same(timestamp, metadata.timestamp, metadataName("timestamp"));
  if (!stillHolds(snapshot, root, "snapshot")) return;
  same(snapshot, metadata.snapshot, metadataName("snapshot"));
  for (const role of listingRoles) {
    const before = snapshot.signed.meta[`${role}.json`];
    const after = metadata.snapshot.signed.meta[`${role}.json`];
    if (before.version === after.version && before.signed_sha256 !== after.signed_sha256)
      throw new BundleFault("trust.same-version", metadataName(role));
  }
}

function stillHolds({ signatures, signed }: Read, root: RootSigned, role: RoleName): boolean {
  const quorum = quorumOf(root, role);
  const keys = keysOf(root, quorum);
  const bytes = canonicalBytes(signed);
  const holding = signatures.filter(({ keyid, sig }) => {
    const key = keys.get(keyid);
    return key !== undefined && isSignatureOf(key, bytes, sig);
  });
  return holding.length >= quorum.threshold;
}

function same<T extends Signed>(before: Read<T>, after: Read<T>, name: string): void {
  if (before.signed.version === after.signed.version && before.sha256 !== after.sha256)
    throw new BundleFault("trust.same-version", name);
}

/** The workflow of a TUF client over these files, in its order. */
function byTufJs(metadata: BundleMetadata, state: TrustState, at: Date): void {
  const [first, ...later] = metadata.roots;
  const store = attempt("root", () => new TrustedMetadataStore(first.bytes));
  // It takes the clock's time by itself and has no other way to be given one.
  if (!Reflect.set(store, "referenceTime", at)) throw new TypeError("tuf-js keeps no time");
  for (const root of later) attempt("root", () => store.updateRoot(root.bytes));

  const { timestamp: oldTimestamp, snapshot: oldSnapshot } = state;
  if (oldTimestamp) passed(() => store.updateTimestamp(Buffer.from(oldTimestamp)));
  attempt("timestamp", () => unlessEqual(() => store.updateTimestamp(metadata.timestamp.bytes)));
  if (oldSnapshot) passed(() => store.updateSnapshot(Buffer.from(oldSnapshot), true));
  attempt("snapshot", () => store.updateSnapshot(metadata.snapshot.bytes));
  const { targets } = metadata.listings;
  attempt("targets", () => store.updateDelegatedTargets(targets.bytes, "targets", "root"));
  for (const role of partRoles) {
    const { bytes } = metadata.listings[role];
    attempt(role, () => store.updateDelegatedTargets(bytes, role, "targets"));
  }
}

/** What was kept may be expired or signed by keys that have been replaced: then it says nothing. */
function passed(update: () => unknown): void {
  try {
    update();
  } catch {
    // As the specification has it (5.4, 5.5): only what still verifies guards against older files.
  }
}

/** The same timestamp again; that it is the same has been compared. */
function unlessEqual(update: () => unknown): void {
  try {
    update();
  } catch (error) {
    if (!(error instanceof EqualVersionError)) throw error;
  }
}

function attempt<T>(role: RoleName, update: () => T): T {
  try {
    return update();
  } catch (error) {
    if (error instanceof ExpiredMetadataError) throw new BundleFault("trust.expired", role);
    if (error instanceof BadVersionError) throw new BundleFault("trust.rollback", role);
    throw new BundleFault("trust.refused", role);
  }
}
