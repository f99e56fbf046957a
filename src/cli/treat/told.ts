import type { WalkedBack } from "../../doctor/walk-back.ts";
import type { Guide } from "../../guide/guide.ts";
import { failure } from "../../report/treatment.ts";
import { pick, requirementTitle } from "../../report/words.ts";
import { say } from "../../text/say.ts";
import type { Lang } from "../../text/words.ts";
import type { Result } from "./result.ts";
import { exact, sentence } from "./show.ts";
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
      lines.push(text.done(pick(prepared.remedy.title, lang)));
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
    if (treated.journal !== undefined) lines.push(text.undoWith(treated.journal));
  }
  return lines.length === 0 ? "\n" : `${lines.map((line) => `  ${line}`).join("\n")}\n\n`;
}

/** What could not be taken back. */
export function remains(walked: WalkedBack, guide: Guide | undefined, lang: Lang): string[] {
  const headOf = ({ change }: WalkedBack["left"][number]["entry"]) =>
    change.about[0] ? sentence(change.about[0], guide, lang) : (exact(change, lang)[0] ?? "");
  return [
    ...walked.left.map(({ entry, why }) => `- ${headOf(entry)} ${say(lang, `treat.left.${why}`)}`),
    ...walked.failed.map(
      ({ entry, failure: because, code }) => `- ${headOf(entry)} ${failure(because, code, lang)}`,
    ),
  ];
}
