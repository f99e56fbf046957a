import type { ImportOptions, Note } from "../importer.ts";
import { readBrowsers, readMessage } from "./browsers.ts";
import { audienceOf, editionOf, quotedBlock } from "./cover.ts";
import { readProgramList, readUrl } from "./downloads.ts";
import { type Draft, type DraftPort, emptyDraft } from "./draft.ts";
import { readCaption, readEntry } from "./entries.ts";
import { finish } from "./finish.ts";
import { readGuessedTable } from "./guessed.ts";
import { remedyHeading, sectionHeading } from "./headings.ts";
import { type Line, linesOf, maxLineChars } from "./lines.ts";
import { newNotes } from "./notes.ts";
import { firstLineTitle, noticeHeadings } from "./notice.ts";
import { readRecord, readStacked } from "./openings.ts";
import { isPageMark } from "./pages.ts";
import { readRemedy, readSection } from "./parts.ts";
import { readParagraph, readProse } from "./prose.ts";
import { readSymptoms } from "./symptoms.ts";
import { headingAt } from "./table/heading.ts";
import { isTableCaption, readTable, readTableCaption } from "./tables.ts";
import { urlsIn } from "./urls.ts";
import { reach, type Walk } from "./walk.ts";

/** Reads the text of a printed guide from its first line to its last. */
export function readDraft(
  text: string,
  { file, encoding, edition }: Pick<ImportOptions, "file" | "encoding" | "edition">,
): { draft: Draft; notes: Note[] } {
  const walk = newWalk(text, file);
  if (encoding !== undefined && encoding !== "utf-8") {
    walk.notes.add("encoding", 1, { encoding: encoding.toUpperCase() });
  }
  for (const { number, text: each } of walk.lines) {
    if (each.includes("\ufffd")) walk.notes.add("char-lost", number, { text: each });
  }
  for (let at = 0; at < walk.lines.length; ) at = readFrom(walk, at);
  finish(walk, edition);
  return { draft: walk.draft, notes: walk.notes.all() };
}

function newWalk(text: string, file: string): Walk {
  const lines = linesOf(text);
  const knownPorts = new Map<number, DraftPort["protocol"]>();
  for (const { text: each } of lines) {
    if (each.length > maxLineChars) continue;
    for (const { url, broken } of urlsIn(each)) {
      const { protocol = "", port = "" } = broken ? {} : (URL.parse(url) ?? {});
      if (port) knownPorts.set(Number(port), protocol === "https:" ? "https" : "http");
    }
  }
  const walk: Walk = {
    lines,
    knownPorts,
    draft: emptyDraft(file),
    notes: newNotes(),
    read: new Set(),
    told: new Set(),
    pages: new Set(),
    prose: new Set(),
    headings: noticeHeadings(lines),
    addresses: new Map(),
    mentions: [],
    folders: [],
    counts: [],
    brokenFiles: new Set(),
  };
  takeFirstLine(walk);
  return walk;
}

/** Where no title stands in quotation marks, the first line may be it. */
function takeFirstLine({ draft, lines, headings, notes, read }: Walk): void {
  const title = firstLineTitle(
    lines,
    ({ number, text }) => headings.has(number) || !!sectionHeading(text) || !!remedyHeading(text),
  );
  if (!title) return;
  draft.title = title;
  read.add(title.from);
  notes.add("title-first", title.from, { text: title.text });
}

/** Reads what begins at a line; gives the index behind it. */
function readFrom(walk: Walk, at: number): number {
  const { draft } = walk;
  const line = walk.lines[at]!;
  const { text, raw, number } = line;
  if (text === "") return at + 1;
  if (isPageMark(walk, line)) {
    walk.pages.add(number);
    return at + 1;
  }
  if (raw.length > maxLineChars) {
    walk.notes.add("line-long", number, { length: line.length });
    walk.told.add(number);
    return at + 1;
  }
  if (readSection(walk, line) || readRemedy(walk, line)) return at + 1;
  const quoted = readQuoted(walk, at);
  if (quoted > at) return quoted;
  const heading = headingAt(walk.lines, at);
  if (heading) {
    walk.step = undefined;
    return readTable(walk, at, heading);
  }
  const symptoms = readSymptoms(walk, at);
  if (symptoms > at) return symptoms;
  for (const read of [readGuessedTable, readStacked, readRecord]) {
    const behind = read(walk, at);
    if (behind > at) return behind;
  }
  if (isTableCaption(walk, at)) readTableCaption(walk, at);
  else if (readCover(walk, text, number)) walk.read.add(number);
  else if (draft.title?.from === number) return at + 1;
  else if (readCaption(walk, line) || readEntry(walk, line) || readUrl(walk, line)) return at + 1;
  else if (readProgramList(walk, at)) return at + 1;
  else if (readBrowsers(draft, text, number)) placeBrowsers(walk, line);
  else readProse(walk, line);
  return at + 1;
}

/** A quotation of its own: the title on the cover, or what a screen says. */
function readQuoted(walk: Walk, at: number): number {
  const { draft, lines } = walk;
  const quoted = quotedBlock(lines, at);
  if (!quoted) return at;
  const before = lines.slice(Math.max(0, at - 4), at).map(({ text }) => text);
  const isMessage = before.some((text) => /메시지|메세지|문구/.test(text));
  if (isMessage && walk.section) {
    if (!readMessage(draft, quoted)) return at;
  } else if (!draft.title && !walk.section && !sectionHeading(quoted.text)) {
    draft.title = { ...quoted, text: quoted.text.replace(/\s+/g, " ") };
  } else return at;
  for (let line = quoted.from; line <= quoted.to; line += 1) reach(walk, line);
  return at + (quoted.to - quoted.from) + 1;
}

/** Whom the guide is for and its edition, as they stand before the first section. */
function readCover({ draft, section }: Walk, text: string, line: number): boolean {
  if (section) return false;
  const said = (words: string) => ({ text: words, from: line, to: line });
  const audience = draft.audience ? undefined : audienceOf(text);
  if (audience) draft.audience = said(audience);
  const edition = draft.edition ? undefined : editionOf(text);
  if (edition) draft.edition = said(edition);
  return audience !== undefined || edition !== undefined;
}

/** Browsers stand in their section, which keeps the whole line for its readers. */
function placeBrowsers(walk: Walk, line: Line): void {
  const { draft, section } = walk;
  reach(walk, line.number);
  for (const { id, from } of draft.browsers) {
    if (section && from === line.number) section.contains.push(id);
  }
  readParagraph(walk, line);
}
