import type { Case } from "./case.ts";
import type { JudgedCheck } from "./check.ts";
import type { Draft } from "./draft.ts";
import { reason } from "./layer.ts";
import { asksThePerson } from "./pc/local-network.ts";

/**
 * What the symptom speaks for beside what was proved: causes whose checks could not run stay
 * possible, causes whose checks passed are ruled out and said to be so.
 */
export function symptomDrafts(
  the: Case,
  proved: Draft[],
  checks: JudgedCheck[],
  everyRowWalked: boolean,
): Draft[] {
  const symptom = the.guide.symptoms.find(({ id }) => id === the.evidence.symptom);
  if (!symptom) return [];
  const known = new Set(proved.map(({ cause }) => cause));
  // A proved cause that shows itself so is enough to go on with; guesses would only bury it.
  const explained = symptom.causes.some((cause) => known.has(cause));
  return symptom.causes
    .filter((cause) => !known.has(cause))
    .map((cause): Draft => {
      const own = checksFor(the, cause, checks);
      const tested = isTested(own);
      const rows = everyRowWalked && isOfNetwork(cause);
      const ruledOut = tested || rows;
      return {
        cause,
        certainty: ruledOut ? "ruled-out" : "possible",
        subjects: own.map(({ subject }) => subject),
        explains: [],
        because: [reason(ruledOut ? "reason.symptom.ruled-out" : "reason.symptom.possible")],
      };
    })
    .filter(({ certainty }) => certainty === "ruled-out" || !explained);
}

/**
 * One that passed, and none that failed or stayed open; what does not apply here says nothing. A
 * browser that will ask is no fault of the PC, but what the person answers nobody has seen.
 */
function isTested(checks: JudgedCheck[]): boolean {
  const said = checks.filter(({ verdict }) => verdict !== "not-applicable");
  return said.length > 0 && said.every((one) => one.verdict === "pass" && !asksThePerson(one));
}

/** A network cause: where every row was walked and none shows it, it is not there. */
function isOfNetwork(cause: string): boolean {
  return /^(net|dns|ip|tcp|tls|http|ldap|svc|clock)(\.|$)/.test(cause);
}

function checksFor(the: Case, cause: string, checks: JudgedCheck[]): JudgedCheck[] {
  const confirmedBy = the.guide.causes.find(({ id }) => id === cause)?.confirmedBy ?? [];
  return checks.filter(
    ({ id, subject }) => confirmedBy.includes(id) || confirmedBy.includes(subject),
  );
}
