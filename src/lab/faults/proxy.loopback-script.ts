import { office } from "../../machine/memory/place.ts";
import { usePac, useProxy } from "./_proxy.ts";
import type { Fault } from "./fault.ts";

export const proxyLoopbackScript: Fault = {
  id: "proxy.loopback-script",
  verdict: "proxy.captures-loopback",
  layer: "proxy",
  title: {
    ko: "PAC 파일이 PC 안의 통신까지 프록시로 보냄",
    en: "The PAC file sends even this PC's own traffic to the proxy",
  },
  targets: (_world, guide) => (guide.agents.length > 0 ? ["*"] : []),
  apply(world) {
    const broken = structuredClone(world);
    useProxy(broken);
    usePac(broken, `function FindProxyForURL(url, host) { return "PROXY ${office.proxy}"; }\n`);
    return broken;
  },
  expect: () => ({ cause: "proxy.captures-loopback", subjects: [] }),
};
