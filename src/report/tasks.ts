import type { Diagnosis, Finding } from "../evidence/report.ts";
import type { Owner } from "../evidence/verdict.ts";
import type { Guide } from "../guide/guide.ts";
import { plain } from "../text/plain.ts";
import { say } from "../text/say.ts";
import type { Lang } from "../text/words.ts";
import { activeFindings } from "./summary.ts";
import { causeWords, pick, stepWords } from "./words.ts";

/** One thing to do: a remedy of the plan, or asking those who can act. */
export interface TaskView {
  title: string;
  owner: Owner;
  ownerWords: string;
  minutes?: number;
  automatic: boolean;
  steps: string[];
  warnings: string[];
  irreversible?: string;
}

/** The plan's remedies, then what to do about causes that no remedy of the plan ends. */
export function tasksOf(diagnosis: Diagnosis, guide: Guide, lang: Lang): TaskView[] {
  const planned = diagnosis.plan.map((step): TaskView => {
    const remedy = guide.remedies.find(({ id }) => id === step.remedy);
    return {
      title: remedy ? pick(remedy.title, lang) : plain(step.remedy),
      owner: step.owner,
      ownerWords: say(lang, `owner.${step.owner}`),
      minutes: step.minutes,
      automatic: step.automatic,
      steps: (remedy?.steps ?? []).map((each) => stepWords(each, guide, lang)),
      warnings: (remedy?.warnings ?? []).map(({ text }) => pick(text, lang)),
      ...(remedy?.irreversible && { irreversible: pick(remedy.irreversible, lang) }),
    };
  });
  const inPlan = new Set(diagnosis.plan.map(({ remedy }) => remedy));
  const rest = activeFindings(diagnosis).filter(({ remedies }) =>
    remedies.every((remedy) => !inPlan.has(remedy)),
  );
  return [...planned, ...rest.map((finding) => bareTask(finding, guide, lang))];
}

function bareTask({ cause, owner }: Finding, guide: Guide, lang: Lang): TaskView {
  const ownerWords = say(lang, `owner.${owner}`);
  const send = say(lang, "ui.handover.send", { owner: ownerWords });
  return {
    title: causeWords(cause, "act", guide, lang),
    owner,
    ownerWords,
    automatic: false,
    steps: owner === "user" ? [] : [send, say(lang, "ui.handover.again")],
    warnings: [],
  };
}
