import { diagnose } from "../engine/diagnose.ts";
import type { Evidence } from "../evidence/evidence.ts";
import { EvidenceError, parseEvidence } from "../evidence/parse.ts";
import type { OfflineData } from "../report/guide/offline-page.ts";
import { nameOf } from "./conduct.ts";
import type { Answer, Doctor } from "./doctor.ts";
import { handOverPlain, plainFormats } from "./hand-over.ts";
import type { Judged, State, TroubleCode } from "./wire.ts";

/** What the doctor of a file finds in it. */
export type Offline = Pick<OfflineData, "version" | "guide">;

/**
 * A doctor that has nothing but the page it is in: it judges evidence that was saved elsewhere, with
 * the engine of the program, and makes the files that need no library.
 */
export function offlineDoctor({ version, guide }: Offline): Doctor {
  const name = nameOf(guide);
  const { id, edition, title } = guide;
  const who: State = {
    version,
    lang: "ko",
    platform: "none",
    guides: [{ id, edition, title }],
    can: { diagnose: false, treat: false, judge: true, formats: Object.keys(plainFormats) },
    demo: null,
  };
  const cannot = async () => refused("cannot-treat");
  return {
    state: async () => ({ ok: true, value: who }),
    guide: async (asked) =>
      asked === name ? { ok: true, value: guide } : refused("unknown-guide", asked),
    async judge(file) {
      let evidence: Evidence;
      try {
        evidence = parseEvidence(file);
      } catch (error) {
        if (error instanceof EvidenceError) return refused("bad-evidence", error.place);
        throw error;
      }
      if (nameOf(evidence.guide) !== name) return refused("unknown-guide", nameOf(evidence.guide));
      const { symptom } = evidence;
      const known = symptom === undefined || guide.symptoms.some((one) => one.id === symptom);
      return known
        ? { ok: true, value: { ...judgedOf(guide, evidence), fromFile: true } }
        : refused("bad-evidence", "symptom");
    },
    diagnose: cannot,
    preview: cannot,
    treat: cannot,
    journal: cannot,
    previewUndo: cannot,
    undo: cannot,
    demo: cannot,
    async handOver({ format, rows, lang }) {
      const handed = handOverPlain(guide, format, rows, lang);
      return handed ? { ok: true, value: handed } : refused("no-format");
    },
  };
}

export function judgedOf(guide: Offline["guide"], evidence: Evidence): Judged {
  return { diagnosis: diagnose(guide, evidence).diagnosis, evidence };
}

export function refused(code: TroubleCode, detail?: string): Answer<never> {
  return { ok: false, trouble: { code, ...(detail !== undefined && { detail }) } };
}
