import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Marked } from "./_invented.ts";

/** What is asked about, each with the text without marks around it. */
export interface Asked {
  place: string;
  text: string;
  parts: string[];
}

/** Sets that were written without a look at what finds them, and measured before anything was changed. */
const heldOut = join(import.meta.dirname, "held-out");

/** Written by hand: the cases that are easily got wrong, and the sets that were held out once. */
export function writtenCases(name: "must-remove" | "must-survive"): Asked[] {
  const sets = readdirSync(heldOut).filter((file) => file.endsWith(`-${name}.json`));
  const files = [
    join(import.meta.dirname, `${name}.json`),
    ...sets.sort().map((file) => join(heldOut, file)),
  ];
  return files.flatMap((file) => asked(JSON.parse(readFileSync(file, "utf8")) as Marked[]));
}

export function asked(cases: readonly Marked[]): Asked[] {
  return cases.map(([place, marked]) => ({
    place,
    text: marked.replace(/[⟦⟧]/g, ""),
    parts: [...marked.matchAll(/⟦([^⟧]*)⟧/g)].map(([, part]) => part as string),
  }));
}
