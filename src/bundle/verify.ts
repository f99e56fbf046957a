import type { Guide } from "../guide/guide.ts";
import type { Certificate } from "../trust/certificate.ts";
import type { Container } from "./container/read.ts";
import type { RoleName } from "./metadata/roles.ts";
import { roleNames } from "./metadata/roles.ts";
import type { Check } from "./pins/check.ts";
import type { Plan } from "./plan.ts";
import type { TrustState } from "./trust-state.ts";
import { type Artefact, checkArtefact } from "./verify/artefacts.ts";
import { readGuides, readPlan } from "./verify/contents.ts";
import {
  type BundleMetadata,
  checkEntries,
  lastRoot,
  listedIn,
  readMetadata,
} from "./verify/metadata.ts";
import {
  type Anchor,
  quorumOf,
  type RoleSigned,
  type TrustWord,
  trustMetadata,
} from "./verify/trust.ts";

export type { Artefact } from "./verify/artefacts.ts";
export type { Anchor, RoleSigned, TrustWord } from "./verify/trust.ts";

export interface VerifyOptions {
  /** What this PC has seen; `noState` for a first time. */
  trust: TrustState;
  /** The root or its fingerprint, got in another way than with the bundle. */
  anchor?: Anchor | undefined;
  now: Date;
  /** Authorities for signed programs that are known here. */
  roots?: readonly Certificate[];
  onFile?: ((name: string, size: number) => void) | undefined;
}

/** The keys that a root names, and what each may sign. */
export interface RootKey {
  keyid: string;
  roles: readonly RoleName[];
}

export interface Verified {
  /** `first-seen` means that nothing vouches for the keys: such a bundle is not to be used. */
  trust: TrustWord;
  /** `sha256`: of what is signed in the root, which people compare as its fingerprint. */
  root: { version: number; sha256: string; keys: readonly RootKey[] };
  roles: readonly RoleSigned[];
  /** Milliseconds since 1970; later than the PC's clock where that one is behind. */
  judgedAt: number;
  clockBehind: boolean;
  plan: Plan;
  /** Read from the bundle. */
  guides: readonly Guide[];
  /** All but the plan, in the order of the roles. */
  artefacts: readonly Artefact[];
  /** Files that are not to be used although they are the ones that were signed. */
  refused: readonly { name: string; check: Check }[];
  /** What the PC is to remember once the bundle is accepted. */
  next: Required<TrustState>;
}

/**
 * Verifies a bundle from its metadata down to the last byte of each file: who signed, whether it is
 * still valid and no step back, whether all parts belong together and nothing else is there, and
 * then, from the bytes themselves, whether each file is what it is said to be.
 *
 * @throws {BundleFault} for whatever breaks trust; what is merely not to be used is in `refused`
 */
export async function verifyBundle(
  container: Container,
  options: VerifyOptions,
): Promise<Verified> {
  const metadata = await readMetadata(container);
  const { trust: state, anchor, now } = options;
  const trusted = trustMetadata(metadata, { state, anchor, now });
  const { plan, guides, artefacts } = await readContents(container, metadata, {
    ...options,
    now: new Date(trusted.judgedAt),
  });
  const root = lastRoot(metadata);
  return {
    ...trusted,
    root: { version: root.signed.version, sha256: root.sha256, keys: keysIn(metadata) },
    plan,
    guides,
    artefacts,
    refused: artefacts.flatMap(({ name, checks }) =>
      checks.filter(({ is }) => is === "no").map((check) => ({ name, check })),
    ),
    next: {
      root: root.bytes,
      timestamp: metadata.timestamp.bytes,
      snapshot: metadata.snapshot.bytes,
      lastSeenAt: trusted.judgedAt,
    },
  };
}

export interface Contents {
  plan: Plan;
  guides: readonly Guide[];
  artefacts: readonly Artefact[];
}

/** What is in a bundle, held against its metadata but without asking who signed that. */
export async function readContents(
  container: Container,
  metadata: BundleMetadata,
  { now, roots = [], onFile }: Pick<VerifyOptions, "now" | "roots" | "onFile">,
): Promise<Contents> {
  checkEntries(container, metadata);
  const listed = listedIn(metadata);
  const plan = await readPlan(container, listed);
  const guides = await readGuides(container, listed);
  const artefacts: Artefact[] = [];
  for (const one of listed.filter(({ target }) => target.custom.kind !== "plan"))
    artefacts.push(await checkArtefact(container, one, { now, roots, guides, onFile }));
  return { plan, guides, artefacts };
}

/** Every key of the root that counts, with the roles that it may sign for. */
export function keysIn(metadata: BundleMetadata): RootKey[] {
  const { signed } = lastRoot(metadata);
  const ids = new Set([...Object.keys(signed.keys), ...Object.keys(signed.delegations.keys)]);
  return [...ids].sort().map((keyid) => ({
    keyid,
    roles: roleNames.filter((role) => quorumOf(signed, role).keyids.includes(keyid)),
  }));
}
