import { see } from "../engine/diagnose.ts";
import { asksThePerson } from "../engine/pc/local-network.ts";
import type { CheckResult } from "../evidence/report.ts";
import type { Guide } from "../guide/guide.ts";
import { checkWords } from "../guide/schema/remedy.ts";
import type { Machine } from "../machine/machine.ts";
import { diagnose } from "./diagnose.ts";
import { createGatherer } from "./gather.ts";
import type { Remedy } from "./prepare.ts";
import { agentWishes, pcWishes } from "./round.ts";

/** Gathers anew what a remedy is to have put right, and judges it: the checks that it verifies. */
export async function recheck(
  machine: Machine,
  guide: Guide,
  remedy: Remedy,
  signal: AbortSignal,
): Promise<CheckResult[]> {
  if (remedy.verifies.length === 0) return [];
  const verified = (id: string) => isVerifiedBy(guide, remedy, id);
  const endpoints = new Set(guide.endpoints.map(({ id }) => id));
  const overNetwork = remedy.verifies.some(
    (word) => endpoints.has(word) || Object.hasOwn(checkWords, word),
  );
  if (overNetwork) {
    const { diagnosis } = await diagnose(machine, guide, { signal });
    return diagnosis.checks.filter(({ id }) => verified(id));
  }
  const gatherer = createGatherer(machine, guide, { signal });
  await gatherer.lookAtAll([...pcWishes(guide), ...agentWishes(guide)]);
  const { seen } = see(guide, gatherer.evidence());
  return seen.checks.filter(({ id }) => verified(id));
}

/** Whether a remedy says that it puts the check of this id right. */
export function isVerifiedBy(guide: Guide, remedy: Remedy, check: string): boolean {
  return remedy.verifies.some((word) => standsFor(guide, word, check));
}

/** Whether a word of `verifies` stands for the check of this id. */
function standsFor(guide: Guide, word: string, check: string): boolean {
  if (Object.hasOwn(checkWords, word)) {
    return checkWords[word as keyof typeof checkWords].test(check);
  }
  const agent = guide.agents.find(({ id }) => id === word);
  if (agent) return check === `agent-${agent.role}`;
  const endpoint = guide.endpoints.find(({ id }) => id === word);
  if (endpoint) return check.startsWith(`${endpoint.host}|`);
  return check === word;
}

/** What looking again came to. */
export type Compared =
  /** None fails that did not, and of those that failed at least one passes now. */
  | "better"
  /** Nothing had failed, or nobody can tell. */
  | "same"
  | "worse"
  | "no-better"
  /**
   * What failed still fails, and that says nothing of the remedy: it has to do with a permission for
   * which the browser asks, or had asked, the person, and what failed is seen without the browser.
   */
  | "not-proven";

export function compareChecks(
  before: readonly CheckResult[],
  after: readonly CheckResult[],
): Compared {
  const was = new Map(before.map(({ id, verdict }) => [id, verdict]));
  if (after.some(({ id, verdict }) => verdict === "fail" && was.get(id) === "pass")) return "worse";
  const failed = after.filter(({ id }) => was.get(id) === "fail");
  if (failed.some(({ verdict }) => verdict === "pass")) return "better";
  const still = failed.length > 0 && failed.every(({ verdict }) => verdict === "fail");
  if (!still) return "same";
  return [...before, ...after].some(asksThePerson) ? "not-proven" : "no-better";
}
