import { addOnce, type Draft, type DraftStep, idFrom } from "./draft.ts";

/** Makers whose toolbars go by two names. */
const spellings: [ko: string, en: string][] = [
  ["구글", "google"],
  ["네이버", "naver"],
  ["다음", "daum"],
  ["야후", "yahoo"],
  ["빙", "bing"],
  ["알툴바", "altoolbar"],
  ["애스크", "ask"],
];

/** `툴바(구글, 네이버 등)`: adds the toolbars of a sentence, one entry for each. */
export function readToolbars(draft: Draft, text: string, line: number, step: DraftStep): void {
  for (const [, list = ""] of text.matchAll(/툴바[^()]*\(([^()]+)\)/g)) {
    for (const name of list.replace(/\s*(?:등|기타)\s*$/, "").split(/\s*[,、/]\s*/)) {
      if (name !== "") addOnce(step.toolbars, toolbar(draft, name, line));
    }
  }
}

function toolbar(draft: Draft, name: string, line: number): string {
  const maker = makerOf(name);
  // The name that a PC shows says that it is a toolbar; the other is a short one.
  const full = /toolbar|툴바/i.test(name);
  const known = draft.toolbars.find((each) => each.maker === maker);
  if (known) {
    known.to = line;
    if (full && known.unnamed) known.names = [];
    if (full) addOnce(known.names, name);
    if (full) known.unnamed = false;
    return known.id;
  }
  const title = full ? name : `${name} 툴바`;
  const base = /toolbar$/.test(maker) ? maker : `${maker} toolbar`;
  const id = idFrom(draft, base, "toolbar");
  draft.toolbars.push({ id, maker, title, names: [title], unnamed: !full, from: line, to: line });
  return id;
}

function makerOf(name: string): string {
  const bare = name.toLowerCase().replace(/\s*(?:toolbar|툴바)$/, "");
  const all = name.toLowerCase().replace(/\s+/g, "");
  const found = spellings.find(([ko, en]) =>
    [bare, all].some((word) => word === ko || word === en),
  );
  return found?.[1] ?? (bare === "" ? all : bare);
}
