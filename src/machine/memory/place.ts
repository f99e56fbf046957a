import type { World } from "../world.ts";

/** Addresses of the closed network that every world shares. */
export const office = {
  interface: "eth0",
  pc: "10.10.1.20",
  /** All of it is on the PC's side of the firewall. */
  prefix: "10.10.",
  resolvers: ["10.10.2.53", "10.10.2.54"],
  proxy: "10.10.2.80:3128",
  pacUrl: "http://10.10.2.80/proxy.pac",
} as const;

export type Side = "loopback" | "office" | "internet";

export function sideOf(address: string): Side {
  if (address.startsWith("127.") || address === "0.0.0.0") return "loopback";
  return address.startsWith(office.prefix) ? "office" : "internet";
}

/** Without a default route the PC still reaches its own office. */
export function hasRoute(world: World, address: string): boolean {
  const side = sideOf(address);
  if (side === "loopback") return true;
  return world.pc.online && (world.pc.defaultRoute || side === "office");
}

/** `host:port`, split at the last colon. */
export function splitAuthority(authority: string): { host: string; port: number } | undefined {
  const at = authority.lastIndexOf(":");
  const port = Number(authority.slice(at + 1));
  if (at < 1 || !Number.isInteger(port) || port < 1 || port > 65_535) return undefined;
  return { host: authority.slice(0, at), port };
}
