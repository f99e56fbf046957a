import { addOnce, idFrom } from "./draft.ts";
import type { Line } from "./lines.ts";
import { startRemedy, startStep } from "./parts.ts";
import { type Named, programList, programOf, toolOf } from "./programs.ts";
import { type FoundUrl, fileOfUrl, isCertificateFile, urlsIn } from "./urls.ts";
import { nextFilled, reach, type Walk } from "./walk.ts";

/** Reads a line that is an address to fetch something from, and nothing else. */
export function readUrl(walk: Walk, { text, number }: Line): boolean {
  const found = urlsIn(text);
  if (found.length !== 1 || !found[0]!.alone) return false;
  if (found[0]!.broken) {
    takeUrl(walk, found[0]!, number);
    return true;
  }
  const file = fileOfUrl(found[0]!.url);
  if (file === undefined || (!walk.section && !walk.remedy)) return false;
  if (!walk.step) {
    const from = walk.headingLine ?? number;
    if (!walk.remedy) {
      const title = walk.section!.title;
      const id = idFrom(walk.draft, `section ${walk.section!.number} remedy`, "remedy");
      startRemedy(walk, { id, title, untitled: true, from });
    }
    startStep(walk, `내려받기: ${file}`, number);
  }
  reach(walk, number);
  takeUrl(walk, found[0]!, number);
  return true;
}

/** What an address leads to: a certificate, a program that was named, or a tool of its own. */
export function takeUrl(walk: Walk, { url, broken }: FoundUrl, line: number): void {
  const { draft, notes, step } = walk;
  if (broken) {
    notes.add("url-broken", line, { url });
    walk.told.add(line);
    walk.brokenFiles.add(url.split("/").at(-1) ?? "");
    return;
  }
  const file = fileOfUrl(url);
  if (file === undefined) return;
  const from = step?.from === line ? line : (walk.item?.to ?? line);
  if (isCertificateFile(file)) {
    let certificate = draft.certificates.find((each) => each.url === url);
    if (!certificate) {
      const id = idFrom(draft, file.replace(/\.\w+$/, ""), "certificate");
      certificate = { id, file, url, from: line, to: line };
      draft.certificates.push(certificate);
    }
    if (step) addOnce(step.certificates, certificate.id);
    if (walk.section) addOnce(walk.section.contains, certificate.id);
    if (walk.section) addOnce(walk.section.readers, "admin");
    return;
  }
  const program = programFor(walk, url) ?? toolOf(draft, file, { from: line, to: line });
  const known = program.download;
  if (known && known.url !== url) {
    notes.add("download-differs", line, { program: program.name, first: known.to });
  }
  program.download ??= { url, file, from, to: line };
  if (step) addOnce(step.programs, program.id);
  if (step && walk.item && !step.text.includes(file)) step.text = `${step.text}: ${file}`;
}

/** The program of the list entry above, or the only one that the step names. */
function programFor({ draft, item, step }: Walk, url: string) {
  if (item) return item;
  const known = draft.programs.find(({ download }) => download?.url === url);
  if (known) return known;
  return step?.programs.length === 1
    ? draft.programs.find(({ id }) => id === step.programs[0])
    : undefined;
}

/** Reads a line that is nothing but names of programs. */
export function readProgramList(walk: Walk, index: number): boolean {
  const { text, number } = walk.lines[index]!;
  const named = programList(text);
  if (named.length === 0 || !walk.remedy) return false;
  const next = nextFilled(walk.lines, index + 1);
  const heads = next !== undefined && urlsIn(next.text).some(({ alone }) => alone);
  if (heads || !walk.step) startStep(walk, text.replace(/^[-•·○]\s*/, ""), number);
  reach(walk, number);
  const programs = named.map((each: Named) => programOf(walk.draft, each, number));
  for (const { id } of programs) addOnce(walk.step!.programs, id);
  walk.item = programs.length === 1 && heads ? programs[0] : undefined;
  if (walk.item) walk.item.to = number;
  return true;
}
