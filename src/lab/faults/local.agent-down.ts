import { agentFor, soleAgents } from "./_agent.ts";
import type { Fault } from "./fault.ts";

export const localAgentDown: Fault = {
  id: "local.agent-down",
  verdict: "local.agent-down",
  layer: "agent",
  title: { ko: "보안 프로그램이 로컬 포트에서 응답하지 않음", en: "The agent is not listening" },
  targets: soleAgents,
  apply(world, target) {
    const broken = structuredClone(world);
    Object.assign(agentFor(broken, target), { listening: false });
    return broken;
  },
  expect: (_world, _guide, target) => ({ cause: "local.agent-down", subjects: [target] }),
};
