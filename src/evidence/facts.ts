import { z } from "zod";
import {
  DnsOutcome,
  failures,
  HostsEntry,
  HttpOutcome,
  NetworkInterface,
  ProxySettings,
  reading,
  TcpFact,
  TlsOutcome,
} from "./outcome.ts";
import { Outcomes, PageAgents, PageFact, PageReach, Told } from "./page-outcome.ts";
import {
  Browser,
  BrowserPolicy,
  InstalledProgram,
  PopupSetting,
  RootCertificate,
  Service,
  SitePermission,
  ZoneEntry,
  ZoneSettings,
} from "./pc-outcome.ts";

const host = z.string().max(253);
const address = z.string().max(64);
const port = z.int().min(1).max(65_535);
const protocol = z.enum(["http", "https", "ldap", "tcp"]);
const none = z.strictObject({});
const target = z.strictObject({ host, address, port });
const bytes = z.string().regex(/^([0-9a-f]{2}){0,64}$/, "up to 64 bytes in hex");

/** What came back on a raw connection: the first bytes, or why nothing did. */
const Answer = z.discriminatedUnion("ok", [
  z.strictObject({ ok: z.literal(true), first: bytes, ms: z.number() }),
  z.strictObject({
    ok: z.literal(false),
    failure: z.enum(failures),
    code: z.string().max(80).optional(),
    ms: z.number(),
  }),
]);

const Spread = z.strictObject({ leastMs: z.number(), typicalMs: z.number() }).nullable();

/** LDAP: the bytes that came, and whether they are an answer to a rootDSE search. */
const LdapFact = z.strictObject({ speaks: z.boolean(), answer: Answer });

/** One way walked as a browser or program would: TCP, then TLS, then the application. */
const Walk = z.strictObject({
  tcp: TcpFact,
  tls: TlsOutcome.optional(),
  http: HttpOutcome.optional(),
  ldap: LdapFact.optional(),
});
export type Walk = z.infer<typeof Walk>;

const ProxiedWalk = z.strictObject({
  /** The proxy that was used: the first of the list that answered, else the first. */
  proxy: z.string().max(300),
  tcp: TcpFact,
  /** The proxy's answer to CONNECT; absent for plain http, which needs none. */
  connect: HttpOutcome.optional(),
  tls: TlsOutcome.optional(),
  http: HttpOutcome.optional(),
  ldap: LdapFact.optional(),
});
export type ProxiedWalk = z.infer<typeof ProxiedWalk>;

/**
 * One entry per probe: what it is given and what it sees. A probe has an opinion about nothing;
 * `engine/` judges.
 */
export const factFormats = {
  interfaces: { with: none, fact: reading(z.array(NetworkInterface).max(256)) },
  resolvers: { with: none, fact: reading(z.array(address).max(16)) },
  "hosts-file": {
    with: z.strictObject({ names: z.array(host).max(200) }),
    fact: reading(z.array(HostsEntry).max(1_000)),
  },
  "proxy-settings": { with: none, fact: reading(ProxySettings) },
  pac: {
    with: z.strictObject({
      targets: z.array(z.strictObject({ host, port })).max(2_000),
    }),
    fact: z.strictObject({
      file: reading(z.int().min(0)),
      /** The script does not parse, throws, or does not end. */
      broken: z.string().max(80).optional(),
      /** `host:port` → what FindProxyForURL said. */
      routes: z.record(z.string().max(300), z.string().max(1_000)),
    }),
  },
  resolve: { with: z.strictObject({ server: address, name: host }), fact: DnsOutcome },
  lookup: { with: z.strictObject({ name: host }), fact: DnsOutcome },
  route: { with: z.strictObject({ address }), fact: reading(z.boolean()) },
  row: { with: z.strictObject({ host, address, port, protocol }), fact: Walk },
  "proxied-row": {
    with: z.strictObject({ host, port, protocol, proxies: z.array(z.string().max(300)).max(8) }),
    fact: ProxiedWalk,
  },
  agent: {
    with: z.strictObject({
      address,
      port,
      protocol: z.enum(["https", "http", "wss"]),
      path: z.string().max(200),
    }),
    fact: Walk,
  },
  "control-name": {
    with: target,
    fact: z.array(z.strictObject({ servername: host, tls: TlsOutcome })).max(4),
  },
  "small-answer": { with: target, fact: Answer },
  "server-flight": {
    with: target,
    /** TLS handshake message types in the order they came, RFC 5246 §7.4. */
    fact: z.strictObject({ answer: Answer, messages: z.array(z.int().min(0).max(255)).max(32) }),
  },
  "plain-http": { with: target, fact: HttpOutcome },
  "control-port": { with: z.strictObject({ address, port }), fact: TcpFact },
  "icmp-count": {
    with: z.strictObject({ address, port }),
    fact: z.strictObject({ attempts: z.int(), unreachables: reading(z.int().min(0)) }),
  },
  quiet: {
    with: z.strictObject({ targets: z.array(z.strictObject({ address, port })).max(4) }),
    fact: z.array(z.strictObject({ address, port, tcp: TcpFact })).max(4),
  },
  near: {
    with: z.strictObject({ address, port, openAddress: address, openPort: port }),
    /** Shortest time and median, ms; null where none came. */
    fact: z.strictObject({ refused: Spread, open: Spread }),
  },
  browsers: { with: none, fact: reading(z.array(Browser).max(64)) },
  programs: { with: none, fact: reading(z.array(InstalledProgram).max(2_000)) },
  "zone-entries": { with: none, fact: reading(z.array(ZoneEntry).max(5_000)) },
  "zone-settings": { with: none, fact: reading(ZoneSettings) },
  "browser-policies": { with: none, fact: reading(z.array(BrowserPolicy).max(2_000)) },
  "site-permissions": { with: none, fact: reading(z.array(SitePermission).max(5_000)) },
  services: {
    with: z.strictObject({ names: z.array(z.string().max(200)).max(100) }),
    fact: reading(z.array(Service).max(100)),
  },
  popups: { with: none, fact: reading(z.array(PopupSetting).max(64)) },
  roots: { with: none, fact: reading(z.array(RootCertificate).max(2_000)) },
  path: { with: z.strictObject({ path: z.string().max(400) }), fact: reading(z.boolean()) },
  page: { with: none, fact: PageFact },
  "page-reach": { with: z.strictObject({ host, port }), fact: PageReach },
  "page-agents": { with: z.strictObject({ role: z.string().max(40) }), fact: PageAgents },
  told: { with: z.strictObject({ question: z.string().max(120) }), fact: Told },
  outcomes: { with: none, fact: Outcomes },
} as const;

export type ProbeId = keyof typeof factFormats;
export type Given<P extends ProbeId> = z.infer<(typeof factFormats)[P]["with"]>;
export type FactOf<P extends ProbeId> = z.infer<(typeof factFormats)[P]["fact"]>;

/** Facts that only a page gathers, from the browser it is in and from the person who reads it. */
export type PageProbeId = "page" | "page-reach" | "page-agents" | "told";

/** Facts that nobody looks up: they are known before anything is looked at. */
export type GivenFact =
  | { probe: "told"; with: Given<"told">; fact: FactOf<"told"> }
  | { probe: "outcomes"; with: Given<"outcomes">; fact: FactOf<"outcomes"> };

/** Facts that a probe of the program gathers. */
export type OwnProbeId = Exclude<ProbeId, PageProbeId | "outcomes">;

/** A wish to look at one thing. */
export type Wish = { [P in OwnProbeId]: { probe: P; with: Given<P> } }[OwnProbeId];
