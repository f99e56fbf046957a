import { answerFor, causeOnHost, hostsOf } from "./_name.ts";
import type { Fault } from "./fault.ts";

export const dnsSinkholeLoopback: Fault = {
  id: "dns.sinkhole-loopback",
  verdict: "dns.sinkhole",
  layer: "name",
  title: { ko: "DNS가 127.0.0.1을 돌려줌", en: "DNS leads the name to 127.0.0.1" },
  targets: (_world, guide) => hostsOf(guide),
  apply(world, target) {
    const broken = structuredClone(world);
    answerFor(broken, target, { kind: "addresses", addresses: ["127.0.0.1"] });
    return broken;
  },
  expect: (_world, guide, target) => causeOnHost(guide, target, "127.0.0.1", "dns.sinkhole"),
};
