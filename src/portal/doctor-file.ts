import type { OfflineData } from "../report/guide/offline-page.ts";
import { nameOf } from "./conduct.ts";
import type { Doctor } from "./doctor.ts";
import { fileState } from "./file-state.ts";

/**
 * A doctor that knows what the first screen shows, and has another one read when more is asked of it.
 *
 * @param read called for each question; whoever gives it keeps what has been read
 */
export function fileDoctor(data: OfflineData, read: () => Promise<Doctor>): Doctor {
  const { guide } = data;
  return {
    state: async () => ({ ok: true, value: fileState(data) }),
    guide: async (name) =>
      name === nameOf(guide) ? { ok: true, value: guide } : (await read()).guide(name),
    diagnose: async (...asked) => (await read()).diagnose(...asked),
    judge: async (file) => (await read()).judge(file),
    preview: async (ask) => (await read()).preview(ask),
    treat: async (...asked) => (await read()).treat(...asked),
    journal: async () => (await read()).journal(),
    previewUndo: async (ask) => (await read()).previewUndo(ask),
    undo: async (...asked) => (await read()).undo(...asked),
    handOver: async (ask) => (await read()).handOver(ask),
    demo: async (ask) => (await read()).demo(ask),
  };
}
