import { constants, createPublicKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { type Certificate, certificateOf } from "../certificate.ts";
import {
  around,
  bits,
  generalizedTime,
  integer,
  nothing,
  octets,
  oid,
  sequence,
  set,
  text,
  yes,
} from "./der.ts";

/** Certificates made for one test run; none is ever stored. */
export interface Made {
  certificate: Certificate;
  key: KeyObject;
  kind: KeyKind;
  name: Part[];
}

export type KeyKind = "ec" | "ec384" | "rsa" | "rsa1024";
/** An attribute of a name; bytes are a value encoded in some other way. */
type Part = [type: string, value: string | Uint8Array];

export interface Wanted {
  name: string | Part[];
  issuer?: Made;
  kind?: KeyKind;
  /** Keys are made anew for every certificate; this one is used again. */
  key?: KeyObject;
  digest?: string;
  from?: number;
  to?: number;
  authority?: boolean;
  pathLength?: number;
  /** First byte of keyUsage. */
  usage?: number;
  purposes?: string[];
  /** A critical extension that nobody knows. */
  critical?: string;
  /** 1 has no extensions at all. */
  version?: 1;
  /** Further extensions, encoded. */
  extensions?: Buffer[];
}

export const day = 86_400_000;
/** The time at which most tests take place. */
export const now = Date.UTC(2026, 10, 26);
export const codeSigning = "1.3.6.1.5.5.7.3.3";
export const timeStamping = "1.3.6.1.5.5.7.3.8";

const nameOids: Record<string, string> = { CN: "2.5.4.3", O: "2.5.4.10", C: "2.5.4.6" };
const hashes: Record<string, string> = {
  md5: "1.2.840.113549.2.5",
  sha1: "1.3.14.3.2.26",
  sha256: "2.16.840.1.101.3.4.2.1",
  sha384: "2.16.840.1.101.3.4.2.2",
  sha512: "2.16.840.1.101.3.4.2.3",
};
const rsa: Record<string, number> = { md5: 4, sha1: 5, sha256: 11, sha384: 12, sha512: 13 };
const ec: Record<string, string> = { sha1: "1", sha256: "3.2", sha384: "3.3", sha512: "3.4" };

export const hashAlgorithm = (digest: string) => sequence(oid(hashes[digest]!), nothing());

export function signatureAlgorithm(kind: KeyKind, digest: string): Buffer {
  return kind.startsWith("rsa")
    ? sequence(oid(`1.2.840.113549.1.1.${rsa[digest]}`), nothing())
    : sequence(oid(`1.2.840.10045.4.${ec[digest]}`));
}

/** RSASSA-PSS with one digest throughout, and a salt of its length. */
export function pssAlgorithm(digest: string): Buffer {
  const hash = hashAlgorithm(digest);
  const mask = sequence(oid("1.2.840.113549.1.1.8"), hash);
  const salt = integer(Number(digest.slice(3)) / 8);
  const parameters = sequence(around(0, hash), around(1, mask), around(2, salt));
  return sequence(oid("1.2.840.113549.1.1.10"), parameters);
}

export const signPss = (digest: string, data: Uint8Array, key: KeyObject) =>
  sign(digest, data, {
    key,
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
  });

export function newKey(kind: KeyKind): KeyObject {
  if (kind === "ec") return generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
  if (kind === "ec384") return generateKeyPairSync("ec", { namedCurve: "P-384" }).privateKey;
  const modulusLength = kind === "rsa" ? 2_048 : 1_024;
  return generateKeyPairSync("rsa", { modulusLength }).privateKey;
}

let serials = 1_000;

export function make(wanted: Wanted): Made {
  const kind = wanted.kind ?? "ec";
  const key = wanted.key ?? newKey(kind);
  const name: Part[] =
    typeof wanted.name === "string"
      ? [
          ["O", wanted.name],
          ["CN", wanted.name],
        ]
      : wanted.name;
  const issuer = wanted.issuer ?? { key, kind, name };
  const digest = wanted.digest ?? "sha256";
  const algorithm = signatureAlgorithm(issuer.kind, digest);
  serials += 1;
  const validity = sequence(
    generalizedTime(wanted.from ?? now - 100 * day),
    generalizedTime(wanted.to ?? now + 100 * day),
  );
  const tbs = sequence(
    ...(wanted.version === 1 ? [] : [around(0, integer(2))]),
    integer(serials),
    algorithm,
    nameDer(issuer.name),
    validity,
    nameDer(name),
    publicDer(key),
    ...(wanted.version === 1 ? [] : [around(3, sequence(...extensions(wanted)))]),
  );
  const bytes = sequence(tbs, algorithm, bits(sign(digest, tbs, issuer.key)));
  return { certificate: certificateOf(bytes), key, kind, name };
}

const publicDer = (key: KeyObject) => createPublicKey(key).export({ type: "spki", format: "der" });

export const nameDer = (name: Part[]) =>
  sequence(
    ...name.map(([type, value]) =>
      set(sequence(oid(nameOids[type]!), typeof value === "string" ? text(value) : value)),
    ),
  );

export const extension = (id: string, value: Buffer, isCritical = false) =>
  sequence(oid(id), ...(isCritical ? [yes()] : []), octets(value));

function extensions(wanted: Wanted): Buffer[] {
  const { authority, pathLength, usage, purposes, critical } = wanted;
  const length = pathLength === undefined ? [] : [integer(pathLength)];
  const keyUsage = usage ?? (authority ? 0x06 : 0x80);
  return [
    extension("2.5.29.19", sequence(...(authority ? [yes(), ...length] : [])), true),
    extension("2.5.29.15", bits(Buffer.from([keyUsage]), keyUsage === 0x80 ? 7 : 1), true),
    ...(purposes ? [extension("2.5.29.37", sequence(...purposes.map(oid)), true)] : []),
    ...(critical ? [extension(critical, nothing(), true)] : []),
    ...(wanted.extensions ?? []),
  ];
}

/** A root, an authority below it and a signer of code. */
export function family(
  kind: KeyKind = "ec",
  signer = "Example Software",
  more: Partial<Wanted> = {},
) {
  const root = make({ name: "Test Root", kind, authority: true, to: now + 4_000 * day });
  const issuer = make({ name: "Test Code CA", kind, authority: true, issuer: root });
  const leaf = make({ name: signer, kind, issuer, purposes: [codeSigning], ...more });
  return { root, issuer, leaf };
}

/** A timestamp authority and its root. */
export function timeFamily(more: Partial<Wanted> = {}) {
  const root = make({ name: "Test Time Root", authority: true, from: now - 4_000 * day });
  const wide = { from: now - 3_000 * day, to: now + 3_000 * day };
  const leaf = make({
    name: "Test Time",
    issuer: root,
    purposes: [timeStamping],
    ...wide,
    ...more,
  });
  return { root, leaf };
}
