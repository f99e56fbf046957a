import type { Prepared } from "../../doctor/prepare.ts";
import type { Treated } from "../../doctor/treat.ts";
import type { Guide } from "../../guide/guide.ts";
import type { Lang } from "../../text/words.ts";
import { exact, refusal, sentence } from "./show.ts";

/** What became of one remedy. */
export interface Result {
  prepared: Prepared;
  outcome:
    | Treated["outcome"]
    /** All is as it should be. */
    | "nothing"
    | "refused"
    | "preview"
    | "declined"
    /** There was nobody to ask. */
    | "not-asked"
    /** It cannot be undone, and was not named. */
    | "needs-name";
  treated?: Treated;
}

/** `jochi.treatment/1`: what would be or was changed, in data and in words. */
export function outcomeJson(guide: Guide, dryRun: boolean, results: Result[], lang: Lang) {
  return {
    schema: "jochi.treatment/1",
    guide: { id: guide.id, edition: guide.edition },
    dryRun,
    remedies: results.map(({ prepared, outcome, treated }) => ({
      remedy: prepared.remedy.id,
      outcome,
      ...(treated?.journal !== undefined && { journal: treated.journal }),
      ...(treated?.failure !== undefined && { failure: treated.failure }),
      ...(treated?.code !== undefined && { code: treated.code }),
      ...(treated?.notProven && { notProven: true }),
      changes: prepared.entries.map(({ action, change }) => ({
        action,
        change,
        words: change.about.map((words) => sentence(words, guide, lang)),
        exact: exact(change, lang),
      })),
      refused: prepared.refused.map(({ action, ...refused }) => ({
        action,
        code: refused.code,
        subject: refused.subject,
        words: refusal(refused, lang),
      })),
      checks: (treated?.after ?? []).map(({ id, verdict }) => ({
        id,
        before: treated?.before.find((check) => check.id === id)?.verdict ?? "unknown",
        verdict,
      })),
    })),
  };
}
