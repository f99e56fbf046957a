import "./reflect.ts";
import { KeyObject, webcrypto } from "node:crypto";
import type { WorldCertificate } from "../../world.ts";

/** Certificates made for one test run; none is ever stored. */
export interface Issued {
  /** Leaf first, then what a server sends along. */
  chain: string;
  key: string;
}

export interface Authority {
  pem: string;
  issue(names: string[], days: { from: number; to: number }): Promise<Issued>;
}

const dayMs = 86_400_000;
const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
const library = await import("@peculiar/x509");
library.cryptoProvider.set(webcrypto as never);

interface Signer {
  name: string;
  key: webcrypto.CryptoKey;
}

/**
 * `sendsOwn`: whether servers send the authority's own certificate along. It signs its own
 * certificate where no other authority does.
 */
export async function authority(
  name: string,
  sendsOwn: boolean,
  signer?: Signer,
): Promise<Authority & Signer> {
  const keys = await newKeys();
  const own = await library.X509CertificateGenerator.create({
    subject: `CN=${name}`,
    issuer: `CN=${signer?.name ?? name}`,
    publicKey: keys.publicKey,
    signingKey: signer?.key ?? keys.privateKey,
    notBefore: at(-400),
    notAfter: at(4_000),
    signingAlgorithm: algorithm,
    extensions: [new library.BasicConstraintsExtension(true, undefined, true)],
  });
  const pem = own.toString("pem");
  return {
    name,
    key: keys.privateKey,
    pem,
    async issue(names, days) {
      const leafKeys = await newKeys();
      const leaf = await library.X509CertificateGenerator.create({
        subject: `CN=${names[0]}`,
        issuer: own.subject,
        publicKey: leafKeys.publicKey,
        signingKey: keys.privateKey,
        notBefore: at(days.from),
        notAfter: at(days.to),
        signingAlgorithm: algorithm,
        extensions: [alternativeNames(names)],
      });
      const leafPem = leaf.toString("pem");
      const chain = sendsOwn ? `${leafPem}\n${pem}` : leafPem;
      return { chain, key: exported(leafKeys.privateKey) };
    },
  };
}

export async function selfSigned(names: string[]): Promise<Issued> {
  const keys = await newKeys();
  const leaf = await library.X509CertificateGenerator.createSelfSigned({
    name: `CN=${names[0]}`,
    keys,
    notBefore: at(-1),
    notAfter: at(30),
    signingAlgorithm: algorithm,
    extensions: [alternativeNames(names)],
  });
  return { chain: leaf.toString("pem"), key: exported(keys.privateKey) };
}

export const validity: Partial<Record<WorldCertificate, { from: number; to: number }>> = {
  expired: { from: -60, to: -30 },
  "not-yet-valid": { from: 30, to: 60 },
};

function alternativeNames(names: string[]) {
  return new library.SubjectAlternativeNameExtension(
    names.map((value) => ({ type: "dns" as const, value })),
  );
}

function newKeys() {
  return webcrypto.subtle.generateKey(algorithm, true, [
    "sign",
    "verify",
  ]) as Promise<webcrypto.CryptoKeyPair>;
}

function exported(key: webcrypto.CryptoKey): string {
  return KeyObject.from(key).export({ type: "pkcs8", format: "pem" }).toString();
}

function at(days: number): Date {
  return new Date(Math.floor((Date.now() + days * dayMs) / 1_000) * 1_000);
}
