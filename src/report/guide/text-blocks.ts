import { width, wrap } from "../columns.ts";
import type { Block } from "./document.ts";

export const columns = 80;

type Simple = Extract<Block, { kind: "text" | "list" | "facts" | "steps" }>;
/** A link is its words: where it leads cannot be pressed. */
type Links = { kind: "links"; label: string; links: readonly { text: string }[] };

/** Blocks that look the same in all plain text. */
export function simpleLines(block: Simple | Links): string[] {
  switch (block.kind) {
    case "text":
      return wrap(block.text, columns);
    case "list":
      return block.items.flatMap((item) => hung("- ", item));
    case "facts":
      return block.facts.flatMap(([name, value]) => hung("- ", `${name}: ${value}`));
    case "links":
      return [
        ...(block.label === "" ? [] : [`${block.label}:`]),
        ...block.links.flatMap(({ text }) => hung("- ", text)),
      ];
    case "steps":
      return block.steps.flatMap(({ text, exact }, at) => [
        ...hung(`${at + 1}. `, text),
        ...exact.map((each) => `     ${each}`),
      ]);
  }
}

/** Lines behind a mark, which all but the first keep free. */
export function hung(mark: string, text: string): string[] {
  const indent = width(mark);
  return wrap(text, columns - indent).map((line, at) =>
    at === 0 ? mark + line : " ".repeat(indent) + line,
  );
}
