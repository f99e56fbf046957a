import { createHash } from "node:crypto";
import type { Anchor, CertificateFact, TlsOutcome } from "../machine.ts";
import type { WorldAgent, WorldCertificate } from "../world.ts";

/** What a client sees of a server's certificate. */
export interface Shown {
  chain: CertificateFact[];
  names: string[];
  anchor: Anchor;
  /** Trouble of the chain itself, before any date is looked at. */
  chainCode: string;
}

const dayMs = 86_400_000;
const validFor = { fromMs: -90 * dayMs, toMs: 275 * dayMs };
const dates: Partial<Record<WorldCertificate, typeof validFor>> = {
  expired: { fromMs: -395 * dayMs, toMs: -30 * dayMs },
  "not-yet-valid": { fromMs: 30 * dayMs, toMs: 395 * dayMs },
};

const publicCa = "CN=Lab Public CA, O=Lab, C=KR";
const inspectionCa = "CN=Lab Inspection CA, O=Lab Security Gateway, C=KR";
/** One for each host: strangers that share an issuer would be an inspection device. */
const unknownCa = (host: string) => `CN=Unknown CA of ${host}, O=Lab, C=KR`;
/** What a server with the wrong certificate is really called. */
const otherHost = "other-host.lab.invalid";

/** The local authorities that loopback agents bring with them, by port. */
const agentCas = [
  { first: 14_430, last: 14_449, ca: "CN=INCA Internet Co., Ltd. CA, O=INCA Internet Co., Ltd." },
  { first: 21_300, last: 21_400, ca: "CN=INTEREZEN CA, O=INTEREZEN" },
] as const;

function certificate(subject: string, issuer: string, at: number, span = validFor) {
  const sha256 = createHash("sha256").update(`${subject}\n${issuer}\n${span.fromMs}`).digest("hex");
  return { subject, issuer, sha256, notBefore: at + span.fromMs, notAfter: at + span.toMs };
}

/** Roots outlive every clock that is only some years wrong. */
function root(subject: string, at: number) {
  return certificate(subject, subject, at, { fromMs: -3_650 * dayMs, toMs: 3_650 * dayMs });
}

/** The certificate a service shows; `at` is the server's own clock. */
export function serviceCertificate(
  service: { certificate: WorldCertificate; hosts: string[] },
  servername: string,
  at: number,
  trustsInspectionCa: boolean,
): Shown {
  const kind = service.certificate;
  const span = dates[kind] ?? validFor;
  const own = service.hosts[0] ?? otherHost;
  if (kind === "inspection") {
    const name = servername || own;
    const leaf = certificate(`CN=${name}`, inspectionCa, at);
    return {
      chain: [leaf, root(inspectionCa, at)],
      names: [name],
      anchor: trustsInspectionCa ? "pc" : "none",
      chainCode: trustsInspectionCa ? "OK" : "SELF_SIGNED_CERT_IN_CHAIN",
    };
  }
  if (kind === "self-signed") {
    const leaf = certificate(`CN=${own}`, `CN=${own}`, at, span);
    const chainCode = "DEPTH_ZERO_SELF_SIGNED_CERT";
    return { chain: [leaf], names: service.hosts, anchor: "none", chainCode };
  }
  if (kind === "unknown-ca") {
    const leaf = certificate(`CN=${own}`, unknownCa(own), at, span);
    const chainCode = "UNABLE_TO_VERIFY_LEAF_SIGNATURE";
    return { chain: [leaf], names: service.hosts, anchor: "none", chainCode };
  }
  const names = kind === "wrong-host" ? [otherHost] : service.hosts;
  const leaf = certificate(`CN=${names[0] ?? own}`, publicCa, at, span);
  return { chain: [leaf, root(publicCa, at)], names, anchor: "public", chainCode: "OK" };
}

/** An agent's certificate comes from an authority its installer put into this PC's store. */
export function agentCertificate(agent: WorldAgent, at: number): Shown {
  const known = agentCas.find(({ first, last }) => agent.port >= first && agent.port <= last);
  const ca = known?.ca ?? "CN=Local Agent CA";
  const span = agent.certificate === "expired" ? dates.expired : validFor;
  return {
    chain: [certificate("CN=127.0.0.1", ca, at, span), root(ca, at)],
    names: ["127.0.0.1", "localhost", "pfs.nprotect.com"],
    anchor: "pc",
    chainCode: "OK",
  };
}

/** The shown certificate held against a name and the PC's own clock. */
export function heldAgainst(
  shown: Shown,
  servername: string,
  now: number,
): Omit<Extract<TlsOutcome, { ok: true }>, "ok" | "protocol" | "ms"> {
  const { chain, anchor, names, chainCode } = shown;
  const nameMatches = names.some((name) => matchesName(name, servername));
  return { chain, anchor, verify: verifyCode(chain, chainCode, now), nameMatches };
}

function verifyCode(chain: CertificateFact[], chainCode: string, now: number): string {
  if (chainCode !== "OK") return chainCode;
  if (chain.some(({ notBefore }) => now < notBefore)) return "CERT_NOT_YET_VALID";
  return chain.some(({ notAfter }) => now > notAfter) ? "CERT_HAS_EXPIRED" : "OK";
}

/** RFC 6125: a star stands for exactly one whole leftmost label. */
export function matchesName(pattern: string, host: string): boolean {
  const [left, right] = [pattern.toLowerCase(), host.toLowerCase().replace(/\.$/, "")];
  if (right === "") return false;
  if (!left.startsWith("*.")) return left === right;
  const rest = left.slice(1);
  const label = right.slice(0, -rest.length);
  return right.endsWith(rest) && label !== "" && !label.includes(".") && !/^[\d.]+$/.test(right);
}
