import type { Answer, Doctor } from "../doctor.ts";
import { handOverPlain } from "../hand-over.ts";
import type { Trouble } from "../wire.ts";
import type { Play } from "./play.ts";

/** A doctor that plays what was written down. */
export function fakeDoctor(play: Play): Doctor & { asked: string[] } {
  const asked: string[] = [];
  let look = 0;
  const wait = () => new Promise<void>((done) => setTimeout(done, Math.max(0, play.paceMs)));

  async function answer<T>(name: string, make: () => T | undefined): Promise<Answer<T>> {
    asked.push(name);
    const trouble = play.troubles?.[name];
    if (trouble) return { ok: false, trouble };
    const value = make();
    return value === undefined ? refused("unknown-remedy") : { ok: true, value };
  }

  async function tell<E>(events: readonly E[], onEvent: (event: E) => void, signal?: AbortSignal) {
    const told = play.paceMs < 0 ? events.slice(0, Math.ceil(events.length / 4)) : events;
    for (const event of told) {
      if (play.paceMs > 0) await wait();
      if (signal?.aborted) return;
      onEvent(event);
    }
    // A look that never ends is stopped by the person alone.
    if (play.paceMs < 0 && signal)
      await new Promise((done) => signal.addEventListener("abort", done, { once: true }));
  }

  return {
    asked,
    state: () => answer("state", () => play.who),
    guide: () => answer("guide", () => play.guide),
    async diagnose(ask, onEvent, signal) {
      asked.push(`diagnose ${ask.symptom ?? "-"}`);
      const trouble = play.troubles?.diagnose;
      if (trouble) return { ok: false, trouble };
      const now = play.looks[Math.min(look, play.looks.length - 1)]!;
      look += 1;
      await tell(now.events, onEvent, signal);
      return signal.aborted ? refused("stopped") : { ok: true, value: now.judged };
    },
    judge: () => answer("judge", () => play.looks[0]?.judged),
    preview: ({ remedy }) => answer("preview", () => play.remedies[remedy]?.preview),
    async treat({ remedy }, onEvent) {
      const own = play.remedies[remedy];
      asked.push(`treat ${remedy}`);
      const trouble = play.troubles?.treat;
      if (trouble) return { ok: false, trouble };
      if (!own) return refused("unknown-remedy");
      await tell(own.lines, onEvent);
      const now = play.looks[Math.min(look, play.looks.length - 1)]!;
      look += 1;
      return { ok: true, value: { result: own.result, judged: now.judged } };
    },
    journal: () => answer("journal", () => play.journal),
    previewUndo: () => answer("undo-preview", () => play.undo?.preview),
    undo: ({ id }) =>
      answer("undo", () => {
        const items = play.journal.items.map((item) =>
          item.id === id ? { ...item, state: "undone" as const } : item,
        );
        play.journal = { ...play.journal, items };
        return play.undo?.result;
      }),
    handOver: ({ format, rows, lang }) =>
      answer("hand-over", () => handOverPlain(play.guide, format, rows, lang)),
    demo: (ask) =>
      answer("demo", () => {
        const { demo } = play.who;
        const chosen = "faults" in ask ? ask.faults : "done" in ask ? [] : demo?.chosen;
        if (demo && chosen) play.who = { ...play.who, demo: { ...demo, chosen } };
        return play.who;
      }),
  };
}

function refused(code: Trouble["code"]): { ok: false; trouble: Trouble } {
  return { ok: false, trouble: { code } };
}
