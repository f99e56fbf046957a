import type { ProgressEvent } from "../doctor/diagnose.ts";
import type { Diagnosis } from "../evidence/report.ts";
import type { Guide } from "../guide/guide.ts";
import type { Lang } from "../text/words.ts";
import type { FindMap } from "./find-map.ts";
import type { Task, TaskState } from "./task.ts";
import type {
  JournalList,
  Judged,
  Preview,
  State,
  TreatLine,
  TreatResult,
  Trouble,
  UndoPreview,
  UndoResult,
} from "./wire.ts";

/** Where the person is. */
export type Screen =
  | { at: "start" }
  /** `again`: the task after which is looked again; null: the first look. `back`: to the result. */
  | { at: "finding"; again: string | null; back?: true }
  | { at: "result" }
  | { at: "task"; task: string }
  /** What a task, or another look alone (null), has changed. */
  | { at: "after"; task: string | null }
  /** Does the payment work now? */
  | { at: "end" }
  /** Everything was tried. */
  | { at: "stuck" }
  | { at: "paid" };

/** What lies over the screen, which stays as it is below. */
export type Over = "guide" | "journal";

/** An automatic task on its way: reading what it would change, shown, being done, over. */
export interface Treatment {
  task: string;
  phase: "reading" | "shown" | "doing" | "verifying" | "over";
  preview: Preview | null;
  /** How its changes stand, once they are begun. */
  states: string[];
  result: TreatResult | null;
}

/** A treatment of the past that is being taken back. */
export interface Undoing {
  id: string;
  phase: "reading" | "shown" | "doing" | "over";
  preview: UndoPreview | null;
  result: UndoResult | null;
}

/** Everything that the page shows is made of this, and of nothing else. */
export interface Model {
  lang: Lang;
  who: State | null;
  guide: Guide | null;
  screen: Screen;
  over: Over | null;
  query: string;
  /** Null: none chosen, or "I don't know". */
  symptom: string | null;
  answers: Record<string, string>;
  map: FindMap;
  judged: Judged | null;
  /** What was found before that. */
  before: Diagnosis | null;
  course: Task[];
  treatment: Treatment | null;
  journal: JournalList | null;
  undoing: Undoing | null;
  trouble: Trouble | null;
}

export type Happening =
  | { type: "ready"; who: State; guide: Guide; symptom?: string | undefined }
  | { type: "language"; lang: Lang }
  | { type: "searched"; query: string }
  | { type: "begun"; symptom: string | null }
  /** `back`: for an answer alone; nothing was done of which it would have to be told. */
  | { type: "begun-again"; task: string | null; back?: true }
  | { type: "progress"; event: ProgressEvent }
  | { type: "found"; judged: Judged }
  | { type: "trouble"; trouble: Trouble }
  | { type: "trouble-read" }
  | { type: "task"; task: string }
  | { type: "did"; task: string; state: Extract<TaskState, "asked" | "tried" | "skipped"> }
  | { type: "go"; to: "start" | "result" | "end" | "stuck" | "paid" }
  | { type: "over"; over: Over | null }
  | { type: "answered"; question: string; answer: string }
  | { type: "unanswered"; question: string }
  | { type: "reading-changes"; task: string }
  | { type: "changes"; preview: Preview }
  | { type: "treating" }
  | { type: "treat-line"; line: TreatLine }
  | { type: "treated"; result: TreatResult; judged: Judged | null }
  | { type: "put-away" }
  | { type: "journal"; list: JournalList }
  | { type: "reading-undo"; id: string }
  | { type: "undo-changes"; preview: UndoPreview }
  | { type: "undoing" }
  | { type: "undone"; result: UndoResult }
  | { type: "demo"; who: State }
  /** What stands behind the page is another, and nothing else. */
  | { type: "who"; who: State }
  /** Back or forward in the browser. */
  | { type: "returned"; place: Place };

/** Where somebody was, to come back to. */
export type Place = Pick<Model, "screen" | "over">;
