import { z } from "zod";

/**
 * The shapes of what was seen, as they stand in an evidence file. All durations are milliseconds;
 * all dates are milliseconds since 1970 UTC. Lengths are limited because an evidence file may come
 * from anyone.
 */
const short = z.string().max(1_000);
const ms = z.number().min(0).max(86_400_000);
const date = z.number().min(-8.64e15).max(8.64e15);
const address = z.string().max(64);

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

const code = short.optional();
const anyFailure = z.enum([...new Set([...failures, ...tlsFailures])] as [
  Failure | TlsFailure,
  ...(Failure | TlsFailure)[],
]);

/** One reading of the machine: absent and unreadable are different answers. */
export function reading<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion("state", [
    z.strictObject({ state: z.literal("found"), value }),
    z.strictObject({ state: z.literal("absent") }),
    z.strictObject({ state: z.literal("unreadable"), failure: z.enum(failures), code }),
    z.strictObject({ state: z.literal("not-applicable") }),
  ]);
}
export type Reading<T> =
  | { state: "found"; value: T }
  | { state: "absent" }
  | { state: "unreadable"; failure: Failure; code?: string | undefined }
  | { state: "not-applicable" };

export const NetworkInterface = z.strictObject({ name: short, address, loopback: z.boolean() });
export type NetworkInterface = z.infer<typeof NetworkInterface>;

export const HostsEntry = z.strictObject({ address, name: short });
export type HostsEntry = z.infer<typeof HostsEntry>;

/** What the PC's programs are told about proxies, before any PAC file is evaluated. */
export const ProxySettings = z.strictObject({
  /** Proxy for http and https URLs as `host:port`, where one is set by hand. */
  http: short.optional(),
  https: short.optional(),
  /** Hosts that go direct, as written. */
  bypass: z.array(short).max(1_000),
  /** Address of a PAC file. */
  pacUrl: short.optional(),
  /** What services of the system itself are told (WinHTTP), where that is a proxy. */
  services: z
    .strictObject({
      http: short.optional(),
      https: short.optional(),
      bypass: z.array(short).max(1_000),
    })
    .optional(),
});
export type ProxySettings = z.infer<typeof ProxySettings>;

export const DnsOutcome = z.discriminatedUnion("ok", [
  z.strictObject({ ok: z.literal(true), addresses: z.array(address).max(256), ms }),
  z.strictObject({ ok: z.literal(false), failure: z.enum(dnsFailures), code, ms }),
]);
export type DnsOutcome = z.infer<typeof DnsOutcome>;

export const CertificateFact = z.strictObject({
  subject: short,
  issuer: short,
  /** SHA-256 of the DER, 64 lower-case hex digits. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  notBefore: date,
  notAfter: date,
});
export type CertificateFact = z.infer<typeof CertificateFact>;

/** Where a chain ends: a public root, a root only this PC's store has, or nowhere. */
export const anchors = ["public", "pc", "none"] as const;
export type Anchor = (typeof anchors)[number];

export const TlsOutcome = z.discriminatedUnion("ok", [
  z.strictObject({
    ok: z.literal(true),
    protocol: short,
    chain: z.array(CertificateFact).max(16),
    anchor: z.enum(anchors),
    /** OpenSSL's verification code, `OK` where there is nothing to say. */
    verify: short,
    nameMatches: z.boolean(),
    ms,
  }),
  z.strictObject({ ok: z.literal(false), failure: z.enum(tlsFailures), code, ms }),
]);
export type TlsOutcome = z.infer<typeof TlsOutcome>;

export const HttpAnswer = z.strictObject({
  status: z.int().min(100).max(999),
  /** Lower-case names, only those of `keptHeaders`. */
  headers: z.record(short, short),
  /** The beginning of the body as text, whatever its charset was. */
  body: z.string().max(65_536),
});
export type HttpAnswer = z.infer<typeof HttpAnswer>;

/** The response headers that say something about the way or the clock; all others are dropped. */
export const keptHeaders = [
  "date",
  "server",
  "via",
  "location",
  "content-type",
  "proxy-authenticate",
  "retry-after",
  "age",
  "refresh",
] as const;

export const HttpOutcome = z.discriminatedUnion("ok", [
  HttpAnswer.extend({ ok: z.literal(true), ms }),
  z.strictObject({ ok: z.literal(false), failure: anyFailure, code, ms }),
]);
export type HttpOutcome = z.infer<typeof HttpOutcome>;

/** What a TCP connection attempt, or several staggered ones, came to. */
export const TcpFact = z.strictObject({
  outcome: z.enum(["ok", ...failures]),
  code,
  /** Connection requests sent by us; the system's own repetitions are not counted. */
  attempts: z.int().min(0).max(64),
  /** From the first request to the outcome, or to giving up. */
  ms,
});
export type TcpFact = z.infer<typeof TcpFact>;
