/**
 * Why keys, metadata or what they vouch for are refused. Closed lists; `src/text/bundle-trust.ts` has
 * the sentence of each.
 */
export const trustCodes = [
  /** A file of metadata that is not there. */
  "metadata.missing",
  "metadata.too-large",
  /** No JSON, or JSON that could be written, and so read, in another way. */
  "metadata.malformed",
  /** Not the fields that the role has. */
  "metadata.shape",
  /** A key under an id that is not its own. */
  "metadata.key-id",
  /** A signature that does not hold. */
  "signature.bad",
  /** A signature by a key that the role does not have. */
  "signature.stranger",
  "signature.too-few",
  /** Not the root that is trusted here. */
  "root.other",
  /** Between two roots there is one that is missing, so nothing leads from one to the other. */
  "root.gap",
  /** A root from before the one that is trusted here. */
  "root.older",
  /** The number in its name is not the one in it. */
  "root.version",
  "trust.expired",
  /** Older than what this PC has already seen. */
  "trust.rollback",
  /** The same number as what this PC has already seen, and not the same. */
  "trust.same-version",
  /** Parts that were not signed together. */
  "trust.mixed",
  /** Refused by tuf-js for a reason that none of the others tells. */
  "trust.refused",
  /** What this PC keeps about bundles that it has seen cannot be read. */
  "trust.state-damaged",
  /** Roles given to other keys than the root names. */
  "delegation.differs",
  /** A role lists what it may not. */
  "delegation.outside",
  /** In the bundle and not in its plan. */
  "entry.stray",
  "entry.missing",
  "entry.size",
  "entry.hash",
  "plan.malformed",
  /** Plan and lists do not name the same files. */
  "plan.disagrees",
] as const;
export type TrustCode = (typeof trustCodes)[number];

export const keyCodes = [
  "key.malformed",
  "key.passphrase-short",
  "key.passphrase-wrong",
  /** Nothing in the file is this key's to sign. */
  "key.no-role",
  /** A role with fewer keys than it needs. */
  "key.too-few",
  "key.exists",
] as const;
export type KeyCode = (typeof keyCodes)[number];

export const createCodes = [
  /** A file that is not what the guide pins; `because` says in what. */
  "create.refused",
  /** No guide of the bundle asks for it. */
  "create.not-asked",
  /** More than one guide has something under this id. */
  "create.ambiguous",
  "create.twice",
  "create.no-file",
  /** A private key. */
  "create.secret",
  /** Two different files under one name. */
  "create.name-clash",
  "create.bad-name",
  "create.root-expired",
  /** The bundle to go on from has a root that is not one of the given ones. */
  "create.other-root",
  "create.no-guide",
] as const;
export type CreateCode = (typeof createCodes)[number];
