import type { DnsFailure, Failure, Reading, TlsFailure } from "./failure.ts";
import type { PcFacts } from "./pc.ts";

/** All durations are milliseconds; all dates are milliseconds since 1970 UTC. */

export interface NetworkInterface {
  name: string;
  address: string;
  loopback: boolean;
}

export interface HostsEntry {
  address: string;
  name: string;
}

/** What the PC's programs are told about proxies, before any PAC file is evaluated. */
export interface ProxySettings {
  /** Proxy for http and https URLs as `host:port`, where one is set by hand. */
  http?: string;
  https?: string;
  /** Hosts that go direct, as written. */
  bypass: string[];
  /** Address of a PAC file. */
  pacUrl?: string;
}

export type DnsOutcome =
  | { ok: true; addresses: string[]; ms: number }
  | { ok: false; failure: DnsFailure; code?: string; ms: number };

export interface CertificateFact {
  subject: string;
  issuer: string;
  /** SHA-256 of the DER, 64 lower-case hex digits. */
  sha256: string;
  notBefore: number;
  notAfter: number;
}

/** Where a chain ends: a public root, a root only this PC's store has, or nowhere. */
export type Anchor = "public" | "pc" | "none";

export type TlsOutcome =
  | {
      ok: true;
      protocol: string;
      chain: CertificateFact[];
      anchor: Anchor;
      /** OpenSSL's verification code, `OK` where there is nothing to say. */
      verify: string;
      nameMatches: boolean;
      ms: number;
    }
  | { ok: false; failure: TlsFailure; code?: string; ms: number };

export interface HttpAnswer {
  status: number;
  /** Lower-case names; only these are kept: date, server, via, location, content-type, proxy-authenticate. */
  headers: Record<string, string>;
  /** The first `maxBytes` of the body, decoded as UTF-8. */
  body: string;
}

export type HttpOutcome =
  | ({ ok: true; ms: number } & HttpAnswer)
  | { ok: false; failure: Failure | TlsFailure; code?: string; ms: number };

export type ExchangeOutcome =
  | { ok: true; bytes: Uint8Array; ms: number }
  | { ok: false; failure: Failure; code?: string; ms: number };

export interface TlsOptions {
  /** SNI and the name checked against the certificate; empty string sends no SNI. */
  servername: string;
  timeoutMs: number;
}

export interface HttpOptions {
  method: "GET" | "HEAD" | "CONNECT";
  path: string;
  host: string;
  timeoutMs: number;
  maxBytes: number;
}

/** One open TCP connection. Whatever happens on it, `close` is safe and may be called twice. */
export interface Connection {
  /** TCP handshake time. */
  readonly ms: number;
  /** Upgrades this connection; the certificate is reported, never enforced. */
  tls(options: TlsOptions): Promise<TlsOutcome>;
  http(options: HttpOptions): Promise<HttpOutcome>;
  /** Sends bytes and collects what comes back until `enough`, the end, or the limit. */
  exchange(
    request: Uint8Array,
    options: { timeoutMs: number; maxBytes: number; enough(bytes: Uint8Array): boolean },
  ): Promise<ExchangeOutcome>;
  close(): void;
}

export type ConnectOutcome =
  | { ok: true; connection: Connection; ms: number }
  | { ok: false; failure: Failure; code?: string; ms: number };

/**
 * The only door to the operating system and the network. Every method ends within its limit and
 * reports expected trouble as a value; a thrown error is a bug.
 */
export interface Machine {
  readonly platform: "linux" | "windows" | "memory";
  /** Wall clock: what certificates are held against. */
  now(): number;
  /** Monotonic clock for durations. */
  elapsed(): number;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;

  interfaces(): Promise<Reading<NetworkInterface[]>>;
  /** Whether the PC's own routing table leads to this IPv4 address. */
  hasRoute(address: string): Promise<Reading<boolean>>;
  resolvers(): Promise<Reading<string[]>>;
  hostsFile(): Promise<Reading<HostsEntry[]>>;
  proxySettings(): Promise<Reading<ProxySettings>>;
  /** ICMP destination-unreachable messages this PC has received so far. */
  icmpUnreachables(): Promise<Reading<number>>;
  /** The text of a local file or an http(s) URL that settings point to, such as a PAC file. */
  fetchText(url: string, limits: { timeoutMs: number; maxBytes: number }): Promise<Reading<string>>;

  /** Asks one resolver for A records, one try, with its own limit. */
  resolve(server: string, name: string, limits: { timeoutMs: number }): Promise<DnsOutcome>;
  /** What programs get: the operating system's own look-up, hosts file included. */
  lookup(name: string, limits: { timeoutMs: number }): Promise<DnsOutcome>;
  /** One TCP connection attempt; the signal abandons it. */
  connect(
    address: string,
    port: number,
    limits: { timeoutMs: number; signal?: AbortSignal },
  ): Promise<ConnectOutcome>;

  /** Facts of the PC itself: browser, settings, programs, certificates, files. */
  readonly pc: PcFacts;
}
