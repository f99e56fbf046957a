import type { Guide } from "../../guide/guide.ts";
import type { Case } from "./case.ts";
import type { Played } from "./play.ts";
import type { Recorded } from "./record.ts";

/** What is not as it has to be, in one world. */
export interface Trouble {
  kind: "finds" | "rows" | "plan" | "owner" | "ends" | "promise" | "undone" | "leftover" | "blind";
  expected: string;
  found: string;
}

export interface Ending {
  remedy: string;
  /** Done by Jochi's own actions on a played PC, or seen to hold once the fault was taken away. */
  how: "treated" | "by-hand";
}

export interface ScenarioResult {
  scenario: string;
  title?: Required<Guide["title"]>;
  holds: boolean;
  endings: Ending[];
  troubles: Trouble[];
}

export interface CauseResult {
  cause: string;
  /** `untested`: no world shows it, and why. */
  state: "holds" | "fails" | "untested";
  untested?: "remains" | "own" | "no-fault";
  scenarios: ScenarioResult[];
}

export interface SymptomResult {
  symptom: string;
  holds: boolean;
  troubles: Trouble[];
}

/** The verdict on each cause of the guide, from what was recorded. */
export function causeResults({ desk: { original }, cases }: Recorded): CauseResult[] {
  return original.causes.map(({ id, remains, title }): CauseResult => {
    const own = cases.filter(({ one, played }) => isAbout(one, played, id));
    const scenarios = own.map(({ one, played }) => resultOf(original, one, played, id));
    if (scenarios.length === 0) {
      const untested = remains ? "remains" : title ? "own" : "no-fault";
      return { cause: id, state: "untested", untested, scenarios };
    }
    const state = scenarios.every(({ holds }) => holds) ? "holds" : "fails";
    return { cause: id, state, scenarios };
  });
}

/** Worlds in which nothing may be found. */
export function healthyResults({ desk: { original }, cases }: Recorded): ScenarioResult[] {
  return cases
    .filter(({ one }) => one.expected.findings.length === 0)
    .map(({ one, played }) => resultOf(original, one, played));
}

/** Causes that the lab can bring about and for which the guide has nothing. */
export function withoutAnswer({ desk: { original }, cases }: Recorded): string[] {
  const known = new Set(original.causes.map(({ id }) => id));
  const wanted = cases.flatMap(({ one }) => one.expected.findings.map(({ cause }) => cause));
  return [...new Set(wanted)].filter((cause) => !known.has(cause)).sort();
}

export function symptomResults({ desk: { original }, symptoms }: Recorded): SymptomResult[] {
  const broken = symptoms.broken();
  return original.symptoms.map(({ id }) => {
    const troubles = broken.flatMap(({ claim }): Trouble[] => {
      const [symptom, kind, cause = ""] = claim.split(" ");
      if (symptom !== id || kind !== "blind") return [];
      return [{ kind: "blind", expected: cause, found: "-" }];
    });
    return { symptom: id, holds: troubles.length === 0, troubles };
  });
}

function isAbout({ expected }: Case, { causes }: Played, cause: string): boolean {
  return causes.includes(cause) || expected.findings.some((finding) => finding.cause === cause);
}

function resultOf(guide: Guide, one: Case, played: Played, cause?: string): ScenarioResult {
  const { claims, diagnosis } = played;
  const troubles: Trouble[] = [];
  const expectedWords = wordsOf(one.expected.findings);
  if (!claims.holds("finds")) {
    const found = diagnosis.findings.filter(({ certainty }) => certainty !== "ruled-out");
    troubles.push({ kind: "finds", expected: expectedWords, found: wordsOf(found) });
  }
  const told = (kind: Trouble["kind"], expected = "") => {
    for (const broken of claims.broken())
      if (broken.claim.split(" ")[0] === kind && (cause === undefined || isOf(broken.claim, cause)))
        troubles.push({ kind, expected: expected || broken.claim, found: broken.told || "-" });
  };
  told("rows", "ok");
  told("leftover");
  const endings = cause === undefined ? [] : endingsOf(guide, played, cause);
  if (cause !== undefined && claims.holds("finds")) {
    told("plan", cause);
    told("owner", cause);
    told("promise", cause);
    told("undone");
    if (endings.length === 0) {
      const tried = guide.causes.find(({ id }) => id === cause)?.remedies ?? [];
      troubles.push({ kind: "ends", expected: cause, found: tried.join(", ") || "-" });
    }
  }
  const { id, title } = one;
  return { scenario: id, ...(title && { title }), holds: troubles.length === 0, endings, troubles };
}

/** Claims that are about no cause are about every one. */
function isOf(claim: string, cause: string): boolean {
  const [, about] = claim.split(" ");
  return ["rows", "leftover", "undone"].some((word) => claim.startsWith(word)) || about === cause;
}

function endingsOf({ remedies }: Guide, { claims }: Played, cause: string): Ending[] {
  return remedies.flatMap(({ id }): Ending[] => {
    if (claims.holds(`treats ${cause} ${id}`)) return [{ remedy: id, how: "treated" }];
    const isBroken = claims.broken().some(({ claim }) => claim === `promise ${cause} ${id}`);
    if (isBroken || !claims.holds(`shows ${cause} ${id}`)) return [];
    return [{ remedy: id, how: "by-hand" }];
  });
}

function wordsOf(findings: readonly { cause: string; subjects?: string[] }[]): string {
  const words = findings.map(({ cause, subjects = [] }) =>
    subjects.length > 0 ? `${cause} (${subjects.slice(0, 3).join(", ")})` : cause,
  );
  return words.join(", ") || "-";
}
