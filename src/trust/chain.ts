import { type Digest, signingDigest, weakDigest, weakKey } from "./algorithm.ts";
import type { Certificate } from "./certificate.ts";
import { sameFingerprint } from "./fingerprint.ts";
import { alikeNames } from "./name.ts";
import type { SignatureVerdict } from "./verdict.ts";

/** RFC 5280, 4.2.1.12, and Microsoft's own purpose for signatures that end with their certificate. */
export const purpose = {
  codeSigning: "1.3.6.1.5.5.7.3.3",
  timeStamping: "1.3.6.1.5.5.7.3.8",
  any: "2.5.29.37.0",
  lifetimeSigning: "1.3.6.1.4.1.311.10.3.13",
};

/** A certificate that no longer counts. */
export interface Revoked {
  /** Hex of the whole certificate's SHA-256. */
  sha256: string;
  /** Milliseconds since 1970: what a trusted timestamp puts before it still counts. */
  since?: number;
}

export interface ChainQuestion {
  roots: readonly Certificate[];
  /** Certificates that may stand between; none of them is trusted. */
  between: readonly Certificate[];
  purpose: string;
  /** Milliseconds since 1970. */
  at: number;
  /** Whether `at` comes from a timestamp that is trusted itself. */
  stamped: boolean;
  revoked: readonly Revoked[];
  /** Accepts SHA-1 and RSA keys of 1024 bits. */
  legacy: boolean;
}

export interface ChainAnswer {
  verdict: SignatureVerdict;
  /** Signer first; as far as it could be followed. */
  chain: readonly Certificate[];
}

const maxLength = 8;
/** Cross-signed authorities give some ways each; an attacker could give thousands. */
const maxSteps = 64;

/**
 * Follows a certificate up to one of the roots. Where several ways lead there, the first good one
 * counts; where none is good, the trouble of the first one is told.
 */
export function chainOf(leaf: Certificate, question: ChainQuestion): ChainAnswer {
  const trusted = new Set(question.roots.map(({ sha256 }) => sha256));
  const candidates = unique([...question.roots, ...question.between]);
  let steps = 0;
  let found: ChainAnswer | undefined;
  let furthest: ChainAnswer = { verdict: "chain-incomplete", chain: [leaf] };

  function follow(chain: readonly Certificate[]): void {
    const last = chain.at(-1)!;
    if (trusted.has(last.sha256)) {
      const answer = { verdict: troubleOf(chain, question) ?? "valid", chain } as const;
      if (!found || answer.verdict === "valid") found = answer;
      return;
    }
    for (const issuer of candidates) {
      if (found?.verdict === "valid" || steps >= maxSteps || chain.length >= maxLength) return;
      if (chain.includes(issuer) || !alikeNames(issuer.subject, last.issuer)) continue;
      steps += 1;
      if (issued(issuer, last)) follow([...chain, issuer]);
    }
    if (found) return;
    const ends = alikeNames(last.subject, last.issuer) && issued(last, last);
    const better = ends ? furthest.verdict !== "untrusted-root" : false;
    if (better || (!ends && furthest.verdict !== "untrusted-root" && longer(chain)))
      furthest = { verdict: ends ? "untrusted-root" : "chain-incomplete", chain };
  }
  const longer = (chain: readonly Certificate[]) => chain.length > furthest.chain.length;

  follow([leaf]);
  return found ?? furthest;
}

function issued(issuer: Certificate, subject: Certificate): boolean {
  try {
    return issuer.key !== undefined && subject.x509.verify(issuer.key);
  } catch {
    // OpenSSL throws for algorithms it does not have.
    return false;
  }
}

function unique(certificates: readonly Certificate[]): Certificate[] {
  return [...new Map(certificates.map((one) => [one.sha256, one])).values()];
}

/** What is wrong with a chain that ends in a root; undefined where nothing is. */
function troubleOf(
  chain: readonly Certificate[],
  question: ChainQuestion,
): SignatureVerdict | undefined {
  const [leaf, ...authorities] = chain as [Certificate, ...Certificate[]];
  const root = chain.at(-1);
  const signed = chain.filter((one) => one !== root);
  const digests = signed.map(({ signedWith }) => signingDigest(signedWith));
  const weak = (digest: Digest | undefined) =>
    digest !== undefined && weakDigest(digest, question.legacy);
  // A root is trusted for what it is: its signature on itself proves nothing anyway.
  if (chain.some(({ key }) => key && weakKey(key, question.legacy)) || digests.some(weak))
    return "weak-algorithm";
  if (chain.some(({ key }) => !key) || digests.includes(undefined)) return "unknown-algorithm";
  if (chain.some(({ unknownCritical }) => unknownCritical.length > 0)) return "critical-extension";
  const reach = (one: Certificate, at: number) =>
    one.pathLength === undefined || between(authorities.slice(0, at)) <= one.pathLength;
  if (!authorities.every((one, at) => one.isAuthority && one.signsCertificates && reach(one, at)))
    return "not-an-authority";
  if (!serves(leaf, authorities, question.purpose)) return "wrong-purpose";
  if (chain.some((one) => isRevoked(one, question))) return "revoked-by-list";
  // Asked this way round, a time that is no number is outside of everything.
  if (!chain.every(({ notBefore }) => question.at >= notBefore)) return "not-yet-valid";
  // notAfter has whole seconds and is itself inside the validity.
  if (!chain.every(({ notAfter }) => question.at < notAfter + 1_000)) return "expired";
  return undefined;
}

/** Authorities that issued themselves anew do not count (RFC 5280, 4.2.1.9). */
const between = (authorities: readonly Certificate[]) =>
  authorities.filter((one) => !alikeNames(one.subject, one.issuer)).length;

/** The signer must name the purpose itself; an authority may leave it open, or limit it. */
function serves(leaf: Certificate, authorities: readonly Certificate[], wanted: string): boolean {
  const exactly = wanted === purpose.timeStamping ? leaf.purposes?.length === 1 : true;
  return (
    leaf.signsData &&
    exactly &&
    leaf.purposes?.includes(wanted) === true &&
    authorities.every(
      ({ purposes }) => !purposes || purposes.includes(wanted) || purposes.includes(purpose.any),
    )
  );
}

function isRevoked(one: Certificate, { revoked, at, stamped }: ChainQuestion): boolean {
  return revoked.some(
    ({ sha256, since }) =>
      sameFingerprint(sha256, one.sha256) && !(stamped && since !== undefined && at < since),
  );
}
