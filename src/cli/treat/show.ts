import type { Prepared } from "../../doctor/prepare.ts";
import type { UndoStep } from "../../doctor/undo.ts";
import type { Guide } from "../../guide/guide.ts";
import {
  aboutChange,
  exact,
  exactBack,
  isLasting,
  refusal,
  sentence,
} from "../../report/treatment.ts";
import { pick } from "../../report/words.ts";
import { plain } from "../../text/plain.ts";
import { say } from "../../text/say.ts";
import type { Lang } from "../../text/words.ts";
import { treatText } from "./text.ts";

export { exact, refusal, sentence };

/** What a remedy will change: sentences for everybody first, then exact keys and values. */
export function preview(prepared: Prepared, guide: Guide, lang: Lang): string {
  const { remedy, entries, refused, byHand } = prepared;
  const text = treatText[lang];
  const lines = [`${pick(remedy.title, lang)} (${remedy.id})`];
  if (entries.length === 0 && refused.length === 0) lines.push(`  ${text.asIs}`);
  const lasting = entries.some(({ change }) => isLasting(change));
  if (lasting && remedy.irreversible) lines.push(`  ! ${pick(remedy.irreversible, lang)}`);
  // Of what Jochi does as a whole they tell only a person who would do it by hand.
  const warned = entries.length > 0 && !remedy.automatic ? (remedy.warnings ?? []) : [];
  lines.push(...warned.map((warning) => `  ! ${pick(warning.text, lang)}`));
  for (const { change } of entries) {
    const end = isLasting(change) ? ` ${say(lang, "treat.lasting")}` : "";
    lines.push(...change.about.map((words) => `  - ${sentence(words, guide, lang)}${end}`));
  }
  if (refused.length > 0) {
    lines.push(`  ${text.cannotDo}:`);
    lines.push(...refused.map((each) => `  x ${refusal(each, lang)}`));
  }
  if (byHand.length > 0 && (entries.length > 0 || refused.length > 0)) {
    lines.push(`  ${text.byHand}:`, ...byHand.map((step) => `  * ${pick(step.text, lang)}`));
  }
  if (entries.length > 0) {
    lines.push(`  ${text.engineer}:`);
    lines.push(
      ...entries.flatMap(({ change }) => exact(change, lang)).map((line) => `    ${line}`),
    );
  }
  return `${lines.join("\n")}\n`;
}

/** What undoing will do, the newest change first. */
export function undoPreview(id: string, steps: UndoStep[], guide: Guide | undefined, lang: Lang) {
  const text = treatText[lang];
  const words = {
    "take-back": text.willBack,
    "give-back-kept": text.willKept,
    nothing: text.willNothing,
    stay: text.stays,
    unknown: text.willUnknown,
  };
  const lines = steps.flatMap(({ entry: { change }, will, why }) => {
    const reason = why ? ` (${say(lang, `treat.left.${why}`)})` : "";
    const [head, ...rest] = aboutChange(change, guide, lang);
    return [`  - [${words[will]}] ${head}${reason}`, ...rest.map((line) => `    ${line}`)];
  });
  const details = steps
    .filter(({ will }) => will === "take-back" || will === "give-back-kept")
    .flatMap(({ entry, runs }) => exactBack(entry.change, runs, lang));
  const folded =
    details.length > 0 ? [`  ${text.engineer}:`, ...details.map((l) => `    ${l}`)] : [];
  return `${[text.undoing(plain(id)), ...lines, ...folded].join("\n")}\n`;
}
