import type { Fault } from "./fault.ts";

export const dnsOneResolverDead: Fault = {
  id: "dns.one-resolver-dead",
  verdict: "ok",
  layer: "line",
  title: { ko: "DNS 서버 중 하나가 응답하지 않음", en: "One of the DNS servers is dead" },
  targets: (world) => [...world.pc.resolvers],
  apply(world, target) {
    const broken = structuredClone(world);
    const resolver = broken.resolvers[target];
    if (resolver) Object.assign(resolver, { otherwise: { kind: "silent" }, names: {} });
    return broken;
  },
  // Programs go on to the next server: every row works, after a wait.
  expect: () => undefined,
};
