import { diagnose as judgeEvidence } from "../engine/diagnose.ts";
import type { Evidence } from "../evidence/evidence.ts";
import { parseEvidence } from "../evidence/parse.ts";
import { EvidenceError } from "../evidence/trouble.ts";
import type { Answer, Doctor } from "./doctor.ts";
import { callsOf } from "./local-calls.ts";
import type {
  Guide,
  JournalList,
  Judged,
  Preview,
  State,
  TreatResult,
  UndoPreview,
  UndoResult,
  WayOut,
} from "./wire.ts";

/** The doctor of this PC: the program that has served the page. */
export function localDoctor(token: string): Doctor {
  const { get, post, stream, file } = callsOf(token);
  const guide = (name: string) => get<Guide>(`/api/guide?name=${encodeURIComponent(name)}`);

  return {
    state: () => get<State>("/api/state"),
    guide,

    async diagnose(ask, onEvent, signal) {
      let judged: Judged | undefined;
      const ended = await stream(
        "/api/diagnose",
        ask,
        (line) => {
          if (line.type === "report") judged = reported(line);
          else onEvent(line as Parameters<typeof onEvent>[0]);
        },
        signal,
      );
      return whole(ended, judged);
    },

    async judge(text) {
      let evidence: Evidence;
      try {
        evidence = parseEvidence(text);
      } catch (error) {
        if (!(error instanceof EvidenceError)) throw error;
        return { ok: false, trouble: { code: "bad-evidence", detail: error.place } };
      }
      const { id, edition } = evidence.guide;
      const found = await guide(`${id}@${edition}`);
      if (!found.ok) return found;
      const { diagnosis } = judgeEvidence(found.value, evidence);
      return { ok: true, value: { diagnosis, evidence, fromFile: true } };
    },

    preview: (ask) => post<Preview>("/api/preview", ask),

    async treat(ask, onEvent, signal) {
      let result: TreatResult | undefined;
      let judged: Judged | null = null;
      const ended = await stream(
        "/api/treat",
        ask,
        (line) => {
          if (line.type === "report") judged = reported(line);
          else {
            if (line.type === "treated") result = line.result as TreatResult;
            onEvent(line as Parameters<typeof onEvent>[0]);
          }
        },
        signal,
      );
      // What was done stands, whatever became of the diagnosis after it.
      return whole(
        ended.ok || !result ? ended : { ok: true, value: null },
        result && { result, judged },
      );
    },

    journal: () => get<JournalList>("/api/journal"),
    previewUndo: (ask) => post<UndoPreview>("/api/undo-preview", ask),

    async undo(ask, onEvent) {
      let result: UndoResult | undefined;
      const ended = await stream("/api/undo", ask, (line) => {
        if (line.type === "undone") result = line.result as UndoResult;
        onEvent(line as Parameters<typeof onEvent>[0]);
      });
      return whole(ended, result);
    },

    handOver: (ask) => file("/api/hand-over", ask),
    demo: (ask) => post<State>("/api/demo", ask),
  };
}

/** What can be carried out without a network, made by the program from the evidence of a result. */
export type AskWayOut = (evidence: Evidence) => Promise<Answer<WayOut>>;

/** Asked twice of one result it is the same series: whoever has scanned half of it can go on. */
export function localWayOut(token: string): AskWayOut {
  const { post } = callsOf(token);
  let kept: { of: Evidence; answer: Promise<Answer<WayOut>> } | undefined;
  return async (evidence) => {
    const own = kept?.of === evidence ? kept : undefined;
    kept = own ?? { of: evidence, answer: post<WayOut>("/api/way-out", evidence) };
    const answer = await kept.answer;
    if (!answer.ok && kept?.of === evidence) kept = undefined;
    return answer;
  };
}

function reported({ type: _, ...judged }: { type: string }): Judged {
  return judged as unknown as Judged;
}

/** A stream that ended without what it was for was cut off. */
function whole<T>(ended: Answer<null>, value: T | undefined): Answer<T> {
  if (!ended.ok) return ended;
  return value === undefined ? { ok: false, trouble: { code: "gone" } } : { ok: true, value };
}
