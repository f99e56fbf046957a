import { z } from "zod";
import { Pin } from "../pin.ts";
import { keysMost, listingRoles, partPaths, type partRoles } from "./roles.ts";

/** Everything is closed: a field that nobody reads could only mislead whoever does read it. */
export const KeyId = z.string().regex(/^[0-9a-f]{64}$/);
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Version = z.int().min(1).max(999_999);
/** A day that there is: what is none is no end, and to some programs never comes. */
const isDay = (text: string) => z.iso.date().safeParse(text.slice(0, 10)).success;
const Expires = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT00:00:00Z$/)
  .refine(isDay);

export const PublicKey = z.strictObject({
  keytype: z.literal("ed25519"),
  scheme: z.literal("ed25519"),
  keyval: z.strictObject({ public: z.string().regex(/^[0-9a-f]{64}$/) }),
});
export type PublicKey = z.infer<typeof PublicKey>;

const Keys = z
  .record(KeyId, PublicKey)
  .refine((keys) => Object.keys(keys).length <= keysMost, "too many keys");
const quorum = {
  keyids: z
    .array(KeyId)
    .min(1)
    .max(keysMost)
    .refine((ids) => new Set(ids).size === ids.length, "a key twice"),
  threshold: z.int().min(1).max(keysMost),
};
export const Quorum = z
  .strictObject(quorum)
  .refine(({ keyids, threshold }) => threshold <= keyids.length, "a threshold out of reach");
export type Quorum = z.infer<typeof Quorum>;

type Literals = [z.ZodLiteral<string>, ...z.ZodLiteral<string>[]];
const literals = (texts: readonly string[]) => texts.map((one) => z.literal(one)) as Literals;

const PartOf = (name: (typeof partRoles)[number]) =>
  z
    .strictObject({
      ...quorum,
      name: z.literal(name),
      terminating: z.literal(true),
      paths: z.tuple(literals(partPaths[name])),
    })
    .refine(({ keyids, threshold }) => threshold <= keyids.length, "a threshold out of reach");

/** The part roles in their order; who they are stands in the root, and targets repeats it. */
export const Delegations = z.strictObject({
  keys: Keys,
  roles: z.tuple([
    PartOf("guides"),
    PartOf("program"),
    PartOf("installers"),
    PartOf("certificates"),
  ]),
});
export type Delegations = z.infer<typeof Delegations>;

const common = { spec_version: z.literal("1.0.31"), version: Version, expires: Expires };

export const RootSigned = z.strictObject({
  _type: z.literal("root"),
  ...common,
  consistent_snapshot: z.literal(false),
  keys: Keys,
  roles: z.strictObject({ root: Quorum, targets: Quorum, snapshot: Quorum, timestamp: Quorum }),
  delegations: Delegations,
});
export type RootSigned = z.infer<typeof RootSigned>;

/** Of what is signed in the file, and not of its signatures, so that people may sign in any order. */
const Meta = z.strictObject({ version: Version, signed_sha256: Sha256 });

const metas = Object.fromEntries(listingRoles.map((role) => [`${role}.json`, Meta])) as Record<
  `${(typeof listingRoles)[number]}.json`,
  typeof Meta
>;

export const SnapshotSigned = z.strictObject({
  _type: z.literal("snapshot"),
  ...common,
  meta: z.strictObject(metas),
});
export type SnapshotSigned = z.infer<typeof SnapshotSigned>;

export const TimestampSigned = z.strictObject({
  _type: z.literal("timestamp"),
  ...common,
  meta: z.strictObject({ "snapshot.json": Meta }),
});
export type TimestampSigned = z.infer<typeof TimestampSigned>;

export const Target = z.strictObject({
  length: z.int().min(0),
  hashes: z.strictObject({ sha256: Sha256 }),
  custom: Pin,
});
export type Target = z.infer<typeof Target>;

export const TargetsSigned = z.strictObject({
  _type: z.literal("targets"),
  ...common,
  targets: z.record(z.string().max(120), Target),
  delegations: Delegations.optional(),
});
export type TargetsSigned = z.infer<typeof TargetsSigned>;

export const Signatures = z
  .array(z.strictObject({ keyid: KeyId, sig: z.string().regex(/^[0-9a-f]{128}$/) }))
  .max(2 * keysMost)
  .refine((all) => new Set(all.map(({ keyid }) => keyid)).size === all.length, "a key twice");
export type Signatures = z.infer<typeof Signatures>;

export type Signed = RootSigned | SnapshotSigned | TimestampSigned | TargetsSigned;

/** A file of metadata: what is signed, and by whom. */
export interface Envelope<T extends Signed = Signed> {
  signatures: Signatures;
  signed: T;
}

export const envelopeOf = <T extends z.ZodType>(signed: T) =>
  z.strictObject({ signatures: Signatures, signed });
