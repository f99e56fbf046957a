import { addAskingBrowser, originOf } from "./_local-network.ts";
import { pcFault } from "./_pc.ts";

export const localNetworkAccessRefused = pcFault({
  id: "local-network-access.refused",
  verdict: "local-network-access.denied",
  title: {
    ko: "사용자가 로컬 네트워크 접근을 거절함",
    en: "The user refused local network access",
  },
  targets: (guide) => guide.localNetwork.map(({ id }) => id),
  change: (facts, guide, target) => {
    addAskingBrowser(facts, guide);
    const origin = originOf(guide.localNetwork.find(({ id }) => id === target)?.origins[0]);
    facts.sitePermissions = [
      ...(facts.sitePermissions ?? []),
      { browser: "chrome", permission: "loopback-network", origin, setting: "block" },
    ];
  },
});
