import { useProxy } from "./_proxy.ts";
import { causeOn, isWeb, rowsAt } from "./_rows.ts";
import type { Fault } from "./fault.ts";

export const httpProxyAuth: Fault = {
  id: "http.proxy-auth",
  verdict: "http.proxy-auth",
  layer: "proxy",
  title: { ko: "프록시가 인증을 요구(407)", en: "The proxy asks for authentication (407)" },
  targets: () => ["*"],
  apply(world) {
    const broken = structuredClone(world);
    useProxy(broken, { authentication: "required" });
    return broken;
  },
  expect: (_world, guide) => causeOn(rowsAt(guide, "*", isWeb), "http.proxy-auth"),
};
