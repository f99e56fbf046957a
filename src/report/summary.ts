import type { Diagnosis, Finding } from "../evidence/report.ts";
import type { Certainty } from "../evidence/verdict.ts";
import type { Guide } from "../guide/guide.ts";
import { hasSentence, say, sayOf } from "../text/say.ts";
import type { Named } from "../text/service.ts";
import type { Lang } from "../text/words.ts";
import { findingWords, guideName, koreanTime, pick, symptomTitle } from "./words.ts";

export type Status = "healthy" | "found" | "possible" | "unknown";

/** What stands at the top of every report. */
export interface Summary extends Named {
  lang: Lang;
  status: Status;
  /** The verdict in one sentence: the cause, and who has to act. */
  headline: string;
  /** What it means for the payer. */
  lead: string;
  guideTitle: string;
  guideName: string;
  time: string;
  durationMs: number;
  symptom?: string;
  /** What was not looked at, one line for each reason; rows are counted in the map. */
  unseen: string[];
  /** What to do where nothing was found and paying fails. */
  healthyAgain: string;
}

/** Findings that may be true, the surest first, otherwise in the engine's order. */
export function activeFindings(diagnosis: Pick<Diagnosis, "findings">): Finding[] {
  const order: readonly Certainty[] = ["confirmed", "likely", "possible"];
  return order.flatMap((certainty) => diagnosis.findings.filter((f) => f.certainty === certainty));
}

export function statusOf({ findings, endpoints, checks }: Diagnosis): Status {
  const has = (...wanted: string[]) => findings.some(({ certainty }) => wanted.includes(certainty));
  if (has("confirmed", "likely")) return "found";
  if (has("possible")) return "possible";
  const fine = endpoints.every(({ verdict }) => verdict === "ok");
  const failed = checks.some(({ verdict }) => verdict === "fail");
  const looked = endpoints.length > 0 || checks.some(({ verdict }) => verdict === "pass");
  return looked && fine && !failed ? "healthy" : "unknown";
}

export function summarise(diagnosis: Diagnosis, guide: Guide, lang: Lang): Summary {
  const status = statusOf(diagnosis);
  const { symptom, durationMs } = diagnosis;
  const unseen = unseenOf(diagnosis, lang);
  return {
    lang,
    words: guide.words,
    status,
    ...words(status, unseen.length > 0, diagnosis, guide, lang),
    guideTitle: pick(guide.title, lang),
    guideName: guideName(diagnosis.guide),
    time: koreanTime(diagnosis.startedAt),
    durationMs,
    ...(symptom !== undefined && { symptom: symptomTitle(symptom, guide, lang) }),
    unseen,
    healthyAgain: sayOf(guide, lang, `ui.healthy.${unseen.length > 0 ? "partly." : ""}again`),
  };
}

/** What no PC like this needs is not missed, whatever its system. */
const needless = "reason.pc.site.not-ie-mode";

/** A check that did not run is named. Where a guide needs no proxy rule there is none to check. */
function unseenOf({ checks }: Diagnosis, lang: Lang): string[] {
  return (["not-applicable", "unknown"] as const).flatMap((wanted) => {
    const all = checks.filter(({ verdict, kind }) => verdict === wanted && kind !== "endpoint");
    const missed = all.filter(
      ({ kind, because }) =>
        wanted === "unknown" || (kind !== "proxy" && because.every(({ key }) => key !== needless)),
    );
    const kinds = [...new Set(missed.map(({ kind }) => kind))].map((kind) =>
      say(lang, hasSentence(`kinds.${kind}`) ? `kinds.${kind}` : `kind.${kind}`),
    );
    return kinds.length > 0 ? [say(lang, `ui.unseen.${wanted}`, { kinds: kinds.join(", ") })] : [];
  });
}

function healthyWords(partly: boolean, count: number, guide: Guide, lang: Lang) {
  if (partly) {
    const key = count > 0 ? "ui.healthy.network" : "ui.healthy.partly";
    return { headline: say(lang, key), lead: sayOf(guide, lang, `${key}.lead`, { count }) };
  }
  const key = count > 0 ? "ui.healthy.lead" : "ui.healthy.lead.no-rows";
  return { headline: say(lang, "ui.healthy"), lead: sayOf(guide, lang, key, { count }) };
}

function words(status: Status, partly: boolean, diagnosis: Diagnosis, guide: Guide, lang: Lang) {
  const { endpoints, findings, checks } = diagnosis;
  const sure = findings.filter(({ certainty }) => ["confirmed", "likely"].includes(certainty));
  const possible = findings.find(({ certainty }) => certainty === "possible");
  const first = sure[0] ?? possible;
  if (status === "healthy") return healthyWords(partly, endpoints.length, guide, lang);
  if (!first) {
    const rows = endpoints.filter(({ verdict }) => verdict !== "ok").length;
    const count = rows || checks.filter(({ verdict }) => /fail|unknown/.test(verdict)).length;
    const lead = say(lang, "ui.unknown.lead", { count });
    return { headline: say(lang, "ui.unknown"), lead };
  }
  const title = findingWords(first, "title", guide, lang);
  if (status === "possible") {
    const headline = say(lang, "ui.possible", { title });
    return { headline, lead: say(lang, "ui.possible.lead") };
  }
  const owners = [...new Set(sure.map(({ owner }) => sayOf(guide, lang, `owner.${owner}`)))].join(
    ", ",
  );
  if (sure.length === 1) {
    const sureness = first.certainty === "likely" ? ` (${say(lang, "certainty.likely")})` : "";
    const headline = say(lang, "ui.found", { title: title + sureness, owner: owners });
    return { headline, lead: findingWords(first, "payer", guide, lang) };
  }
  const headline = say(lang, "ui.found.several", { count: sure.length, owners });
  return { headline, lead: sayOf(guide, lang, "ui.found.several.lead") };
}
