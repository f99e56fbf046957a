import { nearest } from "../../nearest.ts";
import { alikeMost } from "../notes.ts";
import { checkBrowsers } from "./browsers.ts";
import { causesBehind } from "./causes.ts";
import { addOnce } from "./draft.ts";
import { closedBy, tellLoose } from "./loose.ts";
import { meantBy } from "./sites.ts";
import type { Walk } from "./walk.ts";

/** A name is compared with no more others than this: a guide has a few. */
const mostCompared = 20;

/**
 * What can be judged only when everything has been read.
 *
 * @param edition given by whoever imports it, so that the text need not say it
 */
export function finish(walk: Walk, edition?: string): void {
  const { draft, notes } = walk;
  checkBrowsers(draft, notes);
  takeMentions(walk);
  checkDownloads(walk);
  tellLoose(walk);
  checkCounts(walk);
  const meant = meantBy(draft);
  for (const { entry, from } of draft.wrong) {
    if (!meant(entry)) notes.add("wrong-unmeant", from, { entry });
  }
  if (walk.symptomLine !== undefined && draft.symptoms.length === 0) {
    notes.add("symptoms-lost", walk.symptomLine);
  }
  const behind = causesBehind(draft);
  for (const symptom of draft.symptoms) {
    if (behind(symptom).length > 0) continue;
    notes.add("symptom-uncaused", symptom.from, { text: symptom.text });
  }
  if (!draft.title) notes.add("title-missing", 1);
  if (!draft.audience) notes.add("audience-missing", 1);
  if (!draft.edition && edition === undefined) notes.add("edition-missing", 1);
  if (draft.remedies.length > 0 && !draft.escalation) notes.add("escalation-missing", lastOf(walk));
  tellUnread(walk);
}

/** A file or folder that a sentence names is one that was read, or a name that was misspelt. */
function takeMentions({ draft, notes, mentions, folders, brokenFiles }: Walk): void {
  const files = new Map<string, { programs?: string; certificates?: string }>();
  for (const { id, download } of draft.programs)
    if (download) files.set(download.file, { programs: id });
  for (const { id, file } of draft.certificates) files.set(file, { certificates: id });
  const others = [...files.keys()].slice(0, mostCompared);
  const nearby = new Map<string, string>();
  for (const { file, line, step } of mentions) {
    const known = files.get(file);
    if (known?.programs && step) addOnce(step.programs, known.programs);
    if (known?.certificates && step) addOnce(step.certificates, known.certificates);
    if (known || brokenFiles.has(file) || files.size === 0) continue;
    let near = nearby.get(file);
    if (near === undefined) {
      // Whoever has misspelt so many is not told of this one any more.
      near = (nearby.size < alikeMost ? nearest(file, others) : undefined) ?? "-";
      nearby.set(file, near);
    }
    notes.add("file-differs", line, { file, near });
  }
  const byFolder = new Map(
    draft.files.map(({ id, folder, path }) => [folder ?? path.split("\\").at(-1), id]),
  );
  for (const { name, step } of folders) {
    const id = byFolder.get(name);
    if (id !== undefined) addOnce(step.files, id);
  }
}

/** Each host that something is fetched from is one that the tables open. */
function checkDownloads({ draft, notes }: Walk): void {
  if (draft.endpoints.length === 0) return;
  const closed = closedBy(draft);
  const seen = new Set<string>();
  const downloads = [
    ...draft.programs.flatMap(({ download }) => (download ? [download] : [])),
    ...draft.certificates,
  ].toSorted((a, b) => a.to - b.to);
  for (const { url, to } of downloads) {
    const host = closed(url);
    if (host === undefined || seen.has(host)) continue;
    seen.add(host);
    notes.add("host-unopened", to, { host });
  }
}

function checkCounts({ draft, notes, counts }: Walk): void {
  const told = new Set<string>();
  for (const { remedy, said, line } of counts) {
    const sites = new Set(remedy.steps.flatMap((step) => step.sites));
    const found = draft.sites.filter(({ id }) => sites.has(id)).length;
    const key = `${remedy.id} ${said}`;
    if (found === said || found === 0 || told.has(key)) continue;
    told.add(key);
    notes.add("sites-miscounted", line, { said, found });
  }
}

/** Nothing is dropped in silence: what was not read is told, and how much it is of the whole. */
function tellUnread({ lines, read, told, pages, notes }: Walk): void {
  const filled = lines.filter(({ text, number }) => text !== "" && !pages.has(number));
  for (const { number, text } of filled) {
    if (!read.has(number) && !told.has(number)) notes.add("line-unread", number, { text });
  }
  const done = filled.filter(({ number }) => read.has(number)).length;
  const percent = filled.length === 0 ? 0 : Math.floor((100 * done) / filled.length);
  notes.add("coverage", filled.at(-1)?.number ?? 1, { read: done, total: filled.length, percent });
}

function lastOf({ lines }: Walk): number {
  return lines.findLast(({ text }) => text !== "")?.number ?? 1;
}
