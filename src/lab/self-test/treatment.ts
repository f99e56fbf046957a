import { diagnose } from "../../doctor/diagnose.ts";
import { openJournals } from "../../doctor/journal.ts";
import { hasAction, type Prepared, prepare, type Remedy } from "../../doctor/prepare.ts";
import { treat } from "../../doctor/treat.ts";
import { undo } from "../../doctor/undo.ts";
import type { Diagnosis } from "../../evidence/report.ts";
import type { Guide } from "../../guide/guide.ts";
import type { Machine } from "../../machine/machine.ts";
import { type MemorySystem, memorySystem } from "../../machine/memory/system.ts";
import { memoryMachine } from "../../machine/memory.ts";
import type { World } from "../../machine/world.ts";
import { following } from "../windows/following.ts";
import { playedPc } from "../windows/played-pc.ts";
import { systemOf } from "../windows/system-of.ts";
import { withDocumentedAgents } from "./documented-agents.ts";

/** What came of a remedy on a PC that is played. */
export interface Treatment {
  prepared: Prepared;
  /** The same for somebody without an administrator's rights. */
  ordinary: Prepared;
  /** Absent where nothing could be begun. */
  done?: {
    outcome: string;
    /** Of the played PC, on which more may be read than in the world that it is made of. */
    before: Diagnosis;
    after: Diagnosis;
    /** Whether the PC is as it was once all of it is undone; null where some of it stays by its nature. */
    isBack: boolean | null;
  };
}

/**
 * Does what a remedy's actions do, to the PC of a world, looks again and takes it back. Nothing where
 * the remedy has no action, or the world's PC is no Windows.
 *
 * @param original whose world it is; `guide` is the one by which it is treated
 */
export async function tryRemedy(
  original: Guide,
  guide: Guide,
  world: World,
  remedy: Remedy,
): Promise<Treatment | undefined> {
  const start = hasAction(remedy) ? systemOf(world, original) : undefined;
  if (start === undefined) return undefined;
  const system = memorySystem({ world: start });
  const machine = played(original, world, system);
  const prepared = await prepare({ machine }, guide, remedy);
  const restricted = memorySystem({ world: { ...start, elevated: false } });
  const ordinary = await prepare({ machine: { ...machine, system: restricted } }, guide, remedy);
  if (prepared.entries.length === 0) return { prepared, ordinary };
  const before = (await diagnose(machine, guide)).diagnosis;
  const journals = openJournals(system);
  const { signal } = new AbortController();
  const { outcome } = await treat(prepared, { machine, guide, journals, signal });
  const after = (await diagnose(machine, guide)).diagnosis;
  const [kept] = (await journals.list()).kept;
  const walked = kept && outcome === "done" ? await undo(machine, journals, kept) : undefined;
  const lasting = walked !== undefined && walked.left.length > 0;
  const isBack = lasting ? null : stateOf(system) === stateOf(memorySystem({ world: start }));
  return { prepared, ordinary, done: { outcome, before, after, isBack } };
}

/** A machine whose world follows what is done to its PC. */
function played(original: Guide, world: World, system: MemorySystem): Machine {
  const { live, follows } = following(world, original, system);
  const own = withDocumentedAgents(memoryMachine(live), live, original);
  return playedPc(follows(own), system, world.pc.facts, original);
}

/** Registry, files and services, without Jochi's own records. */
function stateOf(system: MemorySystem): string {
  const { registry, files, running } = system.world();
  const own = files.filter(({ path }) => !/\\Jochi\\/i.test(path));
  return JSON.stringify([registry, own, running]);
}
