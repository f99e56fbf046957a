import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { crc32 } from "node:zlib";
import {
  centralHeader,
  endOf,
  localHeader,
  type Placed,
} from "../../src/bundle/container/layout.ts";
import { openContainer } from "../../src/bundle/container/read.ts";
import { BundleFault } from "../../src/bundle/fault.ts";
import { type SigningKey, signatureBy } from "../../src/bundle/keys/key.ts";
import { canonicalBytes } from "../../src/bundle/metadata/canonical.ts";
import { signedSha256 } from "../../src/bundle/metadata/envelope.ts";
import { noState, type TrustState } from "../../src/bundle/trust-state.ts";
import { type Anchor, type Verified, verifyBundle } from "../../src/bundle/verify.ts";
import type { Certificate } from "../../src/trust/certificate.ts";
import { now } from "./_stage.ts";

/** What an attacker does with a bundle: takes it apart, changes it, and puts it together again. */
export type Entries = Map<string, Buffer>;

export async function takeApart(path: string): Promise<Entries> {
  const container = await openContainer(readFileSync(path));
  const entries: Entries = new Map();
  for (const name of container.entries.keys())
    entries.set(name, Buffer.from(await container.read(name, 1 << 28)));
  return entries;
}

/** A ZIP file of exactly these entries, whatever their names; no name is checked. */
export function putTogether(entries: Iterable<readonly [string, Uint8Array]>): Buffer {
  const placed: Placed[] = [];
  const parts: Uint8Array[] = [];
  let offset = 0;
  for (const [name, bytes] of entries) {
    const entry = { name, size: bytes.length, crc: crc32(bytes), offset };
    const header = localHeader(entry);
    placed.push(entry);
    parts.push(header, bytes);
    offset += header.length + bytes.length;
  }
  const directory = Buffer.concat(placed.map(centralHeader));
  return Buffer.concat([...parts, directory, endOf(placed.length, offset, directory.length)]);
}

// biome-ignore lint/suspicious/noExplicitAny: metadata that is being forged has no type
export type Loose = any;

export const jsonOf = (entries: Entries, name: string): Loose =>
  JSON.parse(entries.get(name)!.toString("utf8"));

/** Changes one file of metadata; its signatures stay as they were. */
export function alter(entries: Entries, name: string, change: (file: Loose) => void): void {
  const file = jsonOf(entries, name);
  change(file);
  entries.set(name, canonicalBytes(file));
}

/** Changes what is signed in a file, and has these keys sign it. */
export function resign(
  entries: Entries,
  name: string,
  keys: readonly SigningKey[],
  change: (signed: Loose) => void = () => {},
): void {
  alter(entries, name, (file) => {
    change(file.signed);
    file.signatures = keys.map((key) => signatureBy(key, file.signed));
    file.signatures.sort((a: Loose, b: Loose) => (a.keyid < b.keyid ? -1 : 1));
  });
}

/** Snapshot and timestamp made to fit what the other files say now, and signed. */
export function refit(entries: Entries, keys: readonly SigningKey[]): void {
  resign(entries, "metadata/snapshot.json", keys, (signed) => {
    for (const name of Object.keys(signed.meta)) signed.meta[name] = metaOf(entries, name);
  });
  resign(entries, "metadata/timestamp.json", keys, (signed) => {
    signed.meta["snapshot.json"] = metaOf(entries, "snapshot.json");
  });
}

function metaOf(entries: Entries, name: string) {
  const { signed } = jsonOf(entries, `metadata/${name}`);
  return { version: signed.version, signed_sha256: signedSha256(signed) };
}

export interface Seen {
  trust?: TrustState;
  anchor?: Anchor;
  at?: number;
  roots?: readonly Certificate[];
}

export async function verify(
  bytes: Uint8Array,
  seen: Seen = {},
  by: Pick<Verifier, "openContainer" | "verifyBundle"> = { openContainer, verifyBundle },
): Promise<Verified> {
  const container = await by.openContainer(bytes);
  return by.verifyBundle(container, {
    trust: seen.trust ?? noState,
    anchor: seen.anchor,
    now: new Date(seen.at ?? now),
    roots: seen.roots ?? [],
  });
}

/** What verifies: the project's own code, or a script that was built of it. */
export interface Verifier {
  openContainer: typeof openContainer;
  verifyBundle: typeof verifyBundle;
  BundleFault: typeof BundleFault;
}

/** Others who look at the bundles that are judged here too, and must come to the same. */
export const witnesses: Verifier[] = [];
/** Of bundles that fare alike a witness looks at the first so many: single bits are thousands. */
const alikeMost = 40;
const alike = new Map<string, number>();

/** How a bundle fares: the code of its refusal, words of files that are refused, or `accepted`. */
export async function fate(bytes: Uint8Array, seen: Seen = {}): Promise<string> {
  const word = await fateBy({ openContainer, verifyBundle, BundleFault }, bytes, seen);
  const before = alike.get(word) ?? 0;
  alike.set(word, before + 1);
  if (before >= alikeMost) return word;
  for (const witness of witnesses) assert.equal(await fateBy(witness, bytes, seen), word);
  return word;
}

async function fateBy(by: Verifier, bytes: Uint8Array, seen: Seen): Promise<string> {
  try {
    const { refused, trust } = await verify(bytes, seen, by);
    if (refused.length > 0) return refused.map(({ check }) => check.because).join(" ");
    return trust === "first-seen" ? "nothing-vouches" : "accepted";
  } catch (error) {
    if (error instanceof by.BundleFault) return error.code;
    throw error;
  }
}
