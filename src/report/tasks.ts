import type { Diagnosis, Finding } from "../evidence/report.ts";
import type { Owner } from "../evidence/verdict.ts";
import type { Guide } from "../guide/guide.ts";
import { plain } from "../text/plain.ts";
import { say, sayOf } from "../text/say.ts";
import type { Lang } from "../text/words.ts";
import { activeFindings } from "./summary.ts";
import { findingWords, pick, reasonWords, stepWords } from "./words.ts";

/** One thing to do: a remedy of the plan, or asking those who can act. */
export interface TaskView {
  /** The remedy, or the cause about which somebody is to be asked. */
  of: { remedy: string } | { cause: string };
  title: string;
  owner: Owner;
  ownerWords: string;
  minutes?: number;
  /** Why it comes where it comes. */
  why?: string;
  steps: string[];
  warnings: string[];
  irreversible?: string;
}

/** The plan's remedies, then what to do about causes that no remedy of the plan ends. */
export function tasksOf(diagnosis: Diagnosis, guide: Guide, lang: Lang): TaskView[] {
  const active = activeFindings(diagnosis);
  const inPlan = new Set(diagnosis.plan.map(({ remedy }) => remedy));
  // Nobody is asked to act on a guess where something is known.
  const known = active.some(({ certainty }) => certainty !== "possible");
  const rest = active
    .filter(({ remedies }) => remedies.every((remedy) => !inPlan.has(remedy)))
    .filter(({ certainty }) => !known || certainty !== "possible");
  return [
    ...diagnosis.plan.map((step) => plannedTask(step, active, guide, lang)),
    ...rest.map((finding) => bareTask(finding, guide, lang)),
  ];
}

function plannedTask(
  step: Diagnosis["plan"][number],
  active: readonly Finding[],
  guide: Guide,
  lang: Lang,
): TaskView {
  const remedy = guide.remedies.find(({ id }) => id === step.remedy);
  // The cause is called here what it is called where it is told.
  const meant = active.find(({ cause }) => cause === step.why?.with?.cause);
  const why =
    step.why && meant
      ? sayOf(guide, lang, step.why.key, {
          ...step.why.with,
          cause: findingWords(meant, "title", guide, lang),
        })
      : step.why && reasonWords(step.why, guide, lang);
  return {
    of: { remedy: step.remedy },
    title: remedy ? pick(remedy.title, lang) : plain(step.remedy),
    owner: step.owner,
    ownerWords: sayOf(guide, lang, `owner.${step.owner}`),
    minutes: step.minutes,
    ...(why !== undefined && { why }),
    steps: (remedy?.steps ?? []).map((each) => stepWords(each, guide, lang)),
    warnings: (remedy?.warnings ?? []).map(({ text }) => pick(text, lang)),
    ...(remedy?.irreversible && { irreversible: pick(remedy.irreversible, lang) }),
  };
}

function bareTask(finding: Finding, guide: Guide, lang: Lang): TaskView {
  const { owner } = finding;
  const ownerWords = sayOf(guide, lang, `owner.${owner}`);
  const send = say(lang, "ui.handover.send", { owner: ownerWords });
  return {
    of: { cause: finding.cause },
    title: findingWords(finding, "act", guide, lang),
    owner,
    ownerWords,
    steps: owner === "user" ? [] : [send, say(lang, "ui.handover.again")],
    warnings: [],
  };
}
