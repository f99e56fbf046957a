import { diagnose as judge } from "../engine/diagnose.ts";
import type { Evidence } from "../evidence/evidence.ts";
import type { Diagnosis } from "../evidence/report.ts";
import type { Verdict } from "../evidence/verdict.ts";
import { type Guide, rowId, rowsOf } from "../guide/guide.ts";
import type { Machine } from "../machine/machine.ts";
import { createGatherer } from "./gather.ts";
import { firstRound } from "./round.ts";

/** What happens while the doctor looks, for those who watch. */
export type ProgressEvent =
  | {
      type: "start";
      groups: { id: string; title: { ko: string; en?: string | undefined }; rows: number }[];
    }
  | { type: "phase"; key: "local" | "network" | "separating" | "judging" }
  | { type: "row"; id: string; group: string; verdict: Verdict }
  | { type: "done" };

export interface DiagnoseOptions {
  symptom?: string | undefined;
  /** For the whole run, ms. What has not been looked at by then is reported as not looked at. */
  budgetMs?: number;
  signal?: AbortSignal;
  onEvent?(event: ProgressEvent): void;
  /**
   * Tells of a row what can be said of it when its walk is over, before everything else is known. It
   * may still change, and is then told again; otherwise such a row is `insufficient` until the end.
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
  const { symptom, budgetMs = defaultBudgetMs, onEvent = () => {} } = options;
  const stop = new AbortController();
  const given = options.signal ? [options.signal] : [];
  const signal = AbortSignal.any([stop.signal, ...given]);
  const finished = new AbortController();
  const budget = machine.sleep(budgetMs, finished.signal).then(() => stop.abort());

  const soFar = (id: string): Verdict => {
    if (!options.provisional) return "insufficient";
    const { diagnosis } = judge(guide, gatherer.evidence());
    return diagnosis.endpoints.find((row) => rowId(row) === id)?.verdict ?? "insufficient";
  };
  const watch = watchRows(guide, onEvent, soFar);
  const gatherer = createGatherer(machine, guide, { symptom, signal, onFact: watch });
  onEvent({ type: "phase", key: "network" });
  await firstRound(gatherer, guide);
  const judgeNow = () => {
    const evidence = gatherer.evidence();
    return { evidence, ...judge(guide, evidence) };
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

  const { diagnosis, evidence } = judged;
  for (const row of diagnosis.endpoints) {
    onEvent({ type: "row", id: rowId(row), group: row.group, verdict: row.verdict });
  }
  onEvent({ type: "done" });
  return { diagnosis, evidence };
}

/**
 * Tells of each row that its walk is over, and what can be said of it so far. A group of
 * which one PC can test nothing is not among them.
 */
function watchRows(
  guide: Guide,
  onEvent: (event: ProgressEvent) => void,
  soFar: (id: string) => Verdict,
) {
  const rows = new Map(rowsOf(guide).map((row) => [rowId(row), row]));
  const groups = guide.groups.map(({ id, title }) => ({
    id,
    title,
    rows: [...rows.values()].filter(({ group }) => group === id).length,
  }));
  onEvent({ type: "start", groups: groups.filter((group) => group.rows > 0) });
  return ({ probe, with: given }: { probe: string; with: object }) => {
    if (probe !== "row") return;
    const id = rowId(given as { host: string; address: string; port: number });
    const row = rows.get(id);
    if (row) onEvent({ type: "row", id, group: row.group, verdict: soFar(id) });
  };
}
