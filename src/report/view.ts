import type { Diagnosis, EndpointResult, Finding } from "../evidence/report.ts";
import type { Certainty, Owner, Verdict } from "../evidence/verdict.ts";
import { type Guide, rowId } from "../guide/guide.ts";
import { plain } from "../text/plain.ts";
import { say, sayOf } from "../text/say.ts";
import type { Lang } from "../text/words.ts";
import { type BlockView, blocksOf, together } from "./alike.ts";
import { type AskView, askOf } from "./ask.ts";
import type { Mark, RowView } from "./row-view.ts";

export type { Mark, RowView } from "./row-view.ts";

import { activeFindings, type Summary, summarise } from "./summary.ts";
import { type TaskView, tasksOf } from "./tasks.ts";
import {
  type CauseField,
  causeWords,
  checkTitle,
  findingWords,
  groupTitle,
  reasonWords,
  subjectTitle,
} from "./words.ts";

/** The report in words of one language, before it is laid out as text or page. */
export interface View extends Summary {
  causes: CauseView[];
  ruledOut: string[];
  tasks: TaskView[];
  /** What is best asked before any of it. */
  ask?: AskView | undefined;
  groups: GroupView[];
  rows: RowView[];
  /** Rows that are not fine, those that are alike together. */
  blocks: BlockView[];
  checks: CheckView[];
  /** Tests that would overturn the causes or, where there is none, decide the open rows. */
  tests: string[];
}

export interface CauseView {
  cause: string;
  title: string;
  certainty: Certainty;
  certaintyWords: string;
  owner: Owner;
  ownerWords: string;
  payer: string;
  act: string;
  engineer: string;
  because: string[];
  overturn: string;
  /** Those subjects that are rows of the report, and the titles of the others. */
  rows: RowView[];
  others: string[];
  remedies: string[];
}

export interface GroupView {
  title: string;
  counts: Record<Mark, number>;
}

export interface CheckView {
  title: string;
  kind: string;
  mark: Mark | "none";
  verdict: string;
  because: string[];
}

export function view(diagnosis: Diagnosis, guide: Guide, lang: Lang): View {
  const rows = diagnosis.endpoints.map((each) => rowView(each, guide, lang));
  const byId = new Map(diagnosis.endpoints.map((each, index) => [rowId(each), rows[index]!]));
  const ruledOut = diagnosis.findings.filter(({ certainty }) => certainty === "ruled-out");
  const active = activeFindings(diagnosis);
  const causes = active.map((each) => causeView(each, byId, diagnosis, guide, lang));
  const said = active.flatMap(({ because }) => because);
  return {
    ...summarise(diagnosis, guide, lang),
    causes,
    ruledOut: ruledOut.map(({ cause }) => causeWords(cause, "title", guide, lang)),
    tasks: tasksOf(diagnosis, guide, lang),
    ask: askOf(diagnosis, guide, lang),
    groups: groupsOf(rows),
    rows,
    blocks: blocksOf(diagnosis.endpoints, rows, said, guide, lang),
    checks: checksOf(diagnosis, guide, lang),
    tests: testsOf(diagnosis, guide, lang),
  };
}

function testsOf(diagnosis: Diagnosis, guide: Guide, lang: Lang): string[] {
  const causes = activeFindings(diagnosis).map(({ overturnedBy }) => overturnedBy);
  const open = diagnosis.endpoints.flatMap(({ decidedBy }) => decidedBy ?? []);
  const tests = causes.length > 0 ? causes : open;
  return [...new Set(tests.map((test) => reasonWords(test, guide, lang)))];
}

export function markOf(verdict: Verdict): Mark {
  return verdict === "ok" ? "ok" : verdict === "insufficient" ? "unsure" : "bad";
}

function causeView(
  finding: Finding,
  rows: ReadonlyMap<string, RowView>,
  { checks }: Diagnosis,
  guide: Guide,
  lang: Lang,
): CauseView {
  const { cause, certainty, owner, subjects, remedies } = finding;
  const words = (field: CauseField) => findingWords(finding, field, guide, lang);
  return {
    cause,
    title: words("title"),
    certainty,
    certaintyWords: say(lang, `certainty.${certainty}`),
    owner,
    ownerWords: sayOf(guide, lang, `owner.${owner}`),
    payer: words("payer"),
    act: words("act"),
    engineer: words("engineer"),
    because: together(finding.because, lang).map((reason) => reasonWords(reason, guide, lang)),
    overturn: reasonWords(finding.overturnedBy, guide, lang),
    rows: subjects.flatMap((id) => rows.get(id) ?? []),
    others: subjects
      .filter((id) => !rows.has(id))
      .map((id) => subjectTitle(id, checks, guide, lang)),
    remedies,
  };
}

function groupsOf(rows: readonly RowView[]): GroupView[] {
  const groups = new Map<string, GroupView>();
  for (const { group, mark } of rows) {
    const counts = groups.get(group)?.counts ?? { ok: 0, bad: 0, unsure: 0 };
    counts[mark] += 1;
    groups.set(group, { title: group, counts });
  }
  return [...groups.values()];
}

function rowView(row: EndpointResult, guide: Guide, lang: Lang): RowView {
  return {
    host: plain(row.host),
    address: plain(row.address),
    port: plain(row.port),
    protocol: plain(row.protocol).toUpperCase(),
    group: groupTitle(row.group, guide, lang),
    mark: markOf(row.verdict),
    verdict: sayOf(guide, lang, `verdict.${row.verdict}.title`),
    layers: (["name", "tcp", "tls", "app"] as const).map((layer) => {
      const verdict = row.layers[layer];
      const skipped = verdict === "not-tested" || verdict === "not-applicable";
      const words = sayOf(guide, lang, skipped ? `layer.${verdict}` : `verdict.${verdict}.title`);
      const mark = skipped ? "none" : markOf(verdict);
      const applies = verdict !== "not-applicable";
      return { title: say(lang, `layer.${layer}`), mark, words, applies };
    }),
    because: [...row.because, ...(row.decidedBy ? [row.decidedBy] : [])].map((reason) =>
      reasonWords(reason, guide, lang),
    ),
    ms: row.ms,
    documented: row.documented,
  };
}

const checkMarks = {
  pass: "ok",
  fail: "bad",
  unknown: "unsure",
  "not-applicable": "none",
} as const;

/** Endpoint checks stand among the rows already. */
function checksOf(diagnosis: Diagnosis, guide: Guide, lang: Lang): CheckView[] {
  return diagnosis.checks
    .filter(({ kind }) => kind !== "endpoint")
    .map(({ id, kind, verdict, because }) => ({
      title: checkTitle(id, kind, guide, lang),
      kind: say(lang, `kind.${kind}`),
      mark: checkMarks[verdict],
      verdict: say(lang, `check.${verdict}`),
      because: because.map((reason) => reasonWords(reason, guide, lang)),
    }));
}
