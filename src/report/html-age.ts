import { groundsOf } from "../engine/age.ts";
import type { Diagnosis } from "../evidence/report.ts";
import { ageOf } from "../guide/age.ts";
import { type Guide, rowId } from "../guide/guide.ts";
import { say } from "../text/say.ts";
import type { Lang } from "../text/words.ts";

/** A note for each row and check of a report, where what the guide says of it was due by then. */
export interface AgeNotes {
  rows: string[];
  /** Those of checks other than rows, in their order. */
  checks: string[];
}

/** When what the report rests on was last verified: `마지막 확인 2018-11`. Empty where it is current. */
export function ageNotes(diagnosis: Diagnosis, guide: Guide, lang: Lang): AgeNotes {
  const day = diagnosis.startedAt.slice(0, 10);
  const note = (subject: string) => {
    const days = groundsOf(guide, subject).flatMap((fact) => {
      const past = ageOf(fact, day) === "due" || ageOf(fact, day) === "expired";
      return past && fact.verifiedOn !== undefined ? [fact.verifiedOn] : [];
    });
    const [oldest] = days.sort();
    return oldest === undefined ? "" : say(lang, "age.last", { month: oldest.slice(0, 7) });
  };
  return {
    rows: diagnosis.endpoints.map((row) => note(rowId(row))),
    checks: diagnosis.checks.filter(({ kind }) => kind !== "endpoint").map(({ id }) => note(id)),
  };
}
