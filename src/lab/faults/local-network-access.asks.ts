import { addAskingBrowser } from "./_local-network.ts";
import type { Fault } from "./fault.ts";

/** A browser that has not asked yet will ask: no fault. */
export const localNetworkAccessAsks: Fault = {
  id: "local-network-access.asks",
  verdict: "ok",
  layer: "pc",
  title: {
    ko: "로컬 네트워크 접근을 아직 묻지 않은 브라우저",
    en: "A browser that has not asked about local network access yet",
  },
  targets: (_world, guide) => guide.localNetwork.map(({ id }) => id),
  apply(world, _target, guide) {
    const broken = structuredClone(world);
    if (broken.pc.facts) addAskingBrowser(broken.pc.facts, guide);
    return broken;
  },
  expect: () => undefined,
};
