import type { Guide } from "../../guide/guide.ts";
import type { World } from "../../machine/world.ts";
import { type Case, nothingFound } from "./case.ts";

/**
 * Agents at the last port of their range, behind it, and one in another's place: a range that is a
 * port too long or too short shows there and nowhere else.
 */
export function agentCases(guide: Guide, healthy: World): Case[] {
  return guide.agents.flatMap((agent): Case[] => {
    const { id, role, ports, required, name } = agent;
    const alone = (port: number): World => {
      const world = structuredClone(healthy);
      for (const one of world.pc.agents) {
        if (guide.agents.find((other) => other.id === one.id)?.role !== role) continue;
        one.listening = one.id === id;
        if (one.id === id) one.port = port;
      }
      return world;
    };
    const roles = guide.agents.filter((other) => other.role === role);
    const last = ports.first + ports.count - 1;
    const good = (kind: string, port: number): Case => ({
      id: `${kind}:${id}`,
      world: alone(port),
      expected: nothingFound,
      mended: healthy,
    });
    const beyond = last + 1;
    const isTaken = guide.agents.some(
      ({ ports: other }) => other.first <= beyond && beyond < other.first + other.count,
    );
    const [asked] = roles.filter((one) => one.required);
    const down: Case[] =
      asked && !isTaken
        ? [
            {
              ...good("agent-behind-last-port", beyond),
              expected: {
                rows: {},
                findings: [{ cause: "local.agent-down", subjects: [asked.id] }],
              },
            },
          ]
        : [];
    // By its name an older agent is reached only where the name is known, which a fault is for.
    const other = required || name !== undefined ? [] : [good("agent-alone", ports.first)];
    return [...(ports.count > 1 ? [good("agent-last-port", last)] : []), ...other, ...down];
  });
}
