import { addOnce, type DraftRemedy, idFrom, newStep } from "./draft.ts";
import { type Heading, remedyHeading, sectionHeading } from "./headings.ts";
import type { Line } from "./lines.ts";
import { reach, takeCase, type Walk } from "./walk.ts";

/** Begins a section, or goes on with one whose heading stands here again. */
export function readSection(walk: Walk, { text, number: line }: Line): boolean {
  const heading = walk.headings.get(line) ?? sectionHeading(text);
  if (!heading) return false;
  const { draft, notes } = walk;
  const { number, title } = heading;
  let section = draft.sections.find((each) => each.number === number);
  if (!section) {
    const most = Math.max(0, ...draft.sections.map((each) => each.number));
    if (number > most + 1) notes.add("section-skipped", line, { number, missing: most + 1 });
    const id = idFrom(draft, `section ${number}`, "section");
    const none = { paragraphs: [], contains: [], readers: [] };
    section = { id, number, title, ...none, from: line, to: line };
    draft.sections.push(section);
  } else if (bare(section.title) !== bare(title)) {
    notes.add("section-differs", line, { number, first: section.from });
  }
  if (walk.section !== section || walk.remedy?.section !== section) leaveRemedy(walk);
  walk.step = undefined;
  walk.section = section;
  walk.headingLine = line;
  walk.sentence = undefined;
  walk.read.add(line);
  section.to = line;
  return true;
}

/** Begins a remedy with a heading of its own. */
export function readRemedy(walk: Walk, { text, number: line }: Line): boolean {
  const heading = remedyHeading(text);
  if (!heading) return false;
  const { remedies } = walk.draft;
  const known = remedies.find(({ number }) => number === heading.number);
  leaveRemedy(walk);
  if (known && bare(known.title) === bare(heading.title)) {
    walk.remedy = known;
    reach(walk, line);
    return true;
  }
  numbered(walk, heading, known, line);
  const id = idFrom(walk.draft, `remedy ${heading.number}`, "remedy");
  startRemedy(walk, { id, ...heading, untitled: false, from: line });
  walk.read.add(line);
  return true;
}

function numbered(walk: Walk, { number }: Heading, known: DraftRemedy | undefined, line: number) {
  if (known) walk.notes.add("remedy-twice", line, { number, first: known.from });
  const most = Math.max(0, ...walk.draft.remedies.map((each) => each.number ?? 0));
  if (number > most + 1) walk.notes.add("remedy-skipped", line, { number, missing: most + 1 });
}

/** Begins a remedy. Without a heading of its own it begins with that of its section. */
export function startRemedy(
  walk: Walk,
  {
    id,
    number,
    title,
    untitled,
    from,
  }: Pick<DraftRemedy, "id" | "number" | "title" | "untitled" | "from">,
): DraftRemedy {
  leaveRemedy(walk);
  const { section } = walk;
  const remedy: DraftRemedy = {
    id,
    ...(number !== undefined && { number }),
    title,
    untitled,
    ...(section && { section }),
    steps: [],
    warnings: [],
    from,
    to: from,
  };
  walk.draft.remedies.push(remedy);
  if (section) addOnce(section.contains, id);
  walk.remedy = remedy;
  return remedy;
}

function leaveRemedy(walk: Walk): void {
  walk.remedy = undefined;
  walk.step = undefined;
  walk.warning = undefined;
  walk.item = undefined;
  walk.inCase = undefined;
  walk.sentence = undefined;
}

/** Begins a step of the remedy, under the case that was named for it. */
export function startStep(walk: Walk, text: string, line: number): void {
  const inCase = takeCase(walk);
  walk.step = newStep(inCase ? `(${inCase.text}) ${text}` : text, line);
  if (inCase) walk.step.from = inCase.from;
  walk.remedy!.steps.push(walk.step);
}

const bare = (title: string): string => title.replace(/\s+/g, "");
