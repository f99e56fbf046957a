import type { Diagnosis } from "../../evidence/report.ts";
import type { Guide } from "../../guide/guide.ts";
import type { Case } from "./case.ts";
import { casesOf } from "./cases.ts";
import type { Claims } from "./claims.ts";
import { type Desk, deskFor } from "./desk.ts";
import { downloadClaims, identityClaims } from "./paper.ts";
import { type PlayedCase, play } from "./play.ts";
import type { Readers } from "./readers.ts";
import { symptomClaims } from "./symptoms.ts";
import { watchClaims } from "./watch.ts";

/** Everything that holds of a guide as it stands, in every world that was made of it. */
export interface Recorded {
  desk: Desk;
  cases: PlayedCase[];
  /** A world for each cause and subject: enough to try symptoms in. */
  byCause: ReadonlyMap<string, readonly Case[]>;
  symptoms: Claims;
  /** What each remedy looks at again. */
  watched: Claims;
  /** What is seen without a PC: downloads, names. */
  paper: Claims[];
}

export async function record(
  guide: Guide,
  readers: Readers,
  signal: AbortSignal,
): Promise<Recorded> {
  const desk = deskFor(guide, readers);
  const cases: PlayedCase[] = [];
  for (const one of casesOf(guide)) {
    signal.throwIfAborted();
    cases.push({ one, played: await play(desk, guide, one) });
  }
  const byCause = shownBy(cases);
  const symptoms = await symptomClaims(desk, guide, byCause);
  const watched = watchClaims(desk, cases, guide);
  return { desk, cases, byCause, symptoms, watched, paper: paperClaims(desk, guide) };
}

export function paperClaims({ original }: Desk, guide: Guide): Claims[] {
  return [downloadClaims(original, guide), identityClaims(original, guide)];
}

/** For each cause the first world of each set of subjects on which it is found. */
function shownBy(cases: PlayedCase[]): Map<string, Case[]> {
  const found = new Map<string, Map<string, Case>>();
  for (const { one, played } of cases) {
    if (!played.claims.holds("finds")) continue;
    for (const cause of new Set(played.causes)) {
      const own = found.get(cause) ?? new Map<string, Case>();
      const subjects = subjectsOf(played.diagnosis, cause);
      if (!own.has(subjects)) own.set(subjects, one);
      found.set(cause, own);
    }
  }
  return new Map([...found].map(([cause, own]) => [cause, [...own.values()]]));
}

function subjectsOf({ findings }: Diagnosis, cause: string): string {
  const own = findings.filter((finding) => finding.cause === cause);
  return own.flatMap(({ subjects }) => subjects).join(" ");
}
