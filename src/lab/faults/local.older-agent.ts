import { listenAlone, namedAgents } from "./_agent.ts";
import type { Fault } from "./fault.ts";

/** Only the older program answers, and its name leads to the PC: as good. */
export const localOlderAgent: Fault = {
  id: "local.older-agent",
  verdict: "ok",
  layer: "agent",
  title: {
    ko: "예전 포트에서만 응답하는 프로그램",
    en: "A program that answers on its older port only",
  },
  targets: (_world, guide) => namedAgents(guide),
  apply(world, target, guide) {
    const broken = structuredClone(world);
    listenAlone(broken, guide, target);
    return broken;
  },
  expect: () => undefined,
};
