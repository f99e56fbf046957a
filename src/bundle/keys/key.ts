import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";
import { canonicalBytes } from "../metadata/canonical.ts";
import type { PublicKey } from "../metadata/shape.ts";

/** A key that can sign, in memory only. */
export interface SigningKey {
  keyid: string;
  publicKey: PublicKey;
  privateKey: KeyObject;
}

/** SHA-256 of the key's canonical form, in lower-case hex (TUF specification 1.0, section 4.2). */
export const keyIdOf = (key: PublicKey): string =>
  createHash("sha256").update(canonicalBytes(key)).digest("hex");

export function newSigningKey(): SigningKey {
  return signingKeyOf(generateKeyPairSync("ed25519").privateKey);
}

export function signingKeyOf(privateKey: KeyObject): SigningKey {
  const { x } = createPublicKey(privateKey).export({ format: "jwk" });
  const keyval = { public: Buffer.from(x!, "base64url").toString("hex") };
  const publicKey: PublicKey = { keytype: "ed25519", scheme: "ed25519", keyval };
  return { keyid: keyIdOf(publicKey), publicKey, privateKey };
}

/** The 32 bytes that an Ed25519 key is made from (RFC 8032, section 5.1.5). */
export function seedOf({ privateKey }: SigningKey): Buffer {
  return Buffer.from(privateKey.export({ format: "jwk" }).d!, "base64url");
}

/** Before the seed in PKCS #8 (RFC 8410, section 7). */
const pkcs8Head = Buffer.from("302e020100300506032b657004220420", "hex");

export function keyOfSeed(seed: Uint8Array): SigningKey {
  const key = Buffer.concat([pkcs8Head, seed]);
  return signingKeyOf(createPrivateKey({ key, format: "der", type: "pkcs8" }));
}

/** A signature over the canonical form, 64 bytes in lower-case hex. */
export function signatureBy(key: SigningKey, signed: unknown): { keyid: string; sig: string } {
  const sig = sign(null, canonicalBytes(signed), key.privateKey).toString("hex");
  return { keyid: key.keyid, sig };
}

export function isSignatureOf(key: PublicKey, signed: Uint8Array, sig: string): boolean {
  const x = Buffer.from(key.keyval.public, "hex").toString("base64url");
  try {
    const object = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
    return verify(null, signed, object, Buffer.from(sig, "hex"));
  } catch {
    return false;
  }
}
