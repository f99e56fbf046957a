import { namesOf } from "../../guide/guide.ts";
import { answerFor, causeOnHost, sinkholeAddress } from "./_name.ts";
import type { Fault } from "./fault.ts";

export const dnsWildcard: Fault = {
  id: "dns.wildcard",
  verdict: "dns.sinkhole",
  layer: "name",
  title: {
    ko: "DNS가 모든 이름에 같은 주소로 답함",
    en: "DNS answers every name with one address",
  },
  targets: () => ["*"],
  apply(world, _target, guide) {
    const broken = structuredClone(world);
    for (const resolver of Object.values(broken.resolvers)) resolver.wildcard = [sinkholeAddress];
    for (const host of namesOf(guide)) {
      answerFor(broken, host, { kind: "addresses", addresses: [sinkholeAddress] });
    }
    return broken;
  },
  expect(_world, guide) {
    const each = namesOf(guide).map((host) =>
      causeOnHost(guide, host, sinkholeAddress, "dns.sinkhole"),
    );
    return { cause: "dns.sinkhole", subjects: each.flatMap(({ subjects }) => subjects) };
  },
};
