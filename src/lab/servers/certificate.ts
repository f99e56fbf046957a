import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { isIPv4 } from "node:net";
import { bits, oid, sequence, tag, time, tlv } from "./der.ts";

/** A certificate with its key, and the certificates shown after it. */
export interface Credential {
  pem: string;
  key: KeyObject;
  keyPem: string;
}

export interface Authority extends Credential {
  name: Buffer;
  keyId: Buffer;
}

export interface Span {
  from: number;
  to: number;
}

const ids = {
  commonName: "2.5.4.3",
  country: "2.5.4.6",
  organization: "2.5.4.10",
  ecdsaWithSha256: "1.2.840.10045.4.3.2",
  subjectKey: "2.5.29.14",
  keyUsage: "2.5.29.15",
  alternativeName: "2.5.29.17",
  basicConstraints: "2.5.29.19",
  authorityKey: "2.5.29.35",
  extendedKeyUsage: "2.5.29.37",
  serverAuth: "1.3.6.1.5.5.7.3.1",
  filler: "1.3.6.1.4.1.32473.1",
} as const;

/**
 * Stands for the transparency stamps and policy texts of a real certificate: without them a whole
 * server flight would fit through a narrow tunnel, and a black hole would go unnoticed.
 */
const fillerBytes = 1_800;
const nameOids: Record<string, string> = {
  CN: ids.commonName,
  O: ids.organization,
  C: ids.country,
};

/** `CN=…,O=…,C=…`; a comma counts as a separator only before a known key, as in `Co., Ltd.`. */
function distinguishedName(text: string): Buffer {
  const parts = text.split(/,(?=(?:CN|O|C)=)/).reverse();
  return sequence(
    ...parts.map((part) => {
      const [key = "", value = ""] = [part.slice(0, part.indexOf("=")), part.split("=", 2)[1]];
      const type = key === "C" ? tag.printable : tag.utf8;
      return tlv(tag.set, sequence(oid(nameOids[key]!), tlv(type, Buffer.from(value))));
    }),
  );
}

export function newKey(): KeyObject {
  return generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
}

function publicPart(key: KeyObject): Buffer {
  // An EC key in SPKI form comes out of the private key by way of its public JWK.
  const { kty, crv, x, y } = key.export({ format: "jwk" });
  const point = Buffer.concat([
    Buffer.from([4]),
    Buffer.from(String(x), "base64url"),
    Buffer.from(String(y), "base64url"),
  ]);
  if (kty !== "EC" || crv !== "P-256") throw new TypeError(`key ${kty} ${crv}`);
  return sequence(sequence(oid("1.2.840.10045.2.1"), oid("1.2.840.10045.3.1.7")), bits(point));
}

function extension(id: string, value: Uint8Array, critical = false): Buffer {
  const mark = critical ? [tlv(tag.boolean, Buffer.from([0xff]))] : [];
  return sequence(oid(id), ...mark, tlv(tag.octets, value));
}

function keyIdOf(spki: Buffer): Buffer {
  return createHash("sha1").update(spki).digest();
}

function signed(body: Buffer, key: KeyObject): string {
  const algorithm = sequence(oid(ids.ecdsaWithSha256));
  const der = sequence(body, algorithm, bits(sign("sha256", body, key)));
  const lines = der.toString("base64").match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}

function body(issuer: Buffer, subject: Buffer, span: Span, spki: Buffer, extensions: Buffer[]) {
  const serial = randomBytes(16);
  // Positive and without a leading zero byte, as DER wants its integers.
  serial[0] = (serial[0]! & 0x3f) | 0x40;
  return sequence(
    tlv(0xa0, tlv(tag.integer, Buffer.from([2]))),
    tlv(tag.integer, serial),
    sequence(oid(ids.ecdsaWithSha256)),
    issuer,
    sequence(time(span.from), time(span.to)),
    subject,
    spki,
    tlv(0xa3, sequence(...extensions)),
  );
}

const pemOf = (key: KeyObject) => key.export({ type: "pkcs8", format: "pem" }) as string;

export function authority(subject: string, span: Span): Authority {
  const key = newKey();
  const spki = publicPart(key);
  const name = distinguishedName(subject);
  const keyId = keyIdOf(spki);
  const extensions = [
    extension(ids.basicConstraints, sequence(tlv(tag.boolean, Buffer.from([0xff]))), true),
    extension(ids.keyUsage, tlv(tag.bits, Buffer.from([1, 0x06])), true),
    extension(ids.subjectKey, tlv(tag.octets, keyId)),
  ];
  const pem = signed(body(name, name, span, spki, extensions), key);
  return { pem, key, keyPem: pemOf(key), name, keyId };
}

/** A server's certificate for these names; self-signed where no authority is given. */
export function leaf(
  hosts: string[],
  span: Span,
  key: KeyObject,
  issuer: Authority | undefined,
): Credential {
  const spki = publicPart(key);
  const subject = distinguishedName(`CN=${hosts[0] ?? "localhost"}`);
  const names = hosts.map((host) =>
    isIPv4(host)
      ? tlv(0x87, Buffer.from(host.split(".").map(Number)))
      : tlv(0x82, Buffer.from(host)),
  );
  const extensions = [
    extension(ids.basicConstraints, sequence(), true),
    extension(ids.keyUsage, tlv(tag.bits, Buffer.from([7, 0x80])), true),
    extension(ids.extendedKeyUsage, sequence(oid(ids.serverAuth))),
    extension(ids.subjectKey, tlv(tag.octets, keyIdOf(spki))),
    extension(ids.alternativeName, sequence(...names)),
    extension(ids.filler, tlv(tag.octets, Buffer.alloc(fillerBytes, 0x20))),
  ];
  if (issuer) extensions.push(extension(ids.authorityKey, sequence(tlv(0x80, issuer.keyId))));
  const content = body(issuer?.name ?? subject, subject, span, spki, extensions);
  return { pem: signed(content, issuer?.key ?? key), key, keyPem: pemOf(key) };
}
