import { office } from "../../machine/memory/place.ts";
import type { World, WorldProxy } from "../../machine/world.ts";

/** Browsers of the PC are told to use the office's proxy. */
export function useProxy(world: World, proxy: Partial<WorldProxy> = {}): void {
  world.pc.proxy = { http: office.proxy, https: office.proxy, bypass: ["127.0.0.1", "localhost"] };
  world.proxies[office.proxy] = {
    listening: true,
    authentication: "none",
    deniedHosts: [],
    ...proxy,
  };
}

/** Browsers of the PC are told to ask a PAC file. */
export function usePac(world: World, pac: string): void {
  world.pc.proxy = { pacUrl: office.pacUrl, bypass: [] };
  world.pc.pac = pac;
}

/** A PAC file that sends everything but loopback to one proxy. */
export function pacTo(proxy: string): string {
  return [
    "function FindProxyForURL(url, host) {",
    '  if (host === "127.0.0.1" || host === "localhost") return "DIRECT";',
    `  return "PROXY ${proxy}";`,
    "}",
    "",
  ].join("\n");
}
