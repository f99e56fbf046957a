import { useProxy } from "./_proxy.ts";
import { causeOn, isHttps, rowsAt } from "./_rows.ts";
import type { Fault } from "./fault.ts";

const allowed = [443];

export const httpProxyDeniedPort: Fault = {
  id: "http.proxy-denied-port",
  verdict: "http.proxy-denied",
  layer: "proxy",
  title: {
    ko: "프록시가 443 외의 포트(7443, 5310)로 CONNECT를 거부",
    en: "The proxy refuses CONNECT to ports other than 443 (7443, 5310)",
  },
  targets: () => ["*"],
  apply(world) {
    const broken = structuredClone(world);
    useProxy(broken, { connectPorts: allowed });
    return broken;
  },
  // What is not the web (5310, 389) does not go through a browser's proxy.
  expect(_world, guide) {
    const refused = rowsAt(guide, "*", isHttps).filter(({ port }) => !allowed.includes(port));
    return causeOn(refused, "http.proxy-denied");
  },
};
