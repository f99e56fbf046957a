import { agentFor } from "./_agent.ts";
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
  targets: (_world, guide) =>
    guide.agents.filter(({ name }) => name !== undefined).map(({ id }) => id),
  apply(world, target, guide) {
    const broken = structuredClone(world);
    const own = guide.agents.find(({ id }) => id === target);
    for (const { id } of guide.agents.filter(({ role }) => role === own?.role)) {
      Object.assign(agentFor(broken, id), { listening: id === target });
    }
    return broken;
  },
  expect: () => undefined,
};
