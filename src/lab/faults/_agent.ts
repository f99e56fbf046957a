import type { Guide } from "../../guide/guide.ts";
import type { World, WorldAgent } from "../../machine/world.ts";

/** Agents that listen and expect a token, and whose role no other listening agent can take over. */
export function soleAgents(world: World, guide: Guide): string[] {
  const listening = guide.agents.filter(({ id }) => agentFor(world, id).listening);
  return listening
    .filter(({ role }) => listening.filter((other) => other.role === role).length === 1)
    .filter(({ expect }) => expect !== undefined)
    .map(({ id }) => id);
}

export function agentFor(world: World, id: string): WorldAgent {
  const agent = world.pc.agents.find((agent) => agent.id === id);
  if (!agent) throw new Error(`no agent ${id} in this world`);
  return agent;
}
