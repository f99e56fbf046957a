import { say } from "../../../text/say.ts";
import type { Cell } from "../document.ts";
import { unspanned } from "../unspanned.ts";
import type { Part, PartBlock, Publication } from "./publication.ts";

/** As GitHub shows it: tables, links within the text, no pictures. */
export function publicationMarkdown({ lang, title, cover, made, parts }: Publication): string {
  const lines = [
    `# ${escaped(title)}`,
    "",
    ...cover.map(([name, value]) => `- **${escaped(name)}**: ${escaped(value)}`),
    "",
    escaped(made),
    "",
    `**${escaped(say(lang, "guide.contents"))}**`,
    "",
    ...parts.flatMap((part) => [
      `- [${escaped(part.title)}](#${part.id})`,
      ...part.parts.map((own) => `  - [${escaped(own.title)}](#${own.id})`),
    ]),
    "",
    ...parts.flatMap((part) => partLines(part, 2)),
  ];
  return lines.join("\n").trimEnd().concat("\n");
}

const deepest = 6;

function partLines({ id, title, blocks, parts }: Part, level: number): string[] {
  return [
    // How a site names headings differs; this name is the same everywhere.
    `<a id="${id}"></a>`,
    "",
    `${"#".repeat(Math.min(level, deepest))} ${escaped(title)}`,
    "",
    ...blocks.flatMap((block) => [...blockLines(block), ""]),
    ...parts.flatMap((part) => partLines(part, level + 1)),
  ];
}

function blockLines(block: PartBlock): string[] {
  switch (block.kind) {
    case "text":
      return [escaped(block.text)];
    case "warning":
      return [`> **!** ${escaped(block.text)}`];
    case "note":
      return block.lines.map((line, at) => {
        const end = at < block.lines.length - 1 ? "<br>" : "";
        return `<sub>${escaped(line)}</sub>${end}`;
      });
    case "screen":
      return block.lines.map((line) => `> ${escaped(line)}  `);
    case "list":
      return block.items.map((item) => `- ${escaped(item)}`);
    case "facts":
      return block.facts.map(([name, value]) => `- **${escaped(name)}**: ${escaped(value)}`);
    case "links":
      return [
        ...(block.label === "" ? [] : [escaped(block.label), ""]),
        ...block.links.map(({ to, text }) =>
          to === undefined ? `- ${escaped(text)}` : `- [${escaped(text)}](#${to})`,
        ),
      ];
    case "steps":
      return block.steps.flatMap(({ text, exact }, at) => [
        `${at + 1}. ${escaped(text)}`,
        ...exact.map((each) => `   - ${escaped(each)}`),
      ]);
    case "table":
      return tableLines(block);
  }
}

function tableLines({ caption, head, rows }: Extract<PartBlock, { kind: "table" }>): string[] {
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
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|#~]/g, "\\$&").replace(/\s*\n\s*/g, " ");
}
