import { fileURLToPath } from "node:url";

/** What the build puts into the packed program beside the code; empty in a checkout. */
export interface Inside {
  /** Text files by their path from the project's root, with `/`. */
  texts: Record<string, string>;
  /** Other files, in base64. */
  bytes: Record<string, string>;
}

/** Undefined in a checkout. The build puts a file with the packed program's own in this one's place. */
export const inside: Inside | undefined = undefined;

/** The project's root; in the packed program its own file, below which what is inside is named. */
export const home: string = fileURLToPath(new URL("../..", import.meta.url));
