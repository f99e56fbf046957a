import {
  addOnce,
  type Draft,
  type DraftProgram,
  idFrom,
  refuseTooMany,
  type Span,
} from "./draft.ts";

/** A program as a text names it: with its short name in parentheses. */
export interface Named {
  name: string;
  short: string;
  at: number;
}

/** `nProtect Online Security(NOS)`; other than in a list, only a Latin name has a clear beginning. */
export function programsIn(text: string): Named[] {
  return [
    ...text.matchAll(/(?<![A-Za-z0-9])([A-Za-z][A-Za-z0-9 .+-]*?)\s?\(([A-Za-z][A-Za-z0-9]*)\)/g),
  ].map((match) => ({ name: match[1]!, short: match[2]!, at: match.index }));
}

/** The programs of a line that is nothing but a list of them. */
export function programList(text: string): Named[] {
  const parts = text
    .replace(/^[-•·○]\s*|^\d+[.)]\s*/, "")
    .split(/\s*,\s*/)
    .map((part) => /^([\p{L}\d][\p{L}\d .+-]*?)\s?\(([A-Za-z][A-Za-z0-9]*)\)$/u.exec(part));
  if (parts.some((match) => match === null)) return [];
  return parts.map((match) => ({ name: match![1]!, short: match![2]!, at: 0 }));
}

/** The program of that short name, made where it is named for the first time. */
export function programOf(draft: Draft, { name, short }: Named, line: number): DraftProgram {
  const known = draft.byName.get(name) ?? draft.byName.get(short);
  if (known) {
    refuseTooMany(draft, draft.byName.size);
    if (known.name !== name) addOnce(known.otherNames, name);
    if (known.name !== short) addOnce(known.otherNames, short);
    for (const each of [name, short]) draft.byName.set(each, known);
    known.to = Math.max(known.to, line);
    return known;
  }
  const program: DraftProgram = {
    id: idFrom(draft, short, "program"),
    name,
    otherNames: name === short ? [] : [short],
    tool: false,
    unnamed: false,
    from: line,
    to: line,
  };
  draft.programs.push(program);
  for (const each of [name, short]) draft.byName.set(each, program);
  return program;
}

/** A file that is run and that no named program stands behind. */
export function toolOf(draft: Draft, file: string, span: Span): DraftProgram {
  const known = draft.programs.find(({ download }) => download?.file === file);
  if (known) return known;
  const id = idFrom(draft, file.replace(/\.\w+$/, ""), "tool");
  const program = { id, name: file, otherNames: [], tool: true, unnamed: false, ...span };
  draft.programs.push(program);
  return program;
}
