import { X509Certificate } from "node:crypto";
import type { Socket } from "node:net";
import { isIP } from "node:net";
import tls from "node:tls";
import type { CertificateFact, TlsOptions, TlsOutcome } from "../machine.ts";
import { codeOf, tlsFailure } from "./codes.ts";
import type { Trust } from "./trust.ts";
import { within } from "./within.ts";

/** Longest chain that is looked at; longer ones are no mistake anyone makes. */
const longestChain = 16;

export interface Handshake {
  outcome: TlsOutcome;
  /** Carries the session where there is one. */
  socket: tls.TLSSocket | undefined;
}

/** The certificate is reported, never enforced: judging it is not the machine's work. */
export async function handshake(
  socket: Socket,
  trust: Trust,
  options: TlsOptions,
): Promise<Handshake> {
  // Building the store the first time is our time, not the network's.
  const secureContext = trust.context();
  const startedAt = performance.now();
  const ms = () => performance.now() - startedAt;
  const secure = tls.connect({
    socket,
    secureContext,
    rejectUnauthorized: false,
    // SNI never carries an address (RFC 6066); the certificate is still checked against it.
    servername: isIP(options.servername) ? "" : options.servername,
  });
  secure.on("error", ignore);
  const failed = await within<TlsOutcome | undefined>(
    options,
    () => ({ ok: false, failure: "timeout", ms: ms() }),
    (settle) => {
      const onSecure = () => settle(undefined);
      const onError = (error: Error) => settle({ ok: false, ...tlsFailure(error), ms: ms() });
      const onClose = () => settle({ ok: false, failure: "closed", ms: ms() });
      secure.once("secureConnect", onSecure).once("error", onError).once("close", onClose);
      return () => {
        secure.off("secureConnect", onSecure).off("error", onError).off("close", onClose);
      };
    },
  );
  if (failed) {
    secure.destroy();
    return { outcome: failed, socket: undefined };
  }
  return { outcome: await describe(secure, trust, options.servername, ms()), socket: secure };
}

function ignore(): void {}

async function describe(
  secure: tls.TLSSocket,
  trust: Trust,
  servername: string,
  ms: number,
): Promise<TlsOutcome> {
  const protocol = secure.getProtocol() ?? "unknown";
  const publicly = secure.authorized ? "OK" : verifyCode(secure.authorizationError);
  const peer = secure.getPeerCertificate(true);
  const chain = chainOf(peer);
  const nameMatches =
    servername !== "" && chain.length > 0 && !tls.checkServerIdentity(servername, peer);
  const anchor = await trust.anchor(chain, publicly);
  // With the PC's own store nothing is wrong with the chain; `anchor` says whose root it has.
  const verify = anchor !== "none" && untrusted.has(publicly) ? "OK" : publicly;
  const facts = chain.slice(0, longestChain).map(factOf);
  return { ok: true, protocol, chain: facts, anchor, verify, nameMatches, ms };
}

const untrusted = new Set([
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
]);

/** Without enforcement Node reports a name that does not match here too; that is `nameMatches`. */
function verifyCode(error: unknown): string {
  const code = typeof error === "string" ? error : codeOf(error ?? {});
  return code === "ERR_TLS_CERT_ALTNAME_INVALID" ? "OK" : code;
}

/** From the leaf upwards: what the server sent, and the root where the public store knows it. */
function chainOf(peer: tls.DetailedPeerCertificate): X509Certificate[] {
  const chain: X509Certificate[] = [];
  const seen = new Set<string>();
  let one: tls.DetailedPeerCertificate | undefined = peer;
  while (one?.raw && chain.length <= longestChain && !seen.has(one.fingerprint256)) {
    seen.add(one.fingerprint256);
    chain.push(new X509Certificate(one.raw));
    one = one.issuerCertificate;
  }
  return chain;
}

const longestName = 1_000;

function factOf(certificate: X509Certificate): CertificateFact {
  return {
    subject: nameOf(certificate.subject),
    issuer: nameOf(certificate.issuer),
    sha256: certificate.fingerprint256.replaceAll(":", "").toLowerCase(),
    notBefore: certificate.validFromDate.getTime(),
    notAfter: certificate.validToDate.getTime(),
  };
}

/** Node puts each part on a line of its own; an empty name comes as undefined. */
function nameOf(name: string | undefined): string {
  return (name ?? "").replaceAll("\n", ", ").slice(0, longestName);
}
