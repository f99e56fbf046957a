import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

const secretBytes = 32;

/** 256 bits of chance, as 43 characters that may stand in an address. */
export function newSecret(): string {
  return randomBytes(secretBytes).toString("base64url");
}

/** Takes as long for a near miss as for a far one, whatever the lengths are. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
