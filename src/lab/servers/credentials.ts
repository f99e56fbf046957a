import { createSecureContext, type SecureContext } from "node:tls";
import type { WorldCertificate, WorldService } from "../../machine/world.ts";
import { type Authority, authority, leaf, newKey, type Span } from "./certificate.ts";

const dayMs = 86_400_000;
/** Wide enough for every clock that is some years wrong. */
const rootSpan = { from: Date.UTC(2000, 0, 1), to: Date.UTC(2049, 0, 1) };
const spans: Partial<Record<WorldCertificate, Span>> & { valid: Span } = {
  valid: { from: -90 * dayMs, to: 275 * dayMs },
  expired: { from: -395 * dayMs, to: -30 * dayMs },
  "not-yet-valid": { from: 30 * dayMs, to: 395 * dayMs },
};
/** What a server with the wrong certificate is really called. */
const otherHost = "other-host.lab.invalid";
/** Contexts kept; more names than any guide has. */
const keptContexts = 1_000;

/** A day is as exact as a certificate needs to be, and lets contexts be used again. */
export function spanAt(kind: WorldCertificate, clock: number): Span {
  const { from, to } = spans[kind] ?? spans.valid;
  const day = Math.floor(clock / dayMs) * dayMs;
  return { from: day + from, to: day + to };
}

export interface Credentials {
  publicCa: string;
  inspectionCa: string;
  /** `clock` is the server's own, `servername` the name that was asked for. */
  contextFor(service: WorldService, servername: string, clock: number): SecureContext;
}

/** The lab's authorities, new with every start, and the certificates they issue on demand. */
export function createCredentials(): Credentials {
  const publicCa = authority("CN=Lab Public CA,O=Lab,C=KR", rootSpan);
  const inspectionCa = authority("CN=Lab Inspection CA,O=Lab Security Gateway,C=KR", rootSpan);
  const unknownCa = authority("CN=Lab Unknown CA,O=Lab,C=KR", rootSpan);
  const key = newKey();
  const contexts = new Map<string, SecureContext>();

  const chainFor = (service: WorldService, hosts: string[], span: Span): string => {
    const issued = (by?: Authority) => leaf(hosts, span, key, by).pem;
    switch (service.certificate) {
      case "self-signed":
        return issued();
      case "unknown-ca":
        return issued(unknownCa);
      case "inspection":
        return issued(inspectionCa) + inspectionCa.pem;
      default:
        return issued(publicCa) + publicCa.pem;
    }
  };

  return {
    publicCa: publicCa.pem,
    inspectionCa: inspectionCa.pem,
    contextFor(service, servername, clock) {
      const { certificate, tls } = service;
      const own = certificate === "wrong-host" || service.hosts.length === 0;
      const minted = certificate === "inspection" && servername !== "";
      const hosts = minted ? [servername] : own ? [otherHost] : service.hosts;
      const span = spanAt(certificate, clock);
      const id = JSON.stringify([certificate, tls, hosts, span.from]);
      const kept = contexts.get(id);
      if (kept) return kept;
      if (contexts.size >= keptContexts) contexts.clear();
      const context = createSecureContext({
        cert: chainFor(service, hosts, span),
        key: key.export({ type: "pkcs8", format: "pem" }),
        ...versions[tls],
      });
      contexts.set(id, context);
      return context;
    },
  };
}

const versions = {
  "1.2+": { minVersion: "TLSv1.2" },
  // OpenSSL 3 signs with SHA-1, as TLS 1.0 wants it, on its lowest security level only.
  "1.0": { minVersion: "TLSv1", maxVersion: "TLSv1", ciphers: "DEFAULT@SECLEVEL=0" },
  "client-certificate-1.2": { minVersion: "TLSv1.2", maxVersion: "TLSv1.2" },
  "client-certificate-1.3": { minVersion: "TLSv1.3" },
  alert: {},
} as const;
