/**
 * What can be carried out of a network that lets nothing out. Evidence goes into it as a person
 * would save it, and comes out without people and places.
 */
export interface WayOut {
  /** Digits to be read out, four in a group. */
  spoken: string[];
  /** The codes of which any `needed` are enough; null where the report is too much for codes. */
  series: { id: string; needed: number; codes: CodePicture[] } | null;
  /** What was taken out, each thing once. */
  removals: RemovedThing[];
}

/** A code as an SVG path in a square of so many units, dark on light. */
export interface CodePicture {
  side: number;
  path: string;
}

export interface RemovedThing {
  /** Behind `carry.removed.` it is a key of `src/text`. */
  kind: string;
  /** What stands there now. */
  token: string;
  times: number;
  /** The first place in the evidence that goes out. */
  where: string;
}
