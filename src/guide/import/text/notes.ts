import type { Severity } from "../../lint/rule.ts";
import { fill, same, type Words } from "../../words.ts";
import type { Note } from "../importer.ts";
import { noteList } from "../notes.ts";
import { noteWords } from "./note-words.ts";

export type NoteKind = keyof typeof noteWords;

/** Everything that people are told of a text, as it is found. */
export interface Notes {
  add(kind: NoteKind, line: number, gaps?: Record<string, string | number>): void;
  /** In the order of the lines. */
  all(): Note[];
}

/** A gap shows a piece of the text; no more than this of it. */
const shownChars = 80;

export function newNotes(): Notes {
  const notes = noteList();
  return {
    add(kind, line, gaps = {}) {
      const [severity, ko, en]: readonly [Severity, string, string] = noteWords[kind];
      notes.add(kind, line, () => ({ severity, words: fill({ ko, en }, shown(gaps)) }));
    },
    all: notes.all,
  };
}

function shown(gaps: Record<string, string | number>): Record<string, number | Words> {
  return Object.fromEntries(
    Object.entries(gaps).map(([key, value]) => {
      if (typeof value === "number") return [key, value];
      return [key, same(value.length > shownChars ? `${value.slice(0, shownChars)}…` : value)];
    }),
  );
}
