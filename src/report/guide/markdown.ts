import type { Block, Cell, GuideDocument, Section } from "./document.ts";
import { unspanned } from "./unspanned.ts";

/** The document as Markdown (CommonMark, and tables as GitHub writes them). */
export function documentMarkdown({ title, lead, sections }: GuideDocument): string {
  const lines = [`# ${escaped(title)}`, "", ...lead.flatMap((line) => [escaped(line), ""])];
  return [...lines, ...sections.flatMap((section) => sectionLines(section, 2))]
    .join("\n")
    .trimEnd()
    .concat("\n");
}

const deepest = 6;

function sectionLines({ title, blocks, sections }: Section, level: number): string[] {
  return [
    `${"#".repeat(Math.min(level, deepest))} ${escaped(title)}`,
    "",
    ...blocks.flatMap((block) => [...blockLines(block), ""]),
    ...sections.flatMap((section) => sectionLines(section, level + 1)),
  ];
}

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case "text":
      return [escaped(block.text)];
    case "warning":
      return [`> **!** ${escaped(block.text)}`];
    case "screen":
      return block.lines.map((line) => `> ${escaped(line)}  `);
    case "list":
      return block.items.map((item) => `- ${escaped(item)}`);
    case "facts":
      return block.facts.map(([name, value]) => `- **${escaped(name)}**: ${escaped(value)}`);
    case "links":
      return [escaped(block.label), "", ...block.links.map(({ text }) => `- ${escaped(text)}`)];
    case "steps":
      return block.steps.flatMap(({ text, exact }, at) => [
        `${at + 1}. ${escaped(text)}`,
        ...exact.map((each) => `   - ${escaped(each)}`),
      ]);
    case "table":
      return tableLines(block);
  }
}

function tableLines({ caption, head, rows }: Extract<Block, { kind: "table" }>): string[] {
  const cell = ({ lines }: Cell) => lines.map(escaped).join("<br>");
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    ...(caption === "" ? [] : [`**${escaped(caption)}**`, ""]),
    row(head.map(escaped)),
    row(head.map(() => "---")),
    ...unspanned(rows).map((cells) => row(cells.map(cell))),
  ];
}

/** Marks that Markdown would take for its own. A line's beginning is always ours. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|#~]/g, "\\$&").replace(/\s*\n\s*/g, " ");
}
