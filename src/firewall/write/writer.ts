import type { Opening, OpeningRequest } from "../opening.ts";

export interface WrittenFile {
  /** A plain file name without a folder. */
  name: string;
  text: string;
}

/** An opening that this firewall's rules cannot say, so that a person must. */
export interface NeedsPerson {
  opening: Opening;
  /** A sentence's key in src/text. */
  key: string;
}

export interface Written {
  /** To be loaded; the first is the one that matters, what follows serves it. */
  add: readonly WrittenFile[];
  /** Takes everything away again. */
  remove: readonly WrittenFile[];
  needsPerson: readonly NeedsPerson[];
}

/** Writes rules for one kind of firewall. Given the same request it writes the same bytes. */
export interface Writer {
  /** The vendor's id, and the file's name. */
  id: string;
  title: string;
  write(request: OpeningRequest): Written;
}
