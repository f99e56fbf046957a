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

/** Of the programs that can do the same as this one, it alone listens. */
export function listenAlone(world: World, guide: Guide, target: string): void {
  const role = guide.agents.find(({ id }) => id === target)?.role;
  for (const one of guide.agents.filter((other) => other.role === role)) {
    agentFor(world, one.id).listening = one.id === target;
  }
}

/** Agents that pages call by a name. */
export function namedAgents(guide: Guide): string[] {
  return guide.agents.filter(({ name }) => name !== undefined).map(({ id }) => id);
}
