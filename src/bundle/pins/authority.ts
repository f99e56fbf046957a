import { type Certificate, readCertificate } from "../../trust/certificate.ts";

/** A certificate file of a bundle as an authority for signed programs; empty where it is none. */
export function authorityIn(file: Uint8Array): Certificate[] {
  const read = readCertificate(file);
  return "where" in read ? [] : [read.value];
}

const pem = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** Every certificate of a PEM file; undefined where it holds none, or one that cannot be read. */
export function authoritiesIn(text: string): Certificate[] | undefined {
  const found = text.match(pem) ?? [];
  const read = found.flatMap((one) => authorityIn(Buffer.from(one, "latin1")));
  return read.length > 0 && read.length === found.length ? read : undefined;
}
