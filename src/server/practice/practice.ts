import type {
  Demo,
  DiagnoseAsk,
  PreviewAsk,
  State,
  TreatAsk,
  Trouble,
  UndoAsk,
} from "../../portal/wire.ts";

/** What is asked of whoever is at the PC's side: plain data, so that it can go through a pipe. */
export type Order =
  | { do: "about" }
  | ({ do: "diagnose" } & Pick<DiagnoseAsk, "guide" | "symptom" | "answers">)
  | ({ do: "preview" } & PreviewAsk)
  | ({ do: "treat" } & TreatAsk)
  | { do: "journal" }
  | ({ do: "undo-preview" } & UndoAsk)
  | ({ do: "undo" } & UndoAsk);

/** The answer to `about`. */
export interface About {
  platform: State["platform"];
  /** Whether it has settings that can be changed. */
  treat: boolean;
}

/** One line of what goes on, as it goes to the page. */
export type Emit = (line: object) => void;

/** Where orders are carried out: on this PC, or on one that is simulated. */
export interface Practice {
  /**
   * Answers with what `wire.ts` says of the call. Throws a Refusal where it cannot; whatever it was
   * doing has ended in order by then.
   */
  carryOut(order: Order, emit: Emit, signal: AbortSignal): Promise<unknown>;
  close(): Promise<void>;
}

/** A simulated PC, and the ways in which it can be broken. */
export interface DemoPractice extends Practice {
  demo(): Demo;
  /** Breaks it in these ways and no other. Throws a Refusal where there is no such fault. */
  choose(faults: readonly string[]): Promise<void>;
  /**
   * Ends what a task is about, as whoever it belongs to would; what was done to the PC stays.
   *
   * @param task a remedy's id, or `cause:` and a cause
   */
  done(task: string): Promise<void>;
  /** Opens a browser on the PC at the shop. Throws a Refusal where that cannot be. */
  openShop(): Promise<void>;
}

/** What goes into the process inside the simulated network, one JSON value a line. */
export type ToInside =
  | { id: number; order: Order }
  | { id: number; abort: true }
  /** The network around the PC goes by what was changed on it. */
  | { settled: number };

/** What comes out of it. */
export type FromInside =
  /** Something was changed on the PC that others notice; the next step waits for `settled`. */
  | { changed: number }
  | { id: number; line: object }
  | { id: number; value: unknown }
  | { id: number; refused: { status: number; trouble: Trouble } };
