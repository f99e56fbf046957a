import type { Owner } from "../evidence/verdict.ts";
import { holderOf } from "./address.ts";

/** Who can act on a cause where the guide does not say; by its first word, then by itself. */
const byCause: Record<string, Owner> = {
  "net.offline": "user",
  "dns.sinkhole": "security",
  "dns.hijack": "security",
  "ip.drift": "network",
  "ip.dead-host": "provider",
  "tcp.closed": "provider",
  "tls.sni-reset": "security",
  "tls.sni-drop": "security",
  "tls.intercepted": "security",
  "http.block-page": "security",
  "http.proxy-auth": "proxy",
  "http.proxy-denied": "proxy",
  "local.pac-wrong": "pc-admin",
  "local.hosts-override": "pc-admin",
  "tls.reset": "security",
  "local.agent-down": "pc-admin",
  "local.agent-certificate": "pc-admin",
  "local.name-missing": "pc-admin",
  "certificate.distrusted": "provider",
  "tls.silent": "network",
  "tls.mtu-blackhole": "network",
  "http.silent": "provider",
  "program.missing": "pc-admin",
  "program.outdated": "pc-admin",
  "program.conflict": "pc-admin",
  "proxy.captures-loopback": "pc-admin",
};

const byLayer: Record<string, Owner> = {
  clock: "user",
  local: "user",
  net: "network",
  dns: "dns",
  ip: "network",
  tcp: "network",
  tls: "provider",
  http: "provider",
  ldap: "network",
  svc: "provider",
};

/** What unrelated providers seem to do all at once is done on the way to them. */
export function ownerOf(cause: string, subjects: readonly string[]): Owner {
  const owner = defaultOwner(cause);
  const holders = new Set(
    subjects.filter((id) => id.includes("|")).map((id) => holderOf(id.split("|")[0] ?? "")),
  );
  return owner === "provider" && holders.size > 1 ? "network" : owner;
}

export function defaultOwner(cause: string): Owner {
  return byCause[cause] ?? byLayer[cause.split(".")[0] ?? ""] ?? "user";
}
