import type { CheckResult, Finding, Reason } from "../evidence/report.ts";
import type { Guide } from "../guide/guide.ts";
import type { Text } from "../guide/schema/common.ts";
import type { Step } from "../guide/schema/remedy.ts";
import { browserNames } from "../text/browsers.ts";
import { plain } from "../text/plain.ts";
import { hasSentence, say, sayOf } from "../text/say.ts";
import type { Lang } from "../text/words.ts";

/** Words that come partly from the guide. All of them are safe to print on a terminal. */
export const longText = 2_000;

/** The guide's own words; Korean where the English is missing. */
export function pick(text: Text, lang: Lang): string {
  return plain((lang === "en" ? text.en : undefined) ?? text.ko, longText);
}

/** The engine knows no language: where it filled a gap with an id of the guide, the title is said. */
export function reasonWords({ key, with: given = {} }: Reason, guide: Guide, lang: Lang): string {
  const titled = Object.entries(given).map(([name, value]) => {
    if (key.startsWith("reason.pc.browser."))
      return [name, value === "-" ? say(lang, "ui.none") : browserNames(String(value), lang)];
    if (/^reason\.pc\.(popup|local-network)\./.test(key) && name === "name")
      return [name, browserNames(String(value), lang)];
    if (name === "zone") return [name, say(lang, `zone.${value}`)];
    if (name === "symptom") return [name, symptomTitle(String(value), guide, lang)];
    if (name === "cause") return [name, causeWords(String(value), "title", guide, lang)];
    if (name === "dialogue") return [name, dialogueTitle(String(value), guide, lang)];
    if (key.startsWith("reason.age.") && guide.causes.some(({ id }) => id === value))
      return [name, causeWords(String(value), "title", guide, lang)];
    if (name === "name" || name === "other")
      return [name, requirementTitle(String(value), guide, lang)];
    return [name, value];
  });
  const why = guide.wrong.find(
    ({ entry }) => key === "reason.pc.site.why" && entry === given.entry,
  );
  const own = why ? { why: pick(why.why, lang) } : {};
  return sayOf(guide, lang, key, { ...Object.fromEntries(titled), ...own });
}

export type CauseField = "title" | "payer" | "act" | "engineer";

/** What is said about a cause: the guide's title for its own causes, ours for the closed list. */
export function causeWords(cause: string, field: CauseField, guide: Guide, lang: Lang): string {
  const own = guide.causes.find(({ id }) => id === cause);
  if (field === "title" && own?.title) return pick(own.title, lang);
  const key = `verdict.${cause}.${field}`;
  if (hasSentence(key)) return sayOf(guide, lang, key);
  if (field === "act" && own?.owner) return sayOf(guide, lang, `owner.${own.owner}.can`);
  return own?.title ? pick(own.title, lang) : plain(cause);
}

/**
 * The words of a finding: fewer claims where the evidence shows less, and others where only an
 * administrator can act.
 */
export function findingWords(
  { cause, certainty, because, remedies }: Finding,
  field: CauseField,
  guide: Guide,
  lang: Lang,
): string {
  const open = /^reason\.dns\.(moved-and-blocked|unproven)$/;
  // What an old guide makes less certain was still shown by the certificate.
  const shown = because.some(({ key }) => key === "reason.dns.certificate-valid");
  const unproved =
    (certainty !== "confirmed" && !shown) || because.some(({ key }) => open.test(key));
  const known = guide.causes.find(({ id }) => id === cause);
  const managed = known?.managedRemedies?.every((id) => remedies.includes(id));
  const variants = [...(managed ? ["managed"] : []), ...(unproved ? ["unproved"] : [])];
  const key = variants
    .map((variant) => `verdict.${cause}.${variant}.${field}`)
    .find((one) => hasSentence(one));
  return key === undefined ? causeWords(cause, field, guide, lang) : sayOf(guide, lang, key);
}

function dialogueTitle(id: string, guide: Guide, lang: Lang): string {
  const found = guide.dialogues.find((one) => one.id === id);
  return found ? pick(found.title, lang) : plain(id);
}

export function guideName(guide: { id: string; edition: string }): string {
  return plain(`${guide.id}@${guide.edition}`);
}

export function groupTitle(group: string, guide: Guide, lang: Lang): string {
  const found = guide.groups.find(({ id }) => id === group);
  return found ? pick(found.title, lang) : plain(group);
}

/** The title of any requirement, or its id where the guide has none. */
export function requirementTitle(id: string, guide: Guide, lang: Lang): string {
  const all = [
    ...guide.agents,
    ...guide.programs,
    ...guide.browsers,
    ...guide.popups,
    ...guide.toolbars,
    ...guide.localNetwork,
    ...guide.certificates,
    ...guide.files,
  ];
  const agentOf = /^agent-(.+)$/.exec(id)?.[1];
  const found =
    all.find((each) => each.id === id) ?? guide.agents.find(({ role }) => role === agentOf);
  if (found) return pick(found.title, lang);
  return plain(guide.sites.find((each) => each.id === id)?.pattern ?? id);
}

/** What was checked: a requirement's title, or what stands behind the kind in `resolver-10.0.0.1`. */
export function checkTitle(id: string, kind: string, guide: Guide, lang: Lang): string {
  const title = requirementTitle(id, guide, lang);
  if (title !== plain(id)) return title;
  return id === kind ? "" : title.replace(`${kind}-`, "").replace(/^local-name-/, "");
}

/** A requirement's title; of what the guide does not name, the kind and what stands behind it. */
export function subjectTitle(id: string, checks: CheckResult[], guide: Guide, lang: Lang): string {
  const title = requirementTitle(id, guide, lang);
  const check = checks.find((each) => each.id === id);
  if (title !== plain(id) || !check) return title;
  return `${say(lang, `kind.${check.kind}`)} ${checkTitle(id, check.kind, guide, lang)}`.trim();
}

export function symptomTitle(id: string, guide: Guide, lang: Lang): string {
  const found = guide.symptoms.find((each) => each.id === id);
  return found ? pick(found.title, lang) : plain(id);
}

/** One step in words, with everything that has to be typed or opened. */
export function stepWords(step: Step, guide: Guide, lang: Lang): string {
  const text = pick(step.text, lang);
  const programs = of(guide.programs, step.programs);
  const installers = programs.filter((each) => isInstaller(step, text, each));
  const others = programs.filter((each) => !installers.includes(each));
  const lists: [string, string[]][] = [
    ["ui.choose", (step.menu ?? []).length > 0 ? [(step.menu ?? []).join(" > ")] : []],
    ["ui.enter", of(guide.sites, step.sites).map(({ pattern }) => pattern)],
    ["ui.names", of(guide.toolbars, step.toolbars).flatMap(({ names }) => names)],
    ["ui.names", others.map(({ name }) => name)],
    ["ui.file", installers.flatMap(({ download }) => download?.url ?? [])],
    ["ui.file", of(guide.certificates, step.certificates).map(({ url }) => url)],
    ["ui.press", step.buttons ?? []],
  ];
  const added = lists
    .map(([key, values]) => [key, values.filter((value) => !mentions(text, value))] as const)
    .filter(([, values]) => values.length > 0)
    .map(([key, values]) => `${say(lang, key)}: ${values.join(", ")}`);
  return plain(added.length > 0 ? `${text} (${added.join("; ")})` : text, longText);
}

/** Whether the step is about the program's installer, which has to be found then. */
function isInstaller(step: Step, text: string, { name, download }: Guide["programs"][number]) {
  if (!download || !mayInstall(step)) return false;
  return text.includes(download.file) || !text.includes(name);
}

/** What is started or removed is there already. */
export function mayInstall({ action }: Step): boolean {
  return action !== "start-service" && action !== "remove-program";
}

function of<T extends { id: string }>(all: readonly T[], ids: readonly string[] = []): T[] {
  return ids.flatMap((id) => all.filter((each) => each.id === id));
}

/** Whether the step's own text already says it, menus by each of their words. */
function mentions(text: string, value: string): boolean {
  return value.split(" > ").every((word) => text.includes(word));
}

/** Korean time, which has no summer time, so that a report never depends on where it is made. */
export function koreanTime(iso: string): string {
  const at = Date.parse(iso);
  if (Number.isNaN(at)) return plain(iso, 40);
  return new Date(at + 9 * 3_600_000).toISOString().slice(0, 16).replace("T", " ");
}
