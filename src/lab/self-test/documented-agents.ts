import type { Guide } from "../../guide/guide.ts";
import type { Connection, Machine } from "../../machine/machine.ts";
import type { World } from "../../machine/world.ts";

type Agent = Guide["agents"][number];

const isLoopback = (address: string) => address.startsWith("127.");
const refused = { ok: false, failure: "refused", code: "ECONNREFUSED", ms: 0.1 } as const;
const notTls = {
  ok: false,
  failure: "other",
  code: "ERR_SSL_WRONG_VERSION_NUMBER",
  ms: 0.1,
} as const;
const cut = { ok: false, failure: "closed", code: "ECONNRESET", ms: 0.1 } as const;

/**
 * The simulated PC with agents as particular as real ones: each listens at its own address only,
 * speaks its own protocol, answers on its own path and shows a certificate of its own maker.
 */
export function withDocumentedAgents(machine: Machine, world: World, guide: Guide): Machine {
  const agentAt = (port: number) => {
    const there = world.pc.agents.find((one) => one.listening && one.port === port);
    return guide.agents.find(({ id }) => id === there?.id);
  };
  return {
    ...machine,
    async connect(address, port, limits) {
      const agent = isLoopback(address) ? agentAt(port) : undefined;
      if (agent && agent.address !== address) return refused;
      const outcome = await machine.connect(address, port, limits);
      if (!agent || !outcome.ok) return outcome;
      return { ...outcome, connection: asAgent(outcome.connection, agent) };
    },
  };
}

function asAgent(connection: Connection, agent: Agent): Connection {
  const plain = agent.protocol === "http";
  let secured = false;
  return {
    ...connection,
    async tls(options) {
      if (plain) return notTls;
      const outcome = await connection.tls(options);
      if (!outcome.ok) return outcome;
      secured = true;
      const maker = `CN=${agent.certificateContains ?? "Local Agent"} CA`;
      const chain = outcome.chain.map((one, at) =>
        at === 0 ? { ...one, issuer: maker } : { ...one, subject: maker, issuer: maker },
      );
      return { ...outcome, chain };
    },
    async http(options) {
      if (!plain && !secured) return cut;
      const answer = await connection.http(options);
      if (!answer.ok || agent.protocol === "wss" || options.path === agent.path) return answer;
      return { ...answer, status: 404, body: "" };
    },
  };
}
