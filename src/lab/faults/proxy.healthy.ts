import { useProxy } from "./_proxy.ts";
import type { Fault } from "./fault.ts";

export const proxyHealthy: Fault = {
  id: "proxy.healthy",
  verdict: "ok",
  layer: "proxy",
  title: { ko: "프록시를 거쳐 정상 접속", en: "A proxy that lets everything through" },
  targets: () => ["*"],
  apply(world) {
    const broken = structuredClone(world);
    useProxy(broken);
    return broken;
  },
  expect: () => undefined,
};
