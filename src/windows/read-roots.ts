import type { RootCertificate } from "../evidence/pc-outcome.ts";
import { bytesFrom } from "./reg-data.ts";
import { dataOf, keyAt, type RegistryKey } from "./registry.ts";

type Store = NonNullable<RootCertificate["stores"]>[number];

/** One of the keys `…\SystemCertificates` and who wrote it. */
export interface CertificateKey {
  store: Store;
  key: RegistryKey | undefined;
}

/** A certificate as it lies in a store, not yet looked into. */
export interface StoredCertificate {
  /** Lower-case hex. */
  sha1: string;
  /** Absent where a store of distrusted ones names it by its fingerprint alone. */
  der?: Uint8Array | undefined;
  stores: Store[];
  distrusted: boolean;
}

const rootStores = ["Root", "AuthRoot"];
const distrustedStore = "Disallowed";
/** Numbers of properties: wincrypt.h, CERT_SHA1_HASH_PROP_ID, CERT_CERT_PROP_ID and … */
const sha1Property = 3;
const certificateProperty = 32;
/** … CERT_DISALLOWED_FILETIME_PROP_ID: Microsoft's list of roots has taken its trust away. */
const disallowedProperty = 104;
const headBytes = 12;
const mostProperties = 256;

/** Roots of all given stores, each once, and whatever is listed as never to be trusted. */
export function storedRoots(keys: readonly CertificateKey[]): StoredCertificate[] {
  const found = new Map<string, StoredCertificate>();
  const distrusted = new Set<string>();
  for (const { store, key } of keys) {
    for (const one of certificatesIn(key, distrustedStore)) {
      distrusted.add(one.sha1);
      add(found, one, []);
    }
    for (const name of rootStores) {
      for (const one of certificatesIn(key, name)) {
        if (one.disallowed) distrusted.add(one.sha1);
        add(found, one, [store]);
      }
    }
  }
  return [...found.values()].map((one) => ({ ...one, distrusted: distrusted.has(one.sha1) }));
}

interface Entry {
  sha1: string;
  der: Uint8Array | undefined;
  disallowed: boolean;
}

function add(found: Map<string, StoredCertificate>, one: Entry, stores: Store[]) {
  const known = found.get(one.sha1);
  const { sha1, der } = one;
  found.set(sha1, {
    sha1,
    der: known?.der ?? der,
    stores: [...new Set([...(known?.stores ?? []), ...stores])],
    distrusted: false,
  });
}

function certificatesIn(key: RegistryKey | undefined, name: string): Entry[] {
  return (keyAt(key, `${name}\\Certificates`)?.keys ?? []).flatMap((entry) => {
    const blob = dataOf(entry, "Blob");
    const properties = blob?.type === "hex" ? propertiesOf(bytesFrom(blob.data)) : new Map();
    const told: Uint8Array | undefined = properties.get(sha1Property);
    const sha1 = (told?.length === 20 ? hex(told) : entry.name).toLowerCase();
    if (!/^[0-9a-f]{40}$/.test(sha1)) return [];
    const der: Uint8Array | undefined = properties.get(certificateProperty);
    return [{ sha1, der, disallowed: properties.has(disallowedProperty) }];
  });
}

/** A blob is a row of properties: number, 1, length, bytes. What follows a damaged one is lost. */
export function propertiesOf(blob: Uint8Array): Map<number, Uint8Array> {
  const data = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  const found = new Map<number, Uint8Array>();
  let at = 0;
  while (at + headBytes <= blob.length && found.size < mostProperties) {
    const id = data.getUint32(at, true);
    const end = at + headBytes + data.getUint32(at + 8, true);
    if (end > blob.length) break;
    found.set(id, blob.subarray(at + headBytes, end));
    at = end;
  }
  return found;
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
