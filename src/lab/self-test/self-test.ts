import type { Guide } from "../../guide/guide.ts";
import type { Change } from "./change.ts";
import { changesOf } from "./changes.ts";
import { type Noticed, tester } from "./mutate.ts";
import type { Readers } from "./readers.ts";
import { record } from "./record.ts";
import {
  type CauseResult,
  causeResults,
  healthyResults,
  type ScenarioResult,
  type SymptomResult,
  symptomResults,
  withoutAnswer,
} from "./verdicts.ts";

/** Of each hundred wrong facts so many have to be noticed. */
export const noticedLeast = 0.9;

export interface SelfTestOptions {
  /** How many facts are changed: all, none, or so many spread evenly over the guide. */
  mutations: "all" | "none" | number;
  signal: AbortSignal;
  /** Told after each changed fact. */
  onProgress?(done: number, of: number): void;
}

export interface MutationResult {
  /** Facts that the guide has, and those that were changed. */
  facts: number;
  made: number;
  noticed: number;
  by: Record<Noticed["by"], number>;
  kinds: { fact: string; made: number; noticed: number }[];
  unnoticed: Change[];
  /** Every change that was noticed, and by what. */
  noticedBy: { change: Change; noticed: Noticed }[];
}

export interface SelfTest {
  worlds: number;
  causes: CauseResult[];
  healthy: ScenarioResult[];
  symptoms: SymptomResult[];
  withoutAnswer: string[];
  /** Absent where none were asked for. */
  mutations?: MutationResult;
}

/**
 * Tries a guide on itself: in worlds made of it every cause must be found, and a remedy must end it;
 * then each fact is changed once and tried in those same worlds, where that must be noticed.
 */
export async function selfTest(
  guide: Guide,
  readers: Readers,
  options: SelfTestOptions,
): Promise<SelfTest> {
  // In which order steps are advised is not tried here, and questions are what makes it costly.
  const plain = { ...guide, questions: [] };
  const recorded = await record(plain, readers, options.signal);
  const result: SelfTest = {
    worlds: recorded.cases.length,
    causes: causeResults(recorded),
    healthy: healthyResults(recorded),
    symptoms: symptomResults(recorded),
    withoutAnswer: withoutAnswer(recorded),
  };
  if (options.mutations === "none") return result;
  const all = changesOf(plain);
  const chosen = options.mutations === "all" ? all : spread(all, options.mutations);
  const tryOne = tester(recorded);
  const tried: { change: Change; noticed: Noticed | undefined }[] = [];
  for (const [at, change] of chosen.entries()) {
    options.signal.throwIfAborted();
    tried.push({ change, noticed: await tryOne(change) });
    options.onProgress?.(at + 1, chosen.length);
  }
  return { ...result, mutations: summed(all.length, tried) };
}

/** Whether all of it is as it should be. */
export function isGood({ causes, healthy, symptoms, mutations }: SelfTest): boolean {
  const holds = causes.every(({ state }) => state !== "fails");
  const fine = [...healthy, ...symptoms].every((one) => one.holds);
  return holds && fine && (mutations === undefined || rateOf(mutations) >= noticedLeast);
}

/** Share of the wrong facts that were noticed; 1 where there was none. */
export function rateOf({ made, noticed }: MutationResult): number {
  return made === 0 ? 1 : noticed / made;
}

function spread<T>(all: readonly T[], count: number): T[] {
  if (count >= all.length) return [...all];
  return Array.from({ length: count }, (_, at) => all[Math.floor((at * all.length) / count)]!);
}

function summed(
  facts: number,
  tried: readonly { change: Change; noticed: Noticed | undefined }[],
): MutationResult {
  const noticedBy = tried.flatMap(({ change, noticed }) => (noticed ? [{ change, noticed }] : []));
  const by = { load: 0, lint: 0, world: 0 };
  for (const { noticed } of noticedBy) by[noticed.by] += 1;
  const kinds = [...Map.groupBy(tried, ({ change }) => change.fact)].map(([fact, own]) => ({
    fact,
    made: own.length,
    noticed: own.filter(({ noticed }) => noticed !== undefined).length,
  }));
  return {
    facts,
    made: tried.length,
    noticed: noticedBy.length,
    by,
    kinds: kinds.sort((a, b) => (a.fact < b.fact ? -1 : 1)),
    unnoticed: tried.flatMap(({ change, noticed }) => (noticed ? [] : [change])),
    noticedBy,
  };
}
