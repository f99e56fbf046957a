import type {
  DnsOutcome,
  Failure,
  HostsEntry,
  HttpOutcome,
  NetworkInterface,
  ProxySettings,
  Reading,
  TlsOutcome,
} from "../evidence/outcome.ts";
import type { PcFacts } from "./pc.ts";
import type { System } from "./system.ts";

export type {
  Anchor,
  CertificateFact,
  DnsOutcome,
  HostsEntry,
  HttpAnswer,
  HttpOutcome,
  NetworkInterface,
  ProxySettings,
  TlsOutcome,
} from "../evidence/outcome.ts";

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

/**
 * What one connection attempt came to. `reset` says that the TCP handshake had been completed and
 * the connection was cut before the program was told so: a reset that answers the request itself
 * is `refused` (ECONNREFUSED; in SYN_SENT the kernel knows no ECONNRESET).
 */
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
  /** Registry, files and programs: what facts are read from and actions act upon. */
  readonly system: System;
}
