import { agentFor, soleAgents } from "./_agent.ts";
import type { Fault } from "./fault.ts";

export const localAgentToken: Fault = {
  id: "local.agent-token",
  verdict: "local.agent-down",
  layer: "agent",
  title: {
    ko: "로컬 포트에서 다른 프로그램이 응답",
    en: "Something else answers on the agent's port",
  },
  targets: soleAgents,
  apply(world, target) {
    const broken = structuredClone(world);
    Object.assign(agentFor(broken, target), { answer: "hello" });
    return broken;
  },
  expect: (_world, _guide, target) => ({ cause: "local.agent-down", subjects: [target] }),
};
