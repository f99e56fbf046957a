import type { Remedy } from "../../doctor/prepare.ts";
import { isVerifiedBy } from "../../doctor/recheck.ts";
import type { Diagnosis, Finding } from "../../evidence/report.ts";
import type { CheckVerdict } from "../../evidence/verdict.ts";
import type { Guide } from "../../guide/guide.ts";
import { stepLists } from "../../guide/schema/remedy.ts";
import { findingsDiffer, scoreRows } from "../score.ts";
import type { Case } from "./case.ts";
import { type Claims, createClaims } from "./claims.ts";
import type { Desk } from "./desk.ts";
import { isRead } from "./reading.ts";
import { bySelf } from "./self-claims.ts";
import { tryRemedy } from "./treatment.ts";

/** What can be said of a guide in one world: the claims that hold, and the diagnosis they are from. */
export interface Played {
  claims: Claims;
  diagnosis: Diagnosis;
  /** Causes found, and remedies that were looked at. */
  causes: string[];
  remedies: string[];
}

export interface PlayedCase {
  one: Case;
  played: Played;
}

/**
 * Diagnoses a world by a guide, and tries every remedy that it then names.
 *
 * @param treats whether actions are played; what they do does not depend on every part of a guide
 */
export async function play(desk: Desk, guide: Guide, one: Case, treats = true): Promise<Played> {
  const { expected, mended } = one;
  const diagnosis = await desk.look(guide, one);
  const claims = createClaims();
  const differences = findingsDiffer(expected, diagnosis);
  claims.hold("finds", differences.length === 0, differences.join("; "));
  // A proxy stands between: what was not looked at because of it was not judged wrongly.
  const isOpen = isProxied(one) ? (got: string) => got === "insufficient" : () => false;
  const [row] = scoreRows(expected, diagnosis).wrong.filter(({ got }) => !isOpen(got));
  claims.hold("rows", !row, row ? `${row.row}: ${row.got}` : "");
  if (expected.findings.length === 0)
    for (const { id, verdict } of diagnosis.checks) claims.hold(`sees ${id}`, verdict === "pass");
  const found = diagnosis.findings.filter(({ certainty }) => certainty !== "ruled-out");
  if (one.leftover)
    claims.hold(
      "leftover",
      keysOf(found).some((key) => key.endsWith("program.leftover")),
    );
  const wanted = expected.findings.map(({ cause }) => cause);
  const own = found.filter(({ cause }) => wanted.includes(cause));
  const after = own.length > 0 ? await desk.look(guide, { ...one, world: mended }) : undefined;
  const tried = new Set<string>();
  for (const finding of own) {
    ofFinding(claims, guide, finding, diagnosis);
    for (const id of finding.remedies) {
      const remedy = guide.remedies.find((each) => each.id === id);
      if (!remedy) continue;
      tried.add(id);
      byHand(claims, guide, remedy, finding, diagnosis, after!);
      const treatment = treats
        ? await tryRemedy(desk.original, guide, one.world, remedy)
        : undefined;
      if (treatment) bySelf(claims, remedy, finding, treatment);
    }
  }
  return { claims, diagnosis, causes: own.map(({ cause }) => cause), remedies: [...tried] };
}

function isProxied({ world: { pc } }: Case): boolean {
  return (
    pc.proxy.http !== undefined || pc.proxy.https !== undefined || pc.proxy.pacUrl !== undefined
  );
}

const keysOf = (findings: Finding[]) =>
  findings.flatMap(({ because }) => because.map(({ key }) => key));

function ofFinding(claims: Claims, guide: Guide, finding: Finding, { plan }: Diagnosis): void {
  const { cause, owner, subjects } = finding;
  const known = guide.causes.find(({ id }) => id === cause);
  const steps = plan.filter(({ remedy }) => finding.remedies.includes(remedy));
  claims.hold(`plan ${cause}`, steps.length > 0);
  // Whoever is said to be able to act must find something to do.
  claims.hold(
    `owner ${cause}`,
    steps.some((step) => step.owner === owner),
    owner,
  );
  for (const subject of subjects) {
    claims.hold(`confirmed ${cause} ${subject}`, known?.confirmedBy?.includes(subject) === true);
    claims.hold(`read ${subject}`, isRead(guide, subject));
  }
}

/** By somebody's hand: what the remedy verifies was failing, and holds once the fault is gone. */
function byHand(
  claims: Claims,
  guide: Guide,
  remedy: Remedy,
  { cause, owner, explains, subjects }: Finding,
  before: Diagnosis,
  after: Diagnosis,
): void {
  const { id } = remedy;
  const now = new Map(after.checks.map((check) => [check.id, check.verdict]));
  const ended = before.checks.filter(
    (check) =>
      check.verdict === "fail" && explains.includes(check.id) && isEnded(now.get(check.id)),
  );
  const verified = ended.filter((check) => isVerifiedBy(guide, remedy, check.id));
  claims.hold(`shows ${cause} ${id}`, verified.length > 0);
  claims.hold(`covers ${cause} ${id}`, ended.length > 0 && verified.length === ended.length);
  for (const check of verified) claims.hold(`verifies ${id} ${check.id}`, true);
  claims.hold(`read ${id}`, isRead(guide, id));
  claims.hold(`fits ${cause} ${id}`, remedy.owner === owner, remedy.owner);
  for (const subject of subjects)
    for (let step = stepsNaming(remedy, subject); step > 0; step -= 1)
      claims.hold(`names ${id} ${subject} ${step}`, true);
}

/** A row at an address that nobody uses any more, or a proxy that is gone, is looked at no more. */
function isEnded(verdict: CheckVerdict | undefined): boolean {
  return verdict === undefined || verdict === "pass" || verdict === "not-applicable";
}

/** How many steps say that it is this of several things that they are about. */
function stepsNaming({ steps }: Remedy, subject: string): number {
  return steps.filter((step) => stepLists.some((list) => step[list]?.includes(subject))).length;
}
