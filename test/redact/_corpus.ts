import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Marked } from "./_invented.ts";

/** What is asked about, each with the text without marks around it. */
export interface Asked {
  place: string;
  text: string;
  parts: string[];
}

/** Written by hand: the cases that are easily got wrong. */
export function writtenCases(name: "must-remove" | "must-survive"): Asked[] {
  const file = join(import.meta.dirname, `${name}.json`);
  return asked(JSON.parse(readFileSync(file, "utf8")) as Marked[]);
}

export function asked(cases: readonly Marked[]): Asked[] {
  return cases.map(([place, marked]) => ({
    place,
    text: marked.replace(/[⟦⟧]/g, ""),
    parts: [...marked.matchAll(/⟦([^⟧]*)⟧/g)].map(([, part]) => part as string),
  }));
}
