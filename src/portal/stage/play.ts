import type { ProgressEvent } from "../../doctor/diagnose.ts";
import type {
  Guide,
  JournalList,
  Judged,
  Preview,
  State,
  TreatLine,
  TreatResult,
  Trouble,
  UndoPreview,
  UndoResult,
  WayOut,
} from "../wire.ts";

/** A doctor's part, written down: what it answers, for tests and for looking at the page. */
export interface Play {
  who: State;
  guide: Guide;
  /** Diagnoses in turn; the last one is given again and again. */
  looks: { events: ProgressEvent[]; judged: Judged }[];
  /** What each remedy would change, by its id, and what comes of it. */
  remedies: Record<string, { preview: Preview; lines: TreatLine[]; result: TreatResult }>;
  journal: JournalList;
  undo?: { preview: UndoPreview; result: UndoResult };
  /** What can be carried out without a network; absent: no program stands behind the page. */
  wayOut?: WayOut;
  /** Instead of an answer, by the name of the call. */
  troubles?: Record<string, Trouble>;
  /** Between one event and the next, ms; -1: stops for good after a quarter of them. */
  paceMs: number;
}
