import { say } from "../../../text/say.ts";
import { pad, width, wrap } from "../../columns.ts";
import { columns, hung, simpleLines } from "../text-blocks.ts";
import { unspanned } from "../unspanned.ts";
import type { Part, PartBlock, Publication } from "./publication.ts";
import { drawnTable } from "./text-table.ts";

/** Plain text for a screen or a mail, 80 columns wide but for addresses that are to be copied whole. */
export function publicationText({ lang, title, cover, made, parts }: Publication): string {
  const rule = "=".repeat(columns);
  const lines = [
    rule,
    ...wrap(title, columns),
    rule,
    "",
    ...cover.flatMap(([name, value]) => hung("- ", `${name}: ${value}`)),
    "",
    ...wrap(made, columns),
    "",
    say(lang, "guide.contents"),
    "",
    ...parts.flatMap((part) => [
      ...hung("  ", part.title),
      ...part.parts.flatMap((own) => hung("     - ", own.title)),
    ]),
    "",
    ...parts.flatMap((part) => partLines(part, 0)),
  ];
  return lines
    .map((line) => line.trimEnd())
    .join("\n")
    .trimEnd()
    .concat("\n");
}

function partLines({ title, blocks, parts }: Part, depth: number): string[] {
  const rule = "-".repeat(columns);
  const head = depth === 0 ? ["", rule, ...wrap(title, columns), rule] : hung("■ ", title);
  return [
    ...head,
    "",
    ...blocks.flatMap((block) => [...blockLines(block), ""]),
    ...parts.flatMap((part) => partLines(part, depth + 1)),
  ];
}

function blockLines(block: PartBlock): string[] {
  switch (block.kind) {
    case "warning":
      return boxed(wrap(`! ${block.text}`, columns - 4));
    case "note":
      return block.lines.flatMap((line) => hung("  ", `(${line})`));
    case "screen":
      return boxed(block.lines.flatMap((line) => wrap(line, columns - 4)));
    case "table":
      return tableLines(block);
    default:
      return simpleLines(block);
  }
}

/** In a box as wide as it needs, of signs that have one width in every font. */
function boxed(lines: readonly string[]): string[] {
  const most = Math.max(...lines.map(width));
  const rule = `+${"-".repeat(most + 2)}+`;
  return [rule, ...lines.map((line) => `| ${pad(line, most)} |`), rule];
}

function tableLines({ caption, head, rows }: Extract<PartBlock, { kind: "table" }>): string[] {
  const title = caption === "" ? [] : wrap(caption, columns);
  return [...title, ...(drawnTable(head, rows, columns) ?? recordLines(head, rows))];
}

/** A record a row, where the columns would be too wide: what is long is below, whole. */
function recordLines(
  head: readonly string[],
  rows: Extract<PartBlock, { kind: "table" }>["rows"],
): string[] {
  let last: string[][] = [];
  return unspanned(rows).flatMap((row) => {
    const shown = row.map(({ lines }, at) => (lines.length > 0 ? lines : (last[at] ?? [])));
    last = shown;
    return shown.flatMap((lines, at) => {
      const [first = "", ...more] = lines;
      return [
        ...hung(at === 0 ? "- " : "  ", `${head[at]}: ${first}`),
        ...more.flatMap((line) => hung("    ", line)),
      ];
    });
  });
}
