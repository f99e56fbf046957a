import { takeUrl } from "./downloads.ts";
import { addOnce, type DraftFile, type DraftStep, idFrom } from "./draft.ts";
import type { Line } from "./lines.ts";
import { screenOf, unpaired } from "./menus.ts";
import { startRemedy, startStep } from "./parts.ts";
import { folderBelow, foldersIn, pathIn } from "./paths.ts";
import { programOf, programsIn } from "./programs.ts";
import { readToolbars } from "./toolbars.ts";
import { filesIn, urlsIn } from "./urls.ts";
import { nextFilled, reach, takeCase, type Walk } from "./walk.ts";

/** Fewer characters than this are a caption, not a sentence. */
const fewestChars = 12;
const lastResort =
  /(?:^|\s)(?:위와|위의|상기|이상의|앞의|앞선)\s?\S*\s?(?:방법|조치|절차|내용).*(?:않|안 ?되|계속|지속|동일|불가)/;

/** Reads a sentence: a step of a remedy, a warning, or a paragraph of a section. */
export function readProse(walk: Walk, line: Line): boolean {
  if ((!walk.section && !walk.remedy) || !readWords(walk, line)) return false;
  walk.prose.add(line.number);
  return true;
}

function readWords(walk: Walk, line: Line): boolean {
  const { text, number } = line;
  const trouble = unpaired(text);
  if (trouble) walk.notes.add(trouble, number, { text });
  if (speaksOfSymptoms(text)) walk.symptomLine = number;
  if (goesOn(walk, line)) return true;
  if (lastResort.test(text)) startLastResort(walk, line);
  else if (!walk.remedy && (isDone(text) || headsDownload(walk, line))) {
    startSectionRemedy(walk, number);
  }
  if (!walk.remedy) return readParagraph(walk, line);
  if (isWarning(walk, text)) return readWarning(walk, line);
  return readStep(walk, line);
}

/** A sentence over more lines than this is none. */
const mostSentenceLines = 40;

/** What a line of a list begins with. */
const begins = /^(?:[-•·○●※▶▷□■*]|\(?(?:\d{1,2}|[가-하])[.)]\s|[①-⑳])/;

/** A line that is set in goes on with the sentence right above it. */
function goesOn(walk: Walk, { text, number, continues }: Line): boolean {
  const { sentence, step } = walk;
  if (sentence && number - sentence.from >= mostSentenceLines) return false;
  if (!continues || !sentence || sentence.to !== number - 1 || begins.test(text)) return false;
  sentence.to = number;
  if (step && step.to === number - 1) {
    step.text = `${step.text} ${text}`;
    takeFacts(walk, step, text, number);
  } else sentence.text = `${sentence.text} ${text}`;
  reach(walk, number);
  return true;
}

function startLastResort(walk: Walk, { text, number }: Line): void {
  const from = walk.headingLine ?? number;
  const remedy = startRemedy(walk, {
    id: idFrom(walk.draft, "last resort", "remedy"),
    title: walk.section?.title ?? text,
    untitled: true,
    from,
  });
  walk.draft.escalation ??= { text: withoutBullet(text), from, to: number, remedy };
}

function startSectionRemedy(walk: Walk, line: number): void {
  const { draft, section } = walk;
  if (!section) return;
  const id = idFrom(draft, `section ${section.number} remedy`, "remedy");
  const from = walk.headingLine ?? line;
  startRemedy(walk, { id, title: section.title, untitled: true, from });
}

/** A sentence that names a program, above the address from which it is fetched. */
function headsDownload({ lines }: Walk, { text, number }: Line): boolean {
  const next = programsIn(text).length === 1 ? nextFilled(lines, number) : undefined;
  return next !== undefined && urlsIn(next.text).some(({ alone, broken }) => alone && !broken);
}

/** A sentence that names something of a screen, or something to fetch. */
function isDone(text: string): boolean {
  const { menus, buttons, labels } = screenOf(text);
  const named = menus.length + buttons.length + labels.length;
  return named > 0 || urlsIn(text).length > 0 || pathIn(text) !== undefined;
}

export function readParagraph(walk: Walk, { text, number }: Line): boolean {
  const { section } = walk;
  if (!section || !isSentence(text)) return false;
  for (const named of programsIn(text)) programOf(walk.draft, named, number);
  const from = section.paragraphs.some((each) => each.from === walk.headingLine)
    ? number
    : (walk.headingLine ?? number);
  walk.sentence = { text: withoutBullet(text), from, to: number };
  section.paragraphs.push(walk.sentence);
  reach(walk, number);
  return true;
}

function isWarning({ warning }: Walk, text: string): boolean {
  if (/^※|오 ?입력|잘못 (?:입력|등록|기재)|주의 ?(?:요망|바랍|하시|하세)/.test(text)) return true;
  return warning !== undefined && !warning.entries;
}

function readWarning(walk: Walk, { text, number }: Line): boolean {
  if (!isSentence(text)) return false;
  const said = {
    text: text.replace(/^※\s*/, ""),
    from: walk.warning?.said ? number : (takeCase(walk)?.from ?? number),
    to: number,
  };
  walk.remedy!.warnings.push(said);
  // What ※ says is one sentence; the others open a list of what not to enter.
  if (!text.startsWith("※")) walk.warning = { said, entries: false };
  walk.sentence = said;
  walk.step = undefined;
  reach(walk, number);
  return true;
}

function readStep(walk: Walk, { text, number }: Line): boolean {
  walk.warning = undefined;
  const facts =
    isDone(text) || programsIn(text).length > 0 || filesIn(text).length > 0 || /툴바/.test(text);
  if (!facts && !isSentence(text)) return false;
  startStep(walk, withoutBullet(text), number);
  takeFacts(walk, walk.step!, text, number);
  walk.item = undefined;
  walk.sentence = { text, from: number, to: number };
  walk.headingLine = undefined;
  reach(walk, number);
  return true;
}

/** Puts what a sentence names into its step. */
function takeFacts(walk: Walk, step: DraftStep, text: string, line: number): void {
  const { draft, remedy } = walk;
  const { app, menus, buttons, labels } = screenOf(text);
  step.to = Math.max(step.to, line);
  const [first, ...others] = menus;
  if (first && !step.menu) {
    step.menu = first;
    if (app) step.app = app;
  } else if (first) others.unshift(first);
  step.buttons.push(...buttons);
  for (const label of labels) addOnce(step.labels, label);
  step.popups ||= menus.flat().some((word) => /팝업/.test(word));
  for (const named of programsIn(text)) addOnce(step.programs, programOf(draft, named, line).id);
  readToolbars(draft, text, line, step);
  for (const file of filesIn(text)) walk.mentions.push({ file, line, step });
  for (const name of foldersIn(text)) walk.folders.push({ name, step });
  for (const found of urlsIn(text)) takeUrl(walk, found, line);
  takePath(walk, step, text, line);
  const said = /(\d+|두|세|네)\s*개\s*(?:의\s*)?(?:주소|사이트)/.exec(text)?.[1];
  if (said && remedy) walk.counts.push({ remedy, said: countOf(said), line });
  for (const menu of others) {
    const more: DraftStep = { ...step, menu, buttons: [], labels: [], programs: [], toolbars: [] };
    more.text = menu.map((word) => `[${word}]`).join("-");
    remedy?.steps.push(more);
  }
}

function takePath(walk: Walk, step: DraftStep, text: string, line: number): void {
  const { draft, notes } = walk;
  const below = folderBelow(text);
  const waiting = draft.files.at(-1);
  if (below && waiting && !waiting.folder && step.files.includes(waiting.id)) {
    waiting.folder = below;
    waiting.to = line;
  }
  const found = pathIn(text);
  if (!found) return;
  const { printed, path, damaged } = found;
  if (damaged) notes.add("path-damaged", line, { printed, path });
  // The step's words are read by people: they get the path that can be opened.
  step.text = step.text.replace(printed, path);
  const known = draft.files.find((each) => each.path === path);
  const file: DraftFile = known ?? {
    id: idFrom(draft, `folder ${path.split("\\").at(-1)}`, "folder"),
    printed,
    path,
    damaged,
    from: line,
    to: line,
  };
  if (below) file.folder ??= below;
  if (!known) draft.files.push(file);
  addOnce(step.files, file.id);
  if (walk.section) addOnce(walk.section.contains, file.id);
}

function speaksOfSymptoms(text: string): boolean {
  return (
    /(?:현상|증상)/.test(text) && /조치/.test(text) && /(?:해당|맞는|따라|기준|확인)/.test(text)
  );
}

function isSentence(text: string): boolean {
  return text.length >= fewestChars && /\s/.test(text) && /[가-힣]/.test(text);
}

function withoutBullet(text: string): string {
  return text
    .replace(/^(?:[-•·○▼▶]\s*)+/, "")
    .replace(/^(?:(?:\d{1,2}|[가-하])?[.)]|[①-⑳])\s+/, "");
}

const countOf = (word: string): number => ({ 두: 2, 세: 3, 네: 4 })[word] ?? Number(word);
