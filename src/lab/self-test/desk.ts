import { diagnose } from "../../doctor/diagnose.ts";
import type { Evidence } from "../../evidence/evidence.ts";
import type { Diagnosis } from "../../evidence/report.ts";
import type { Guide } from "../../guide/guide.ts";
import { memoryMachine } from "../../machine/memory.ts";
import type { World } from "../../machine/world.ts";
import type { Case } from "./case.ts";
import { withDocumentedAgents } from "./documented-agents.ts";
import type { Readers } from "./readers.ts";

type Place = Pick<Case, "world" | "startAt">;

/**
 * Where guides are held against worlds made of one guide. What was gathered in a world is kept: a
 * guide that asks for exactly the same things would gather exactly the same, for the worlds do not
 * change and their clock is their own.
 */
export interface Desk {
  original: Guide;
  readers: Readers;
  /** Diagnosis of a world by any guide. */
  look(guide: Guide, place: Place, symptom?: string): Promise<Diagnosis>;
}

export function deskFor(original: Guide, readers: Readers): Desk {
  const asked = questionsOf(original);
  const kept = new Map<World, Map<number | undefined, Promise<Evidence>>>();
  const gather = async (guide: Guide, { world, startAt }: Place) => {
    const options = { seed: 1, ...(startAt !== undefined && { startAt }) };
    const machine = withDocumentedAgents(memoryMachine(world, options), world, original);
    return (await diagnose(machine, guide)).evidence;
  };
  const keptOf = (place: Place) => {
    const own = kept.get(place.world) ?? new Map<number | undefined, Promise<Evidence>>();
    kept.set(place.world, own);
    const evidence = own.get(place.startAt) ?? gather(original, place);
    own.set(place.startAt, evidence);
    return evidence;
  };
  return {
    original,
    readers,
    async look(guide, place, symptom) {
      const same = guide === original || questionsOf(guide) === asked;
      const evidence = same ? await keptOf(place) : await gather(guide, place);
      return readers.judge(guide, symptom === undefined ? evidence : { ...evidence, symptom });
    },
  };
}

/** Everything in a guide by which it is decided what is asked of a PC and its network. */
function questionsOf({ endpoints, agents, files, programs }: Guide): string {
  return JSON.stringify([
    endpoints.map(({ host, addresses, ports, direction }) => [host, addresses, ports, direction]),
    agents.map(({ address, name, ports, protocol, path }) => [
      address,
      name,
      ports,
      protocol,
      path,
    ]),
    agents.map(({ role, expect, required }) => [role, expect, required]),
    files.map(({ paths }) => paths),
    programs.map(({ services, installFolders, required }) => [services, installFolders, required]),
  ]);
}
