import { provableHosts } from "./_name.ts";
import { causeOn, isHttps, rowsAt } from "./_rows.ts";
import type { Fault } from "./fault.ts";

export const tlsSniReset: Fault = {
  id: "tls.sni-reset",
  verdict: "tls.sni-reset",
  layer: "tls",
  title: { ko: "이름(SNI) 필터가 연결을 끊음", en: "A name filter resets the ClientHello" },
  targets: (_world, guide) => provableHosts(guide),
  apply(world, target) {
    const broken = structuredClone(world);
    broken.firewall.sni.push({ name: target, action: "reset" });
    return broken;
  },
  expect: (_world, guide, target) => causeOn(rowsAt(guide, target, isHttps), "tls.sni-reset"),
};
