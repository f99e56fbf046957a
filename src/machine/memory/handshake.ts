import type { TlsFailure } from "../failure.ts";
import type { TlsOutcome } from "../machine.ts";
import type { World } from "../world.ts";
import { agentCertificate, heldAgainst, serviceCertificate } from "./certificate.ts";
import { isCut, nameFilter, type Peer } from "./peer.ts";

type Session = Omit<Extract<TlsOutcome, { ok: true }>, "ms">;
/** `silent`: nothing comes back, and the caller's limit decides. */
export type Handshake =
  | Session
  | { ok: false; failure: Exclude<TlsFailure, "timeout">; code: string; near?: true }
  | "silent";

const reset = { ok: false, failure: "reset", code: "ECONNRESET" } as const;
const closed = { ok: false, failure: "closed", code: "ECONNRESET" } as const;
const notTls = { ok: false, failure: "not-tls", code: "ERR_SSL_WRONG_VERSION_NUMBER" } as const;

/** How a TLS handshake with a peer ends, and what is seen of its certificate. */
export function handshake(world: World, peer: Peer, servername: string, now: number): Handshake {
  if (peer.kind === "proxy") return notTls;
  if (peer.kind === "agent") {
    const shown = agentCertificate(peer.agent, now);
    return { ok: true, protocol: "TLSv1.3", ...heldAgainst(shown, servername, now) };
  }
  const filter = nameFilter(world, peer, servername);
  if (filter === "reset") return { ...reset, near: true };
  if (filter === "drop") return "silent";

  const { service } = peer;
  if (service.behaviour === "silent") return "silent";
  if (isCut(service)) return reset;
  if (service.behaviour === "fin") return closed;
  if (service.behaviour === "plain-http" || service.behaviour === "garbage") return notTls;
  if (service.protocol === "http") return notTls;
  if (service.protocol === "ldap") return closed;
  if (service.protocol === "tcp") return "silent";
  if (service.tls === "1.0") {
    return { ok: false, failure: "version", code: "ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION" };
  }
  if (service.tls === "alert") {
    return { ok: false, failure: "alert", code: "ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR" };
  }
  // What follows begins with a certificate, which a narrow way does not let through.
  if (peer.narrow) return "silent";
  if (service.tls === "client-certificate-1.2") {
    const code = "ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE";
    return { ok: false, failure: "handshake-failure", code };
  }
  const at = now + world.serverClockOffsetMs;
  const shown = serviceCertificate(service, servername, at, world.pc.trustsInspectionCa);
  return { ok: true, protocol: "TLSv1.3", ...heldAgainst(shown, servername, now) };
}
