import { createCipheriv, createDecipheriv, randomBytes, scrypt } from "node:crypto";
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from "node:fs";
import { z } from "zod";
import { BundleFault } from "../fault.ts";
import { canonicalBytes } from "../metadata/canonical.ts";
import { PublicKey } from "../metadata/shape.ts";
import { readStrict } from "../metadata/strict.ts";
import { keyIdOf, keyOfSeed, type SigningKey, seedOf } from "./key.ts";

/** By which a key's file is known, and kept out of every bundle. */
export const keySchema = "jochi.key/1";

/** 128 MiB and about half a second for each try of a passphrase (RFC 7914; N = 2^17, r = 8). */
const cost = { N: 2 ** 17, r: 8, p: 1 } as const;
/** 256 MiB. */
const costMost = 2 ** 18;
const hexOf = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`));

const KeyFile = z.strictObject({
  schema: z.literal(keySchema),
  keyid: hexOf(32),
  public: PublicKey,
  kdf: z.strictObject({
    name: z.literal("scrypt"),
    /** A power of two; a file must be able neither to weaken the key nor to fill the memory. */
    N: z
      .int()
      .min(cost.N)
      .max(costMost)
      .refine((n) => (n & (n - 1)) === 0),
    r: z.literal(cost.r),
    p: z.literal(cost.p),
    salt: hexOf(32),
  }),
  cipher: z.strictObject({
    name: z.literal("aes-256-gcm"),
    iv: hexOf(12),
    tag: hexOf(16),
    /** The encrypted seed. */
    text: hexOf(32),
  }),
});
type KeyFile = z.infer<typeof KeyFile>;

/** The key's public half as it may be handed around: what `bundle key show --public` writes. */
const PublicFile = z.strictObject({
  schema: z.literal("jochi.public-key/1"),
  keyid: hexOf(32),
  public: PublicKey,
});

export const keyFileBytesMax = 16_384;
/** Characters, as three Korean syllables are nine bytes and soon guessed. */
const passphraseMin = 8;

export function publicFileOf(key: PublicKey): Buffer {
  const file = { schema: "jochi.public-key/1", keyid: keyIdOf(key), public: key };
  return canonicalBytes(file);
}

/** The public half, from a key's file or from one that holds nothing else. */
export function readPublic(bytes: Uint8Array): { keyid: string; publicKey: PublicKey } {
  const read = readStrict(bytes);
  const value = read.is === "value" ? read.value : undefined;
  const parsed = z.union([KeyFile, PublicFile]).safeParse(value);
  if (!parsed.success || keyIdOf(parsed.data.public) !== parsed.data.keyid)
    throw new BundleFault("key.malformed");
  return { keyid: parsed.data.keyid, publicKey: parsed.data.public };
}

/** A key's file, its private half encrypted under the passphrase. */
export async function sealKey(key: SigningKey, passphrase: Uint8Array): Promise<Buffer> {
  const characters = [...Buffer.from(passphrase).toString("utf8").normalize("NFC")];
  if (characters.length < passphraseMin)
    throw new BundleFault("key.passphrase-short", undefined, { least: passphraseMin });
  const head = {
    schema: keySchema,
    keyid: key.keyid,
    public: key.publicKey,
    kdf: { name: "scrypt", ...cost, salt: randomBytes(32).toString("hex") },
  } as const;
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", await derive(passphrase, head.kdf), iv);
  cipher.setAAD(canonicalBytes(head));
  const text = Buffer.concat([cipher.update(seedOf(key)), cipher.final()]).toString("hex");
  const tag = cipher.getAuthTag().toString("hex");
  const file: KeyFile = {
    ...head,
    cipher: { name: "aes-256-gcm", iv: iv.toString("hex"), tag, text },
  };
  return canonicalBytes(file);
}

/** Throws `key.passphrase-wrong` also where the file was changed: the two look alike on purpose. */
export async function openKey(bytes: Uint8Array, passphrase: Uint8Array): Promise<SigningKey> {
  const read = readStrict(bytes);
  const parsed = KeyFile.safeParse(read.is === "value" ? read.value : undefined);
  if (!parsed.success) throw new BundleFault("key.malformed");
  const { cipher, ...head } = parsed.data;
  const iv = Buffer.from(cipher.iv, "hex");
  const decipher = createDecipheriv("aes-256-gcm", await derive(passphrase, head.kdf), iv);
  decipher.setAAD(canonicalBytes(head)).setAuthTag(Buffer.from(cipher.tag, "hex"));
  const key = seedKey(decipher, cipher.text);
  if (key?.keyid !== head.keyid) throw new BundleFault("key.passphrase-wrong");
  return key;
}

function seedKey(decipher: ReturnType<typeof createDecipheriv>, text: string) {
  try {
    const seed = Buffer.concat([decipher.update(Buffer.from(text, "hex")), decipher.final()]);
    return keyOfSeed(seed);
  } catch {
    return undefined;
  }
}

function derive(passphrase: Uint8Array, { N, r, p, salt }: KeyFile["kdf"]): Promise<Buffer> {
  const options = { N, r, p, maxmem: 256 * N * r };
  return new Promise((resolve, reject) => {
    scrypt(passphrase, Buffer.from(salt, "hex"), 32, options, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}

/** Writes a key's file that only its owner can read, never over another one. */
export function writeKeyFile(path: string, bytes: Uint8Array): void {
  const handle = openSync(path, "wx", 0o600);
  try {
    writeSync(handle, bytes);
    fsyncSync(handle);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(handle);
  }
}
