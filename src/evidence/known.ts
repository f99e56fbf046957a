import type { Reading } from "./outcome.ts";

/** A reading that tells what is there, or that nothing is. */
export type Known<T> = { state: "found"; value: T } | { state: "absent" };

/** Absent is known, and is not unreadable: only what could not be read leaves a question open. */
export function isKnown<T>(reading: Reading<T>): reading is Known<T> {
  return reading.state === "found" || reading.state === "absent";
}

/** What is there; undefined where nothing is. */
export function presentIn<T>(known: Known<T>): T | undefined {
  return known.state === "found" ? known.value : undefined;
}
