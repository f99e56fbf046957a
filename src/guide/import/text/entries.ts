import { hostTrouble } from "../../lint/hosts.ts";
import { addOnce, idFrom } from "./draft.ts";
import { caption } from "./headings.ts";
import type { Line } from "./lines.ts";
import { siteEntry } from "./sites.ts";
import { reach, takeCase, type Walk } from "./walk.ts";

/** Reads a line in brackets: a warning begins, or a case in which the next step is done. */
export function readCaption(walk: Walk, { text, number }: Line): boolean {
  const words = caption(text);
  if (words === undefined || (!walk.section && !walk.remedy)) return false;
  walk.inCase = { text: words, from: number, to: number };
  walk.step = undefined;
  walk.sentence = undefined;
  walk.warning = /주의|유의/.test(words) ? { entries: false } : undefined;
  return true;
}

/** Reads an entry for a list of sites; under a warning, one that must not be entered. */
export function readEntry(walk: Walk, { text, number }: Line): boolean {
  const entry = siteEntry(text);
  if (entry === undefined || !walk.remedy) return false;
  if (walk.warning) readWrong(walk, entry, number);
  else if (/:\/\/(?!\*)/.test(entry)) return false;
  else if (!isForSites(walk)) {
    walk.notes.add("entry-unclear", number, { entry });
    walk.told.add(number);
  } else readSite(walk, entry, number);
  return true;
}

/** Whether what is said above is about a list of sites; addresses are listed for firewalls, too. */
function isForSites({ remedy, step, section }: Walk): boolean {
  const above = step ?? remedy!.steps.at(-1);
  const words = [above?.text, remedy!.title, section?.title].join(" ");
  return /사이트|신뢰|호환성|팝업|예외|영역|site/i.test(words);
}

function readWrong(walk: Walk, entry: string, line: number): void {
  const { draft, notes, warning } = walk;
  const right = draft.sites.find(({ pattern }) => pattern.toLowerCase() === entry.toLowerCase());
  if (right) notes.add("wrong-is-right", line, { entry, first: right.from });
  const first = draft.wrong.find((each) => each.entry.toLowerCase() === entry.toLowerCase());
  if (first) notes.add("wrong-twice", line, { entry, first: first.from });
  draft.wrong.push({ entry, from: line, to: line });
  reach(walk, line);
  takeCase(walk);
  warning!.entries = true;
  if (warning!.said) warning!.said.to = line;
}

function readSite(walk: Walk, pattern: string, line: number): void {
  const { draft, notes, remedy, step } = walk;
  if (hostTrouble(pattern, true)) notes.add("host-impossible", line, { host: pattern });
  let site = draft.sites.find((each) => each.pattern === pattern);
  if (!site) {
    const name = pattern.replace(/^\w+:\/\//, "").replace(/^\*\./, "");
    site = { id: idFrom(draft, name, "site"), pattern, from: line, to: line };
    draft.sites.push(site);
  }
  reach(walk, line);
  const last = step ?? remedy!.steps.at(-1);
  if (last) addOnce(last.sites, site.id);
  if (last) last.to = Math.max(last.to, line);
}
