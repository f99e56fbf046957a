import type { ProgressEvent } from "../doctor/diagnose.ts";
import type {
  DemoAsk,
  DiagnoseAsk,
  Guide,
  Handed,
  HandOverAsk,
  JournalList,
  Judged,
  Preview,
  PreviewAsk,
  State,
  TreatAsk,
  TreatLine,
  TreatResult,
  Trouble,
  UndoAsk,
  UndoLine,
  UndoPreview,
  UndoResult,
} from "./wire.ts";

/** What was asked for, or why not. A surprise is answered too, as `surprise`: nothing is thrown. */
export type Answer<T> = { ok: true; value: T } | { ok: false; trouble: Trouble };

/**
 * Whoever looks after the PC for the page: a server on this PC, the page itself over a saved
 * evidence file, or what a browser alone can test. `State.can` says what may be asked; whatever is
 * asked beyond that is answered with `cannot-treat` or `no-format`. Every call ends: a doctor has
 * limits of its own for all that it waits for, and gives up when `signal` says so (`stopped`).
 */
export interface Doctor {
  state(): Promise<Answer<State>>;

  /** @param name `id@edition`, as in `State.guides`. */
  guide(name: string): Promise<Answer<Guide>>;

  /** Looks at this PC. Events come in the order in which things happen, `report` not among them. */
  diagnose(
    ask: DiagnoseAsk,
    onEvent: (event: ProgressEvent) => void,
    signal: AbortSignal,
  ): Promise<Answer<Judged>>;

  /** Judges the text of a saved evidence file, for the guide that it names. */
  judge(file: string): Promise<Answer<Judged>>;

  preview(ask: PreviewAsk): Promise<Answer<Preview>>;

  /**
   * Does what a preview has shown. The fresh diagnosis after it is part of the answer; its progress
   * comes as events. Null where that diagnosis could not be made.
   */
  treat(
    ask: TreatAsk,
    onEvent: (event: TreatLine) => void,
    signal: AbortSignal,
  ): Promise<Answer<{ result: TreatResult; judged: Judged | null }>>;

  journal(): Promise<Answer<JournalList>>;

  previewUndo(ask: UndoAsk): Promise<Answer<UndoPreview>>;

  undo(ask: UndoAsk, onEvent: (event: UndoLine) => void): Promise<Answer<UndoResult>>;

  /** A file for another team. CSV and Markdown every doctor can make (`hand-over.ts`). */
  handOver(ask: HandOverAsk): Promise<Answer<Handed>>;

  /** Breaks the simulated network in another way. */
  demo(ask: DemoAsk): Promise<Answer<State>>;
}
