import type { Failure } from "./failure.ts";
import type { HostsEntry, ProxySettings } from "./machine.ts";
import type {
  Browser,
  BrowserPolicy,
  InstalledProgram,
  PopupSetting,
  RootCertificate,
  Service,
  SitePermission,
  ZoneEntry,
  ZoneSettings,
} from "./pc.ts";

/**
 * One closed network with one PC in it, as plain data. The in-memory machine answers from it; the
 * lab builds it from network namespaces. A fault is a function from World to World, so the same
 * scenario runs on both.
 */
export interface World {
  pc: WorldPc;
  /**
   * The line beyond the firewall: delay and jitter in ms on the way out, so once per round trip;
   * loss is the share of packets lost each way, 0–1. Office, proxies and resolvers are near.
   */
  link: { delayMs: number; jitterMs: number; loss: number };
  /** True DNS: name → addresses. */
  names: Record<string, string[]>;
  /** Resolver address → how it behaves, name by name. */
  resolvers: Record<string, WorldResolver>;
  firewall: WorldFirewall;
  /** Internet addresses that have no machine behind them although they are routed. */
  deadHosts: string[];
  /** `address:port` → what listens there. What is not listed is closed. */
  services: Record<string, WorldService>;
  /** Proxy servers inside the closed network, by `address:port`. */
  proxies: Record<string, WorldProxy>;
  /** Added to the PC's clock to get the clock of every server and certificate, ms. */
  serverClockOffsetMs: number;
}

export interface WorldPc {
  online: boolean;
  defaultRoute: boolean;
  resolvers: string[];
  hosts: HostsEntry[];
  proxy: ProxySettings;
  /** PAC file text served at `proxy.pacUrl`. */
  pac?: string;
  agents: WorldAgent[];
  /** Whether the inspection CA sits in the PC's own store. */
  trustsInspectionCa: boolean;
  /** Facts of a Windows PC; absent on a PC where such facts do not apply. */
  facts?: WorldPcFacts;
}

export interface WorldPcFacts {
  browsers: Browser[];
  programs: InstalledProgram[];
  zoneEntries: ZoneEntry[];
  /** Absent: nothing but what Windows itself starts with. */
  zoneSettings?: ZoneSettings;
  browserPolicies?: BrowserPolicy[];
  sitePermissions?: SitePermission[];
  /** Absent: this PC does not say. */
  services?: Service[];
  popups: PopupSetting[];
  rootCertificates: RootCertificate[];
  /** Paths that exist. */
  paths: string[];
  /** Readings that fail, by method name, and how. */
  unreadable: Record<string, Failure>;
}

export interface WorldAgent {
  /** The agent requirement's id in the guide. */
  id: string;
  port: number;
  listening: boolean;
  certificate: "own" | "expired";
  /** Body of the answer; the guide's expected token when healthy. */
  answer: string;
}

export type DnsBehaviour =
  | { kind: "answer" }
  | { kind: "addresses"; addresses: string[] }
  | { kind: "nxdomain" | "servfail" | "refused" | "nodata" | "silent" };

export interface WorldResolver {
  /** `closed`: the port answers ICMP port unreachable. */
  listening: boolean;
  /** For every name without an entry of its own. */
  otherwise: DnsBehaviour;
  names: Record<string, DnsBehaviour>;
  /** Where every name there is not gets this answer (a wildcard), addresses; else NXDOMAIN. */
  wildcard?: string[];
}

export type FirewallAction =
  | "accept"
  | "drop"
  | "tcp-reset"
  | "icmp-net-unreachable"
  | "icmp-host-unreachable"
  | "icmp-port-unreachable"
  | "icmp-net-prohibited"
  | "icmp-host-prohibited"
  | "icmp-admin-prohibited";

export interface WorldFirewall {
  /**
   * What happens to TCP that no rule names. ICMP messages, and those about dead hosts, are rationed
   * as a Linux router does it (net.ipv4.icmp_ratelimit): for one PC six at once, then one a second.
   */
  policy: FirewallAction;
  /** First match decides. */
  rules: { address?: string; port?: number; action: FirewallAction }[];
  /** Addresses towards which packets over 1,200 bytes vanish without an ICMP message. */
  mtuBlackholes: string[];
  /** Names that a filter between PC and server stops when it sees them in a ClientHello. */
  sni: { name: string; action: "reset" | "drop" }[];
}

export type WorldCertificate =
  | "valid"
  | "expired"
  | "not-yet-valid"
  | "wrong-host"
  | "self-signed"
  | "unknown-ca"
  /** Minted for whatever name was asked, by the CA of an inspection device. */
  | "inspection";

export interface WorldService {
  protocol: "http" | "https" | "ldap" | "tcp";
  certificate: WorldCertificate;
  /** The names the certificate carries. */
  hosts: string[];
  tls: "1.2+" | "1.0" | "client-certificate-1.2" | "client-certificate-1.3" | "alert";
  /** What goes wrong after TCP has connected. */
  behaviour:
    | "normal"
    | "silent"
    | "reset"
    /** Cut at once, before the PC says anything: its attempt to connect ends as `reset`. */
    | "accept-then-reset"
    | "fin"
    | "plain-http"
    | "block-page"
    | "redirect-to-block-page"
    | "status-503"
    /** 503 with Retry-After: the server itself says that it is down. */
    | "maintenance"
    | "http-silent"
    | "http-reset"
    | "garbage";
}

export interface WorldProxy {
  listening: boolean;
  authentication: "none" | "required";
  /** Ports that CONNECT may reach; absent: all. */
  connectPorts?: number[];
  /** Hosts that the proxy's policy denies. */
  deniedHosts: string[];
}
