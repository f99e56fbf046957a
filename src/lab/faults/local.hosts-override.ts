import { causeOnHost, hostsOf, sinkholeAddress } from "./_name.ts";
import type { Fault } from "./fault.ts";

export const localHostsOverride: Fault = {
  id: "local.hosts-override",
  verdict: "local.hosts-override",
  layer: "name",
  title: { ko: "hosts 파일이 엉뚱한 주소를 가리킴", en: "The hosts file leads the name astray" },
  targets: (_world, guide) => hostsOf(guide),
  apply(world, target) {
    const broken = structuredClone(world);
    broken.pc.hosts.push({ address: sinkholeAddress, name: target });
    return broken;
  },
  expect: (_world, guide, target) =>
    causeOnHost(guide, target, sinkholeAddress, "local.hosts-override"),
};
