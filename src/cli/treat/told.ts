import type { Change } from "../../actions/change.ts";
import type { WalkedBack } from "../../doctor/walk-back.ts";
import type { Guide } from "../../guide/guide.ts";
import { aboutChange, failure, isLasting, stillOpen } from "../../report/treatment.ts";
import { pick, requirementTitle } from "../../report/words.ts";
import { say, sayOf } from "../../text/say.ts";
import type { Lang } from "../../text/words.ts";
import type { Result } from "./result.ts";
import { treatText } from "./text.ts";

/** What became of one remedy, for a person. */
export function told({ prepared, outcome, treated }: Result, guide: Guide, lang: Lang): string {
  const text = treatText[lang];
  const lines: string[] = [];
  switch (outcome) {
    case "declined":
      lines.push(text.declined);
      break;
    case "needs-name":
      lines.push(text.needsName(prepared.remedy.id));
      break;
    case "done":
      lines.push(
        (isWhole(prepared, treated) ? text.done : text.doneInPart)(
          pick(prepared.remedy.title, lang),
        ),
      );
      break;
    case "rolled-back":
      lines.push(text.rolledBack);
      break;
    case "rolled-back-in-part":
      lines.push(text.rolledBackInPart);
      break;
    case "not-begun":
      lines.push(text.notBegun);
      break;
    default:
      break;
  }
  if (treated?.failure) lines.unshift(failure(treated.failure, treated.code, lang));
  if (treated?.walkedBack) lines.push(...remains(treated.walkedBack, guide, lang));
  if (treated && outcome === "done") {
    const passed = treated.after.filter(({ verdict }) => verdict === "pass");
    const failed = treated.after.filter(({ verdict }) => verdict === "fail");
    if (passed.length > 0) lines.push(text.passes(passed.length));
    if (failed.length > 0) {
      const names = failed.map(({ id }) => requirementTitle(id, guide, lang));
      lines.push(text.stillFails([...new Set(names)].join(", ")));
    }
    lines.push(...stillOpen(treated, guide, lang));
    if (passed.length === 0 && failed.length === 0)
      lines.push(sayOf(guide, lang, "treat.not-seen"));
    const { entries } = prepared;
    const lasting = entries.filter(({ change }) => isLasting(change));
    const back = lasting.length < entries.length || lasting.some(({ change }) => hasKept(change));
    if (treated.journal !== undefined && back)
      lines.push((lasting.length > 0 ? text.undoPartWith : text.undoWith)(treated.journal));
  }
  return lines.length === 0 ? "\n" : `${lines.map((line) => `  ${line}`).join("\n")}\n\n`;
}

function isWhole({ refused }: Result["prepared"], treated: Result["treated"]): boolean {
  const fails = treated?.after.some(({ verdict }) => verdict === "fail") ?? false;
  return refused.length === 0 && !fails;
}

const hasKept = (change: Change) => change.kind === "run" && change.kept.length > 0;

/** What could not be taken back. */
export function remains(walked: WalkedBack, guide: Guide | undefined, lang: Lang): string[] {
  const headOf = ({ change }: WalkedBack["left"][number]["entry"]) =>
    aboutChange(change, guide, lang)[0] ?? "";
  return [
    ...walked.left.map(({ entry, why }) => `- ${headOf(entry)} ${say(lang, `treat.left.${why}`)}`),
    ...walked.failed.map(
      ({ entry, failure: because, code }) => `- ${headOf(entry)} ${failure(because, code, lang)}`,
    ),
  ];
}
