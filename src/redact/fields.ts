import type { ProbeId } from "../evidence/facts.ts";

/**
 * How the text in one place of the evidence is treated. `kept` is for what Jochi itself writes
 * there; what nobody knows better is `text` and is searched.
 */
export type Treatment =
  | "kept"
  | "address"
  | "host"
  | "host-port"
  | "pattern"
  | "url"
  | "route"
  | "origin"
  | "name"
  | "device"
  | "fingerprint"
  | "bytes"
  | "version"
  | "title"
  | "publisher"
  | "path"
  | "header"
  | "value"
  | "text";

/** Places of one kind in the walks of rows, and of whatever else speaks to a server. */
const tcp = { outcome: "kept", code: "text" } as const;
const answer = { failure: "kept", code: "text", first: "bytes" } as const;
const certificate = { subject: "name", issuer: "name", sha256: "fingerprint" } as const;
const tls = {
  ...answer,
  ...certificate,
  protocol: "text",
  anchor: "kept",
  verify: "text",
} as const;
const http = { ...answer, headers: "header", body: "text" } as const;
const walk = { ...tcp, ...tls, ...http } as const;
const reading = { state: "kept", failure: "kept", code: "text" } as const;
const dns = { addresses: "address", failure: "kept", code: "text" } as const;
const row = { host: "host", address: "address", protocol: "kept" } as const;
const target = { host: "host", address: "address" } as const;

/**
 * By probe and by the last key on the way to a text; in a list it is the list's key, and `value`
 * where a reading is the list itself. A key that is missing here would be searched as text, but a
 * test holds every format of the evidence to having one.
 */
export const fields: Record<ProbeId, { with: Fields; fact: Fields }> = {
  interfaces: { with: {}, fact: { ...reading, name: "device", address: "address" } },
  resolvers: { with: {}, fact: { ...reading, value: "address" } },
  "hosts-file": {
    with: { names: "host" },
    fact: { ...reading, address: "address", name: "host" },
  },
  "proxy-settings": {
    with: {},
    fact: { ...reading, http: "host-port", https: "host-port", bypass: "pattern", pacUrl: "url" },
  },
  pac: {
    with: { host: "host" },
    fact: { ...reading, broken: "text", routes: "route" },
  },
  resolve: { with: { server: "address", name: "host" }, fact: dns },
  lookup: { with: { name: "host" }, fact: dns },
  route: { with: { address: "address" }, fact: reading },
  row: { with: row, fact: walk },
  "proxied-row": {
    with: { host: "host", protocol: "kept", proxies: "host-port" },
    fact: { ...walk, proxy: "host-port" },
  },
  agent: { with: { address: "address", protocol: "kept", path: "path" }, fact: walk },
  "control-name": { with: target, fact: { ...tls, servername: "host" } },
  "small-answer": { with: target, fact: answer },
  "server-flight": { with: target, fact: answer },
  "plain-http": { with: target, fact: http },
  "control-port": { with: { address: "address" }, fact: tcp },
  "icmp-count": { with: { address: "address" }, fact: reading },
  quiet: { with: { address: "address" }, fact: { ...tcp, address: "address" } },
  near: { with: { address: "address", openAddress: "address" }, fact: {} },
  browsers: { with: {}, fact: { ...reading, id: "kept", version: "version" } },
  programs: {
    with: {},
    fact: {
      ...reading,
      name: "title",
      version: "version",
      publisher: "publisher",
      key: "text",
      view: "kept",
      installFolder: "text",
      uninstall: "text",
    },
  },
  "zone-entries": { with: {}, fact: { ...reading, entry: "pattern", place: "kept" } },
  "zone-settings": { with: {}, fact: reading },
  "browser-policies": {
    with: {},
    fact: { ...reading, browser: "kept", place: "kept", name: "text", values: "value" },
  },
  "site-permissions": {
    with: {},
    fact: { ...reading, browser: "kept", permission: "kept", origin: "origin", setting: "kept" },
  },
  services: { with: { names: "text" }, fact: { ...reading, name: "text" } },
  popups: { with: {}, fact: { ...reading, browser: "kept", allowed: "pattern" } },
  roots: {
    with: {},
    fact: {
      ...reading,
      subject: "name",
      sha256: "fingerprint",
      sha1: "fingerprint",
      stores: "kept",
    },
  },
  path: { with: { path: "path" }, fact: reading },
  page: { with: {}, fact: { loopback: "kept", clicked: "kept", alone: "kept" } },
  "page-reach": { with: { host: "host" }, fact: { answer: "kept" } },
  "page-agents": { with: { role: "text" }, fact: { answer: "kept" } },
  told: { with: { question: "text" }, fact: { answer: "text" } },
  outcomes: { with: {}, fact: { remedy: "text" } },
};

export type Fields = Readonly<Record<string, Treatment>>;

/** The most characters that the format has room for, where that is less than for most. */
const most: Record<string, number> = {
  address: 64,
  openAddress: 64,
  addresses: 64,
  server: 64,
  host: 253,
  servername: 253,
  proxy: 300,
  proxies: 300,
  body: 65_536,
  broken: 80,
  role: 40,
  remedy: 80,
  question: 120,
  answer: 40,
};
const mostByProbe: Record<string, number> = {
  "resolvers value": 64,
  "hosts-file names": 253,
  "resolve name": 253,
  "lookup name": 253,
  "small-answer code": 80,
  "server-flight code": 80,
  "row code": 80,
  "agent code": 80,
  "proxied-row code": 80,
  "services names": 200,
  "agent path": 200,
  "path path": 400,
};
const usual = 1_000;

export function mostOf(probe: string, key: string): number {
  return mostByProbe[`${probe} ${key}`] ?? most[key] ?? usual;
}
