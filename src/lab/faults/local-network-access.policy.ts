import { addAskingBrowser } from "./_local-network.ts";
import { pcFault } from "./_pc.ts";

export const localNetworkAccessPolicy = pcFault({
  id: "local-network-access.policy",
  verdict: "local-network-access.denied",
  title: {
    ko: "정책이 PC 안의 프로그램과의 통신을 막음",
    en: "A policy keeps pages from programs on this PC",
  },
  targets: (guide) => guide.localNetwork.map(({ id }) => id),
  change: (facts, guide) => {
    addAskingBrowser(facts, guide);
    const name = "LoopbackNetworkBlockedForUrls";
    facts.browserPolicies = [
      ...(facts.browserPolicies ?? []),
      { browser: "chrome", place: "machine-policy", name, values: ["*"] },
    ];
  },
});
