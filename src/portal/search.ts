import type { Guide } from "../guide/guide.ts";
import { bare, initialsOf, jamoOf } from "./jamo.ts";

type Symptom = Guide["symptoms"][number];

/** One symptom, ready to be searched. */
export interface Entry {
  symptom: Symptom;
  /** What is looked at, most telling first, each as bare text and as jamo. */
  fields: { text: string; jamo: string }[];
}

/** Prepared once for a guide: a search is asked at every key. */
export function indexOf(guide: Pick<Guide, "symptoms">): Entry[] {
  return guide.symptoms.map((symptom) => {
    const { message, title, when, causes } = symptom;
    const said = [message, title.ko, title.en, when?.ko, when?.en, causes.join(" ")];
    return {
      symptom,
      fields: said.flatMap((text) => {
        const own = bare(text ?? "");
        return own === "" ? [] : [{ text: own, jamo: jamoOf(own) }];
      }),
    };
  });
}

/** How much of a longer query must be there in pieces where it is nowhere as a whole. */
const enough = 0.55;
/** Below this a query is too short to have pieces. */
const piecesFrom = 3;

/**
 * Symptoms that a query means, the best first; all of them, in the guide's order, for an empty one.
 * Spaces, marks and case do not count, nor whether the last syllable is finished. Words may stand in
 * any order. Where nothing has it word by word, what shares most pairs of syllables is given: a
 * message is often typed from memory.
 */
export function search(index: readonly Entry[], query: string): Symptom[] {
  const whole = bare(query);
  if (whole === "") return index.map(({ symptom }) => symptom);
  const words = query.split(/\s+/).map(bare).filter(Boolean);
  const exact = ranked(index, (entry) => {
    const asWhole = placeOf(entry, whole);
    if (asWhole !== undefined) return asWhole;
    const places = words.map((word) => placeOf(entry, word));
    if (words.length < 2 || places.includes(undefined)) return undefined;
    return 100 + Math.max(...(places as number[]));
  });
  if (exact.length > 0 || [...whole].length < piecesFrom) return exact;
  return ranked(index, (entry) => {
    const share = Math.max(0, ...entry.fields.map(({ text }) => shared(whole, text)));
    return share >= enough ? 1 - share : undefined;
  });
}

/** The lower, the better; undefined: not meant. */
function ranked(index: readonly Entry[], rank: (entry: Entry) => number | undefined): Symptom[] {
  return index
    .flatMap((entry) => {
      const place = rank(entry);
      return place === undefined ? [] : [{ place, symptom: entry.symptom }];
    })
    .sort((a, b) => a.place - b.place)
    .map(({ symptom }) => symptom);
}

/** In which field it stands: where a field begins with it, a little further in front. */
function placeOf({ fields }: Entry, word: string): number | undefined {
  const jamo = jamoOf(word);
  const onlyInitials = /^[ㄱ-ㅎ]{2,}$/.test(word);
  for (const [at, field] of fields.entries()) {
    const found = field.jamo.indexOf(jamo);
    if (found >= 0) return at * 10 + (found === 0 ? 0 : 1);
    if (onlyInitials && initialsOf(field.text).includes(word)) return at * 10 + 2;
  }
  return undefined;
}

/** Which part of a query's pairs of neighbouring characters a text has, 0 to 1. */
function shared(query: string, text: string): number {
  const pairs = pairsOf(query);
  const there = new Set(pairsOf(text));
  return pairs.filter((pair) => there.has(pair)).length / pairs.length;
}

function pairsOf(text: string): string[] {
  const letters = [...text];
  return letters.slice(1).map((letter, at) => letters[at]! + letter);
}
