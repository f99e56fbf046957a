import type { FirewallComparison, ToldChange } from "../../firewall/verify/comparison.ts";
import { say } from "../../text/say.ts";
import type { Lang } from "../../text/words.ts";
import { cut, wrap } from "../columns.ts";
import { openLines } from "./open.ts";
import { printable } from "./printable.ts";

const columns = 100;
const mostChanges = 30;
const mostCrossings = 3;
const signs = { opened: "+", closed: "-", perhaps: "?" } as const;

/** The difference of two configurations, for a terminal: what opened first. */
export function comparisonText(found: FirewallComparison, lang: Lang): string {
  const { changes, changesMore, complete, everyInterface } = found;
  const shown = changes.slice(0, mostChanges);
  const left = changes.length - shown.length + changesMore;
  const lines = [
    ...(changes.length === 0 && complete && everyInterface
      ? [`✓ ${say(lang, "firewall.compare.same")}`]
      : []),
    ...shown.flatMap((change) => changeLines(change, lang)),
    ...(left > 0 ? [say(lang, "firewall.more", { count: left })] : []),
    ...(complete ? [] : wrap(say(lang, "firewall.compare.incomplete"), columns, "? ")),
    ...(everyInterface ? [] : wrap(say(lang, "firewall.compare.interfaces"), columns, "? ")),
  ];
  return `${printable(lines.join("\n"))}\n`;
}

function changeLines(change: ToldChange, lang: Lang): string[] {
  const { direction, open, openMore, example } = change;
  return [
    `${signs[direction]} ${say(lang, `firewall.compare.${direction}`)}${later(change, lang)}`,
    ...open.flatMap((each) => openLines(each, lang, columns, "    ")),
    ...(openMore > 0 ? [`    ${say(lang, "firewall.more", { count: openMore })}`] : []),
    `    ${say(lang, "firewall.example", { ...example })}`,
    ...(change.crossings ?? [])
      .slice(0, mostCrossings)
      .map((crossing) => crossingLine(crossing, lang)),
    sideLine(change, "before", lang),
    sideLine(change, "after", lang),
  ];
}

/** Whether it is about what follows on the first packet. */
function later({ phase }: ToldChange, lang: Lang): string {
  if (phase === "open") return "";
  const kind = phase === "data" ? "data" : "reply";
  return ` ${say(lang, `firewall.compare.phase.${kind}`)}`;
}

function crossingLine(
  { input, output }: NonNullable<ToldChange["crossings"]>[number],
  lang: Lang,
): string {
  const other = say(lang, "firewall.compare.other");
  const names = { input: input || other, output: output || other };
  const key = input === undefined ? "to" : output === undefined ? "from" : "between";
  return `    ${say(lang, `firewall.compare.${key}`, names)}`;
}

function sideLine(change: ToldChange, side: "before" | "after", lang: Lang): string {
  const { line, text } = change[side];
  const place =
    line === 0 ? say(lang, "firewall.line.default") : say(lang, "firewall.line", { line });
  return cut(`    ${say(lang, `firewall.compare.${side}`, { place, text })}`, columns).trimEnd();
}
