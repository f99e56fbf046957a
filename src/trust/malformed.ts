import type { Place } from "./verdict.ts";

/** Thrown inside this folder by what reads a format, and caught before anything leaves it. */
export class Malformed extends Error {
  override name = "Malformed";
  readonly where: Place;

  constructor(where: Place) {
    super(where);
    this.where = where;
  }
}

/** What `read` gives, or the place where its input is not as it should be. */
export function attempt<T>(read: () => T): { value: T } | { where: Place } {
  try {
    return { value: read() };
  } catch (error) {
    if (error instanceof Malformed) return { where: error.where };
    throw error;
  }
}
