/**
 * The formats of evidence as plain data: for the page, in which the schema library itself would
 * weigh more than everything else. `shape-of.ts` makes them from the schemas; they are written
 * nowhere by hand.
 */
export type Shape =
  /** Text, with the most UTF-16 units. */
  | { is: "text"; most?: number; pattern?: string; means?: "hex" | "time" | "format" }
  | { is: "number" | "whole-number"; least?: number; most?: number }
  | { is: "boolean" | "json" | "anything" }
  | { is: "one-of"; values: (string | number | boolean)[] }
  | { is: "list"; of: Shape; most?: number }
  /** Keys in the schema's order; those of `may` may be absent. */
  | { is: "object"; keys: Record<string, Shape>; may?: string[] }
  | { is: "record"; key: Shape; value: Shape }
  /** The value of the key `by` says which of the shapes it is. */
  | { is: "kind"; by: string; values: (string | number | boolean)[]; shapes: Shape[] }
  | { is: "or-null"; of: Shape };

/** Every format of an evidence file. */
export interface Shapes {
  file: Shape;
  /** By probe: what it is given and what it sees. */
  facts: Record<string, { with: Shape; fact: Shape }>;
}
