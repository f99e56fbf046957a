/** How a row stands at a glance. */
export type Mark = "ok" | "bad" | "unsure";

/** One row of the report in words of one language. */
export interface RowView {
  host: string;
  address: string;
  port: string;
  protocol: string;
  group: string;
  mark: Mark;
  verdict: string;
  /** `applies` is false where the protocol has no such step. */
  layers: { title: string; mark: Mark | "none"; words: string; applies: boolean }[];
  because: string[];
  ms: number | null;
  documented: boolean;
}
