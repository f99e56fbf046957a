import type { Expected, Found } from "./trouble.ts";

/** Why a value does not have its form: the place below it, what stands there and what should. */
export interface Problem {
  path: PropertyKey[];
  found: Found;
  expected: Expected;
}

/** What checks the forms of an evidence file: the schemas, or the same as plain data. */
export interface Checker {
  /** The names of all probes. */
  probes: readonly string[];
  /** The file without what its facts hold. */
  file(value: unknown): Problem | undefined;
  /** What a probe was given, or what it saw. */
  fact(probe: string, part: "with" | "fact", value: unknown): Problem | undefined;
}
