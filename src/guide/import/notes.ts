import type { Note } from "./importer.ts";

/** So many of one kind are told; whoever has more has a broken file, not so many single troubles. */
export const alikeMost = 200;

/** Notes as they are found. */
export interface NoteList {
  /** `make` is called only where the note will be told. */
  add(kind: string, line: number, make: () => Pick<Note, "severity" | "words">): void;
  /** In the order of the lines. Of a kind with too many the last note says how many more there are. */
  all(): Note[];
}

export function noteList(): NoteList {
  const told: Note[] = [];
  const counts = new Map<string, { told: number; more?: Note & { stands: number } }>();
  return {
    add(kind, line, make) {
      const count = counts.get(kind) ?? { told: 0 };
      counts.set(kind, count);
      if (count.told < alikeMost) {
        count.told += 1;
        told.push({ line, kind, ...make() });
      } else if (count.more) count.more.stands += 1;
      else count.more = { line, kind, ...make(), stands: 1 };
    },
    all() {
      const rest = [...counts.values()].flatMap(({ more }) => (more ? [moreNote(more)] : []));
      return [...told, ...rest].sort((a, b) => a.line - b.line);
    },
  };
}

function moreNote({ line, kind, severity, stands }: Note & { stands: number }): Note {
  const words = {
    ko: `… 이 줄부터 같은 종류가 ${stands}곳 더 있습니다`,
    en: `… and ${stands} more of this kind from this line on`,
  };
  return { line, kind, severity, words, stands };
}

/** How many places a note stands for. */
export function standsFor({ stands = 1 }: Note): number {
  return stands;
}
