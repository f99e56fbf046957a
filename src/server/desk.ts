import type { Evidence } from "../evidence/evidence.ts";
import { version } from "../evidence/version.ts";
import type { Guide } from "../guide/guide.ts";
import type {
  DemoAsk,
  Handed,
  HandOverAsk,
  JournalList,
  Judged,
  Preview,
  PreviewAsk,
  State,
  UndoPreview,
  UndoResult,
  WayOut,
} from "../portal/wire.ts";
import type { Lang } from "../text/words.ts";
import { limits } from "./limits.ts";
import { type Guides, nameOf } from "./practice/guides.ts";
import type { About, DemoPractice, Order, Practice } from "./practice/practice.ts";
import { refuse } from "./refusal.ts";
import type { Stream } from "./stream.ts";

/** Answers what the page asks, one piece of work at a time. */
export interface Desk {
  state(): Promise<State>;
  guide(name: string): Guide;
  diagnose(ask: Omit<Extract<Order, { do: "diagnose" }>, "do">, stream: Stream): Promise<void>;
  preview(ask: PreviewAsk): Promise<Preview>;
  treat(ask: Omit<Extract<Order, { do: "treat" }>, "do">, stream: Stream): Promise<void>;
  journal(): Promise<JournalList>;
  previewUndo(id: string): Promise<UndoPreview>;
  undo(id: string, stream: Stream): Promise<void>;
  handOver(ask: HandOverAsk): Promise<Handed>;
  wayOut(evidence: Evidence): Promise<WayOut>;
  demo(ask: DemoAsk): Promise<State>;
  /** Whether something is under way: the server does not end in the middle of it. */
  readonly busy: boolean;
  /** Resolves when nothing is under way any more. */
  settled(): Promise<void>;
}

export interface DeskOptions {
  practice: Practice | DemoPractice;
  guides: Guides;
  lang: Lang;
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms).unref());
const never = new AbortController().signal;

export function createDesk({ practice, guides, lang }: DeskOptions): Desk {
  let working: Promise<unknown> | undefined;
  let about: Promise<About> | undefined;
  const demoOf = () => ("demo" in practice ? practice : undefined);
  const ask = (order: Order) => practice.carryOut(order, () => {}, never);

  /**
   * A second one is told so, instead of waiting for something that it does not see. A page that
   * stops one and begins another at once is not told: the first is about to end.
   */
  async function only<T>(work: () => Promise<T>): Promise<T> {
    if (working) await Promise.race([working.catch(() => {}), sleep(limits.busyMs)]);
    if (working) throw refuse("busy");
    const done = work();
    working = done;
    try {
      return await done;
    } finally {
      working = undefined;
    }
  }

  async function state(): Promise<State> {
    about ??= ask({ do: "about" }) as Promise<About>;
    const { platform, treat } = await about.catch((error) => {
      about = undefined;
      throw error;
    });
    const { formatsHere } = await import("./hand-over.ts");
    return {
      version,
      lang,
      platform,
      guides: guides.list,
      can: { diagnose: true, treat, judge: true, formats: formatsHere },
      demo: demoOf()?.demo() ?? null,
    };
  }

  return {
    state,
    guide: guides.get,
    get busy() {
      return working !== undefined;
    },
    async settled() {
      await working?.catch(() => {});
    },
    diagnose: (given, stream) => {
      guides.get(given.guide);
      return only(async () => {
        const order: Order = { do: "diagnose", ...given };
        const judged = (await practice.carryOut(order, stream.write, stream.signal)) as Judged;
        stream.write({ type: "report", ...judged });
      });
    },
    preview: (given) => {
      guides.get(given.guide);
      return only(async () => (await ask({ do: "preview", ...given })) as Preview);
    },
    treat: (given, stream) =>
      only(async () => {
        const order: Order = { do: "treat", ...given };
        const judged = (await practice.carryOut(order, stream.write, stream.signal)) as Judged;
        stream.write({ type: "report", ...judged });
      }),
    journal: async () => (await ask({ do: "journal" })) as JournalList,
    previewUndo: async (id) => (await ask({ do: "undo-preview", id })) as UndoPreview,
    undo: (id, stream) =>
      only(async () => {
        const result = (await practice.carryOut(
          { do: "undo", id },
          stream.write,
          never,
        )) as UndoResult;
        stream.write({ type: "undone", result });
      }),
    async handOver(given) {
      const { handOver } = await import("./hand-over.ts");
      return handOver(guides.get(given.guide), given);
    },
    wayOut(evidence) {
      const guide = guides.get(nameOf(evidence.guide));
      // For seconds nothing else comes to its turn: every wait of a diagnosis would seem too long.
      return only(async () => (await import("./way-out.ts")).wayOut(guide, evidence));
    },
    demo: (given) => {
      const practised = demoOf();
      if (practised === undefined) throw refuse("bad-request", "demo");
      return only(async () => {
        if ("faults" in given) await practised.choose(given.faults);
        else if ("done" in given) await practised.done(given.done);
        else await practised.openShop();
        return state();
      });
    },
  };
}
