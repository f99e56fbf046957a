/**
 * The closed list of words for expected trouble. A failure is chosen by error code, never by
 * message text: the PCs speak Korean.
 */
export const failures = [
  "timeout",
  "refused",
  "host-unreachable",
  "net-unreachable",
  "reset",
  "closed",
  "not-permitted",
  "guarded",
  "too-large",
  "unreadable",
  "other",
] as const;

export type Failure = (typeof failures)[number];

/** One reading of the machine: absent and unreadable are different answers. */
export type Reading<T> =
  | { state: "found"; value: T }
  | { state: "absent" }
  | { state: "unreadable"; failure: Failure; code?: string }
  | { state: "not-applicable" };

/** Resolver answers by c-ares code. `closed`: the server's port answered that nobody listens. */
export const dnsFailures = [
  "nxdomain",
  "nodata",
  "servfail",
  "refused",
  "timeout",
  "closed",
  "unreachable",
  "guarded",
  "other",
] as const;

export type DnsFailure = (typeof dnsFailures)[number];

/** Handshakes that end before a session exists, by OpenSSL error code. */
export const tlsFailures = [
  "timeout",
  "reset",
  "closed",
  "not-tls",
  "version",
  "handshake-failure",
  "client-certificate-required",
  "alert",
  "other",
] as const;

export type TlsFailure = (typeof tlsFailures)[number];
