import { causeOn, isHttps, rowsAt } from "./_rows.ts";
import type { Fault } from "./fault.ts";

export const tlsMtuBlackhole: Fault = {
  id: "tls.mtu-blackhole",
  verdict: "tls.mtu-blackhole",
  layer: "tls",
  title: { ko: "큰 패킷이 사라짐(MTU 블랙홀)", en: "Large packets vanish (MTU black hole)" },
  targets: (_world, guide) => [
    ...new Set(rowsAt(guide, "*", isHttps).map(({ address }) => address)),
  ],
  apply(world, target) {
    const broken = structuredClone(world);
    broken.firewall.mtuBlackholes.push(target);
    return broken;
  },
  expect: (_world, guide, target) => causeOn(rowsAt(guide, target, isHttps), "tls.mtu-blackhole"),
};
