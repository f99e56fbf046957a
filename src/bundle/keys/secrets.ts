import { createPrivateKey } from "node:crypto";
import { keySchema } from "./key-file.ts";

const pem = /-----BEGIN (?:[A-Z0-9 ]{1,20} )?PRIVATE KEY-----\s{0,4}[A-Za-z0-9+/=:,\- \r\n]{40}/;
const pemMark = Buffer.from("-----BEGIN ");
const sealedMark = Buffer.from(`"${keySchema}"`);
/** As long as the longest thing that is looked for. */
const overlap = 160;
/** A private key without PEM around it is no larger than this. */
const derBytesMax = 16_384;

/**
 * Looks for private keys in what goes into a bundle, piece by piece: PEM with something behind its
 * first line (programs that only know how to write one hold that line too), and this program's own
 * key files. `found` stays true once it is.
 */
export function secretFinder() {
  let tail: Buffer = Buffer.alloc(0);
  let found = false;
  return {
    look(piece: Uint8Array): void {
      if (found) return;
      const bytes = Buffer.concat([tail, piece]);
      found = bytes.includes(sealedMark) || hasPem(bytes);
      tail = Buffer.from(bytes.subarray(-overlap));
    },
    get found() {
      return found;
    },
  };
}

function hasPem(bytes: Buffer): boolean {
  for (let at = bytes.indexOf(pemMark); at >= 0; at = bytes.indexOf(pemMark, at + 1)) {
    if (pem.test(bytes.subarray(at, at + overlap).toString("latin1"))) return true;
  }
  return false;
}

/** Whether a small file is a private key in DER. */
export function isPrivateDer(file: Uint8Array): boolean {
  if (file.length > derBytesMax || file[0] !== 0x30) return false;
  return (["pkcs8", "pkcs1", "sec1"] as const).some((type) => {
    try {
      createPrivateKey({ key: Buffer.from(file), format: "der", type });
      return true;
    } catch {
      return false;
    }
  });
}
