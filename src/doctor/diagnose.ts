import { see } from "../engine/diagnose.ts";
import type { Evidence } from "../evidence/evidence.ts";
import type { GivenFact } from "../evidence/facts.ts";
import type { Diagnosis } from "../evidence/report.ts";
import type { Guide } from "../guide/guide.ts";
import type { Machine } from "../machine/machine.ts";
import { createGatherer } from "./gather.ts";
import { firstRound } from "./round.ts";
import { type ProgressEvent, watchFor } from "./watch.ts";

export type { ProgressEvent } from "./watch.ts";

export interface DiagnoseOptions {
  symptom?: string | undefined;
  /** What the person has told, and what helped here before. */
  given?: readonly GivenFact[] | undefined;
  /** For the whole run, ms. What has not been looked at by then is reported as not looked at. */
  budgetMs?: number;
  signal?: AbortSignal;
  onEvent?(event: ProgressEvent): void;
  /**
   * Tells of a row what can be said of it when its walk is over, before everything else is known. It
   * may still change, and is then told again; otherwise such a row is `insufficient` until the end.
   * Tells of places on the way too what is proved of them.
   */
  provisional?: boolean;
}

export const defaultBudgetMs = 15_000;

/** Tests that separate look-alikes may call for one another; this often at most. */
const roundsMax = 5;

/** Gathers, judges, and gathers again where one more test could change a verdict. */
export async function diagnose(
  machine: Machine,
  guide: Guide,
  options: DiagnoseOptions = {},
): Promise<{ diagnosis: Diagnosis; evidence: Evidence }> {
  const { symptom, given: known, budgetMs = defaultBudgetMs, onEvent = () => {} } = options;
  const stop = new AbortController();
  const given = options.signal ? [options.signal] : [];
  const signal = AbortSignal.any([stop.signal, ...given]);
  const finished = new AbortController();
  const budget = machine.sleep(budgetMs, finished.signal).then(() => stop.abort());

  const judgeSoFar = () => see(guide, gatherer.evidence()).seen;
  const watch = watchFor(guide, onEvent, options.provisional ? judgeSoFar : undefined);
  const gatherer = createGatherer(machine, guide, {
    symptom,
    given: known,
    signal,
    onFact: watch.fact,
  });
  onEvent({ type: "phase", key: "network" });
  await firstRound(gatherer, guide, watch.localOver);
  const judgeNow = () => {
    const evidence = gatherer.evidence();
    return { evidence, ...see(guide, evidence) };
  };
  let judged = judgeNow();
  for (let round = 0; round < roundsMax && !signal.aborted; round += 1) {
    if (judged.wants.length === 0) break;
    onEvent({ type: "phase", key: "separating" });
    await gatherer.lookAtAll(judged.wants);
    judged = judgeNow();
  }
  finished.abort();
  await budget;

  // Only now: what is still being looked at would make another plan.
  const { planned, evidence } = judged;
  const diagnosis = planned();
  watch.over(diagnosis);
  return { diagnosis, evidence };
}
