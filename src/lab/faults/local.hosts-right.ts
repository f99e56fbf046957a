import { hostsOf } from "./_name.ts";
import type { Fault } from "./fault.ts";

export const localHostsRight: Fault = {
  id: "local.hosts-right",
  verdict: "ok",
  layer: "line",
  title: { ko: "hosts 파일이 맞는 주소를 가리킴", en: "The hosts file has a documented address" },
  targets: (_world, guide) => hostsOf(guide),
  apply(world, target) {
    const broken = structuredClone(world);
    broken.pc.hosts.push({ address: world.names[target]?.[0] ?? "", name: target });
    return broken;
  },
  expect: () => undefined,
};
