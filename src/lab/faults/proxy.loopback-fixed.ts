import { useProxy } from "./_proxy.ts";
import type { Fault } from "./fault.ts";

export const proxyLoopbackFixed: Fault = {
  id: "proxy.loopback-fixed",
  verdict: "proxy.captures-loopback",
  layer: "proxy",
  title: {
    ko: "프록시가 PC 안의 통신까지 가져감(<-loopback>)",
    en: "The proxy is used even for this PC itself (<-loopback>)",
  },
  targets: (_world, guide) => (guide.agents.length > 0 ? ["*"] : []),
  apply(world) {
    const broken = structuredClone(world);
    useProxy(broken);
    broken.pc.proxy.bypass = ["<-loopback>", "<local>"];
    return broken;
  },
  expect: () => ({ cause: "proxy.captures-loopback", subjects: [] }),
};
