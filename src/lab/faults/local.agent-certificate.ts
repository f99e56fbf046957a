import { agentFor, soleAgents } from "./_agent.ts";
import type { Fault } from "./fault.ts";

export const localAgentCertificate: Fault = {
  id: "local.agent-certificate",
  verdict: "local.agent-certificate",
  layer: "agent",
  title: { ko: "보안 프로그램의 로컬 인증서 만료", en: "The agent's own certificate has expired" },
  targets: soleAgents,
  apply(world, target) {
    const broken = structuredClone(world);
    Object.assign(agentFor(broken, target), { certificate: "expired" });
    return broken;
  },
  expect: (_world, _guide, target) => ({ cause: "local.agent-certificate", subjects: [target] }),
};
