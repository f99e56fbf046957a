import { width } from "../columns.ts";
import type { Block, GuideDocument, Section } from "./document.ts";
import { columns, hung, simpleLines } from "./text-blocks.ts";
import { unspanned } from "./unspanned.ts";

/** The document as plain text for a screen or a mail, at most 80 columns wide where words allow. */
export function documentText({ title, lead, sections }: GuideDocument): string {
  const lines = [title, "=".repeat(Math.min(columns, width(title))), "", ...lead, ""];
  return [...lines, ...sections.flatMap((section) => sectionLines(section, 0))]
    .join("\n")
    .trimEnd()
    .concat("\n");
}

function sectionLines({ title, blocks, sections }: Section, depth: number): string[] {
  const head = depth === 0 ? [title, "-".repeat(Math.min(columns, width(title)))] : [`■ ${title}`];
  return [
    ...head,
    "",
    ...blocks.flatMap((block) => [...blockLines(block), ""]),
    ...sections.flatMap((section) => sectionLines(section, depth + 1)),
  ];
}

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case "warning":
      return hung("! ", block.text);
    case "screen":
      return block.lines.map((line) => `  | ${line}`);
    case "table":
      return [...(block.caption === "" ? [] : [block.caption]), ...tableLines(block)];
    default:
      return simpleLines(block);
  }
}

/** A record a row: columns of a wide table would not fit a screen. */
function tableLines({ head, rows }: Extract<Block, { kind: "table" }>): string[] {
  let last: string[] = [];
  return unspanned(rows).flatMap((row) => {
    const shown = row.map(({ lines }, at) =>
      lines.length > 0 ? lines.join(", ") : (last[at] ?? ""),
    );
    last = shown;
    return hung("- ", shown.map((text, at) => `${head[at]}: ${text}`).join("; "));
  });
}
