import type { Guide } from "../guide/guide.ts";
import { nextTask, triedOf } from "./course.ts";
import type { Answer, Doctor } from "./doctor.ts";
import type { Over, Place } from "./model.ts";
import type { Store } from "./store.ts";
import type { TaskState } from "./task.ts";
import type { DiagnoseAsk, Handed, Trouble } from "./wire.ts";

/** What a person can do on the page. Each call tells the store what comes of it; none throws. */
export interface Conduct {
  open(symptom?: string): Promise<void>;
  begin(symptom: string | null): Promise<void>;
  again(task: string | null): Promise<void>;
  /** An answer was given or taken back: what it changes. `then`: what is shown after it. */
  goOn(then: "result" | "next"): Promise<void>;
  /** The service still fails: what was done did not help. */
  inVain(): Promise<void>;
  judge(file: string): Promise<void>;
  stop(): void;
  /** Back or forward: whatever is being looked for is given up without a word. */
  returned(place: Place): void;
  next(after?: string): void;
  did(task: string, state: Extract<TaskState, "asked" | "tried" | "skipped">): void;
  readChanges(task: string): Promise<void>;
  treat(): Promise<void>;
  over(over: Over | null): Promise<void>;
  readUndo(id: string): Promise<void>;
  undo(): Promise<void>;
  handOver(format: string, rows: string[]): Promise<Handed | undefined>;
  demo(faults: string[]): Promise<void>;
  /** A demonstration only: whoever the task belongs to has done it, and it is looked again. */
  done(task: string): Promise<void>;
  openShop(): Promise<void>;
}

export function createConduct(doctor: Doctor, store: Store): Conduct {
  const { tell, get } = store;
  let running: AbortController | undefined;

  /** Tells of trouble, or gives what was asked for. */
  function taken<T>(answer: Answer<T>): T | undefined {
    if (answer.ok) return answer.value;
    tell({ type: "trouble", trouble: answer.trouble });
    return undefined;
  }

  async function asked<T>(question: Promise<Answer<T>>): Promise<T | undefined> {
    return taken(await answered(question));
  }

  const guideName = () => {
    const { guide } = get();
    return guide ? nameOf(guide) : undefined;
  };

  /** One diagnosis at a time: the newer one stops the older. */
  async function look(): Promise<void> {
    running?.abort();
    const own = new AbortController();
    running = own;
    const guide = guideName();
    if (guide === undefined) return;
    const { symptom, answers } = get();
    const ask: DiagnoseAsk = {
      guide,
      ...(symptom !== null && { symptom }),
      ...(Object.keys(answers).length > 0 && { answers }),
    };
    const watch = (event: Parameters<Parameters<Doctor["diagnose"]>[1]>[0]) => {
      if (running === own) tell({ type: "progress", event });
    };
    const answer = await answered(doctor.diagnose(ask, watch, own.signal));
    if (running !== own) return;
    running = undefined;
    const judged = taken(answer);
    if (judged) tell({ type: "found", judged });
  }

  return {
    async open(symptom) {
      const who = await asked(doctor.state());
      const first = who?.guides[0];
      if (!who || !first) return;
      const guide = await asked(doctor.guide(`${first.id}@${first.edition}`));
      if (guide) tell({ type: "ready", who, guide, symptom });
    },
    async begin(symptom) {
      tell({ type: "begun", symptom });
      await look();
    },
    async again(task) {
      tell({ type: "begun-again", task });
      await look();
    },
    async goOn(then) {
      tell({ type: "begun-again", task: null, back: true });
      await look();
      if (then === "next" && get().screen.at === "result") this.next();
    },
    async inVain() {
      const { course, answers } = get();
      const fresh = Object.entries(triedOf(course)).filter(([id]) => answers[id] === undefined);
      for (const [question, answer] of fresh) tell({ type: "answered", question, answer });
      if (fresh.length > 0) await this.goOn("next");
      else this.next();
    },
    async judge(file) {
      const judged = await asked(doctor.judge(file));
      if (!judged) return;
      tell({ type: "begun", symptom: judged.diagnosis.symptom ?? null });
      tell({ type: "found", judged: { ...judged, fromFile: true } });
    },
    stop() {
      const own = running;
      if (!own) return;
      running = undefined;
      own.abort();
      tell({ type: "trouble", trouble: { code: "stopped" } });
    },
    returned(place) {
      running?.abort();
      running = undefined;
      tell({ type: "returned", place });
    },
    next(after) {
      const task = nextTask(get().course, after);
      if (task) tell({ type: "task", task: task.id });
      else tell({ type: "go", to: get().screen.at === "end" ? "stuck" : "end" });
    },
    did(task, state) {
      tell({ type: "did", task, state });
    },
    async readChanges(task) {
      const guide = guideName();
      if (guide === undefined) return;
      tell({ type: "reading-changes", task });
      const preview = await asked(doctor.preview({ guide, remedy: task }));
      if (preview) tell({ type: "changes", preview });
    },
    async treat() {
      const guide = guideName();
      const { treatment } = get();
      if (guide === undefined || !treatment?.preview) return;
      const { remedy, preview } = treatment.preview;
      tell({ type: "treating" });
      const never = new AbortController();
      const done = await asked(
        doctor.treat(
          { guide, remedy, preview },
          (line) => tell({ type: "treat-line", line }),
          never.signal,
        ),
      );
      if (done) tell({ type: "treated", ...done });
    },
    async over(over) {
      tell({ type: "over", over });
      if (over !== "journal") return;
      const list = await asked(doctor.journal());
      if (list) tell({ type: "journal", list });
    },
    async readUndo(id) {
      tell({ type: "reading-undo", id });
      const preview = await asked(doctor.previewUndo({ id }));
      if (preview) tell({ type: "undo-changes", preview });
    },
    async undo() {
      const { undoing } = get();
      if (undoing?.phase !== "shown") return;
      tell({ type: "undoing" });
      const result = await asked(doctor.undo({ id: undoing.id }, () => {}));
      if (!result) return;
      tell({ type: "undone", result });
      const list = await asked(doctor.journal());
      if (list) tell({ type: "journal", list });
    },
    async handOver(format, rows) {
      const guide = guideName();
      if (guide === undefined) return undefined;
      return asked(doctor.handOver({ guide, lang: get().lang, format, rows }));
    },
    async demo(faults) {
      const who = await asked(doctor.demo({ faults }));
      if (who) tell({ type: "demo", who });
    },
    async done(task) {
      // Whoever reads a letter does all that it asks.
      const parts = get().course.find(({ id }) => id === task)?.asks ?? [];
      for (const part of parts) {
        const who = await asked(doctor.demo({ done: part }));
        if (!who) return;
        tell({ type: "who", who });
      }
      tell({ type: "begun-again", task });
      await look();
    },
    async openShop() {
      tell({ type: "trouble-read" });
      await asked(doctor.demo({ open: "shop" }));
    },
  };
}

/** A doctor that breaks its word and throws is a surprise like any other. */
async function answered<T>(question: Promise<Answer<T>>): Promise<Answer<T>> {
  try {
    return await question;
  } catch (error) {
    const detail = error instanceof Error ? error.name : typeof error;
    const trouble: Trouble = { code: "surprise", detail };
    return { ok: false, trouble };
  }
}

export function nameOf({ id, edition }: Pick<Guide, "id" | "edition">): string {
  return `${id}@${edition}`;
}
