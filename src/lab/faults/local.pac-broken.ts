import { usePac } from "./_proxy.ts";
import { causeOn, isWeb, rowsAt } from "./_rows.ts";
import type { Fault } from "./fault.ts";

export const localPacBroken: Fault = {
  id: "local.pac-broken",
  verdict: "local.pac-wrong",
  layer: "proxy",
  title: {
    ko: "PAC 파일에 문법 오류가 있고 직접 접속은 막힘",
    en: "The PAC file has a syntax error, and the straight way is closed",
  },
  targets: () => ["*"],
  // Browsers then go straight, which an office with a proxy does not allow.
  apply(world, _target, guide) {
    const broken = structuredClone(world);
    usePac(broken, "function FindProxyForURL(url, host) { return ");
    for (const { address, port } of rowsAt(guide, "*", isWeb)) {
      broken.firewall.rules.unshift({ address, port, action: "drop" });
    }
    return broken;
  },
  expect: (_world, guide) => causeOn(rowsAt(guide, "*", isWeb), "local.pac-wrong"),
};
