import { answerFor, hostsOf } from "./_name.ts";
import type { Fault } from "./fault.ts";

export const ipRotation: Fault = {
  id: "ip.rotation",
  verdict: "ok",
  layer: "line",
  title: {
    ko: "DNS가 문서의 주소 중 일부만 돌려줌",
    en: "DNS gives out only some of the documented addresses",
  },
  targets: (world, guide) =>
    hostsOf(guide).filter((host) => (world.names[host.toLowerCase()]?.length ?? 0) > 1),
  apply(world, target) {
    const broken = structuredClone(world);
    const addresses = (world.names[target.toLowerCase()] ?? []).slice(0, 1);
    answerFor(broken, target, { kind: "addresses", addresses });
    return broken;
  },
  expect: () => undefined,
};
