import { provableHosts } from "./_name.ts";
import { causeOn, isHttps, rowsAt } from "./_rows.ts";
import type { Fault } from "./fault.ts";

export const tlsSniDrop: Fault = {
  id: "tls.sni-drop",
  verdict: "tls.sni-drop",
  layer: "tls",
  title: { ko: "이름(SNI) 필터가 패킷을 버림", en: "A name filter drops the ClientHello" },
  targets: (_world, guide) => provableHosts(guide),
  apply(world, target) {
    const broken = structuredClone(world);
    broken.firewall.sni.push({ name: target, action: "drop" });
    return broken;
  },
  expect: (_world, guide, target) => causeOn(rowsAt(guide, target, isHttps), "tls.sni-drop"),
};
