import { createHash } from "node:crypto";

const idOfSha1 = 3;
const idOfCertificate = 0x20;

/** The name under which Windows keeps a certificate: its SHA-1 in upper case. */
export function thumbprint(der: Uint8Array): string {
  return createHash("sha1").update(der).digest("hex").toUpperCase();
}

/** The value `Blob` of a certificate in a registry store: [id u32][1 u32][length u32][bytes]… */
export function rootBlob(der: Uint8Array): Buffer {
  const sha1 = createHash("sha1").update(der).digest();
  return Buffer.concat([property(idOfSha1, sha1), property(idOfCertificate, der)]);
}

function property(id: number, bytes: Uint8Array): Buffer {
  const head = Buffer.alloc(12);
  head.writeUInt32LE(id, 0);
  head.writeUInt32LE(1, 4);
  head.writeUInt32LE(bytes.length, 8);
  return Buffer.concat([head, bytes]);
}
