import { guideName } from "../../bundle/pins/guide.ts";
import { checkWords } from "../../bundle/said.ts";
import type { Verified } from "../../bundle/verify.ts";
import { refusal } from "../../report/treatment.ts";
import { pick } from "../../report/words.ts";
import { plain } from "../../text/plain.ts";
import { say, sayOf } from "../../text/say.ts";
import type { Lang } from "../../text/words.ts";
import { outcomeJson, type Result } from "../treat/result.ts";
import type { Item } from "./install-item.ts";
import { installText } from "./install-text.ts";
import type { GuideInstall } from "./plan-install.ts";

/** Whose bundle it is, and by what that is known. */
export function trustLines({ trust, root, clockBehind, judgedAt }: Verified, lang: Lang): string[] {
  const text = installText[lang];
  const lines = [
    text.verified(say(lang, `bundle.trust.${trust}`)),
    `  ${text.root(root.sha256, root.version)}`,
  ];
  if (root.version > 1) lines.push(`  ${say(lang, "bundle.root.changed")}`);
  if (clockBehind) lines.push(`  ${say(lang, "bundle.clock-behind", { day: dayOf(judgedAt) })}`);
  return lines;
}

const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);

/** Everything that the guide names, and what becomes of it here. */
export function itemLines({ guide, items }: GuideInstall, lang: Lang): string[] {
  if (items.length === 0) return [];
  const text = installText[lang];
  return [
    `${pick(guide.title, lang)} (${guideName(guide)})`,
    ...items.flatMap((item) => {
      const head = `  - [${text.is[item.is]}] ${pick(item.title, lang)} (${item.id})`;
      const whose = "owner" in item ? [text.whose(sayOf(guide, lang, `owner.${item.owner}`))] : [];
      const gone = item.is === "refused" || item.is === "missing";
      const instead = gone && item.replacement ? [text.instead(pick(item.replacement, lang))] : [];
      return [head, ...[...why(item, lang), ...whose, ...instead].map((line) => `      ${line}`)];
    }),
  ];
}

/** Files that are not to be used and of which no guide tells what they are. */
export function strayLines(stray: Verified["refused"], lang: Lang): string[] {
  const head = installText[lang].is.refused;
  return stray.flatMap(({ name, check }) => [
    `  - [${head}] ${plain(name)}`,
    `      ${checkWords(check, lang)}`,
  ]);
}

/** What to do once it is installed; a bundle may hold more than one guide. */
export function nextLine(plans: readonly GuideInstall[], lang: Lang): string {
  const [only, ...others] = plans;
  return sayOf(only && others.length === 0 ? only.guide : {}, lang, "treat.next");
}

function why(item: Item, lang: Lang): string[] {
  if (item.is === "left") return item.refused.map((each) => refusal(each, lang));
  if (item.is === "refused") return [checkWords(item.check, lang)];
  return item.is === "missing" ? [say(lang, `bundle.missing.${item.why}`)] : [];
}

interface Installed {
  verified: Verified;
  plans: readonly GuideInstall[];
  stray: Verified["refused"];
  results: readonly Result[];
  dryRun: boolean;
  remembered: boolean;
}

export const installSchema = "jochi.bundle-install/1";

/** `jochi.bundle-install/1`: whose bundle, what was to be done of it, and what became of that. */
export function installJson(
  { verified, plans, stray, results, dryRun, remembered }: Installed,
  lang: Lang,
): string {
  const { trust, root, judgedAt } = verified;
  const value = {
    schema: installSchema,
    accepted: true,
    bundle: { trust, root: { version: root.version, sha256: root.sha256 }, judgedAt },
    dryRun,
    /** Whether this PC from now on refuses anything older. */
    remembered,
    items: plans.flatMap(({ items }) => items).map((item) => itemJson(item, lang)),
    refused: stray.map(({ name, check }) => ({ name, words: checkWords(check, lang) })),
    treatments: plans.map(({ guide, prepared }) => {
      const own = results.filter((result) => result.prepared === prepared);
      return outcomeJson(guide, dryRun, own, lang);
    }),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

function itemJson(item: Item, lang: Lang) {
  const { guide, kind, id, is } = item;
  const words = why(item, lang);
  return {
    guide,
    kind,
    id,
    is,
    ...("file" in item && {
      file: { name: item.file.name, size: item.file.size, sha256: item.file.sha256 },
    }),
    ...("owner" in item && { owner: item.owner }),
    ...(words.length > 0 && { words }),
    ...(item.replacement && { replacement: pick(item.replacement, lang) }),
  };
}
