import { listenAlone, namedAgents } from "./_agent.ts";
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
  targets: (_world, guide) => namedAgents(guide),
  apply(world, target, guide) {
    const broken = structuredClone(world);
    listenAlone(broken, guide, target);
    const name = guide.agents.find(({ id }) => id === target)?.name;
    if (name !== undefined) delete broken.names[name.toLowerCase()];
    return broken;
  },
  expect: (_world, _guide, target) => ({ cause: "local.name-missing", subjects: [target] }),
};
