import { answerFor, causeOnHost, hostsOf, sinkholeAddress } from "./_name.ts";
import type { Fault } from "./fault.ts";

export const dnsSinkhole: Fault = {
  id: "dns.sinkhole",
  verdict: "dns.sinkhole",
  layer: "name",
  title: { ko: "DNS가 사내 차단 주소를 돌려줌", en: "DNS gives out the office's sinkhole" },
  targets: (_world, guide) => hostsOf(guide),
  apply(world, target) {
    const broken = structuredClone(world);
    answerFor(broken, target, { kind: "addresses", addresses: [sinkholeAddress] });
    return broken;
  },
  expect: (_world, guide, target) => causeOnHost(guide, target, sinkholeAddress, "dns.sinkhole"),
};
