import { hostsOf } from "./_name.ts";
import { useProxy } from "./_proxy.ts";
import { causeOn, isHttps, rowsAt } from "./_rows.ts";
import type { Fault } from "./fault.ts";
import { selectRows } from "./select.ts";

export const httpProxyDeniedHost: Fault = {
  id: "http.proxy-denied-host",
  verdict: "http.proxy-denied",
  layer: "proxy",
  title: { ko: "프록시 정책이 호스트를 거부", en: "The proxy's policy denies a host" },
  // On plain http a 403 could be the server's own; only CONNECT shows whose it is.
  targets: (_world, guide) =>
    hostsOf(guide).filter((host) => selectRows(guide, host).every(isHttps)),
  apply(world, target) {
    const broken = structuredClone(world);
    useProxy(broken, { deniedHosts: [target] });
    return broken;
  },
  expect: (_world, guide, target) => causeOn(rowsAt(guide, target, isHttps), "http.proxy-denied"),
};
