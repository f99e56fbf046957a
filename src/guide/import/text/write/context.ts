import type { Draft, Span } from "../draft.ts";
import { type Mapping, map } from "./yaml.ts";

/** What every file of the draft is written with. */
export interface Context {
  draft: Draft;
  /** The id of the printed text among the guide's sources. */
  source: string;
  /** The day by which the printed edition says all this; undefined without an edition. */
  verifiedOn: string | undefined;
}

/** Stands where the form asks for words and the text has none. */
export const toWrite = "[적어 주세요]";

export function text(ko: string): Mapping {
  return map("ko", ko);
}

/** The lines that something was read from, as a source. */
export function place({ source }: Context, { from, to }: Span): string {
  return to > from ? `${source}#L${from}-L${to}` : `${source}#L${from}`;
}

/** Ends a fact: where it is from, how sure it is, and when it was last true. */
export function grounded(
  mapping: Mapping,
  context: Context,
  span: Span,
  certainty?: "inferred",
): Mapping {
  return mapping
    .set("certainty", certainty)
    .set("source", place(context, span))
    .set("verifiedOn", context.verifiedOn);
}
