import { agentFor } from "./_agent.ts";
import type { Fault } from "./fault.ts";

/** An older program that pages call by a name, and a closed network that does not know the name. */
export const localNameMissing: Fault = {
  id: "local.name-missing",
  verdict: "local.name-missing",
  layer: "agent",
  title: {
    ko: "PC 안의 예전 프로그램을 부르는 이름이 없음",
    en: "The name for an older program on this PC is missing",
  },
  targets: (_world, guide) =>
    guide.agents.filter(({ name }) => name !== undefined).map(({ id }) => id),
  apply(world, target, guide) {
    const broken = structuredClone(world);
    const own = guide.agents.find(({ id }) => id === target);
    for (const { id } of guide.agents.filter(({ role }) => role === own?.role)) {
      Object.assign(agentFor(broken, id), { listening: id === target });
    }
    if (own?.name !== undefined) delete broken.names[own.name.toLowerCase()];
    return broken;
  },
  expect: (_world, _guide, target) => ({ cause: "local.name-missing", subjects: [target] }),
};
