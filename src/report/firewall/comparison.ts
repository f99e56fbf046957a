import type { FirewallComparison, ToldChange } from "../../firewall/verify/comparison.ts";
import { say } from "../../text/say.ts";
import type { Lang } from "../../text/words.ts";
import { cut } from "../columns.ts";
import { openLines } from "./open.ts";

const columns = 100;
const mostChanges = 30;
const signs = { opened: "+", closed: "-", perhaps: "?" } as const;

/** The difference of two configurations, for a terminal: what opened first. */
export function comparisonText(found: FirewallComparison, lang: Lang): string {
  const { changes, changesMore, complete } = found;
  const shown = changes.slice(0, mostChanges);
  const left = changes.length - shown.length + changesMore;
  const lines = [
    ...(changes.length === 0 && complete ? [`✓ ${say(lang, "firewall.compare.same")}`] : []),
    ...shown.flatMap((change) => changeLines(change, lang)),
    ...(left > 0 ? [say(lang, "firewall.more", { count: left })] : []),
    ...(complete ? [] : [`? ${say(lang, "firewall.compare.incomplete")}`]),
  ];
  return `${lines.join("\n")}\n`;
}

function changeLines(change: ToldChange, lang: Lang): string[] {
  const { direction, open, openMore, example } = change;
  return [
    `${signs[direction]} ${say(lang, `firewall.compare.${direction}`)}`,
    ...open.flatMap((each) => openLines(each, lang, columns, "    ")),
    ...(openMore > 0 ? [`    ${say(lang, "firewall.more", { count: openMore })}`] : []),
    `    ${say(lang, "firewall.example", { ...example })}`,
    sideLine(change, "before", lang),
    sideLine(change, "after", lang),
  ];
}

function sideLine(change: ToldChange, side: "before" | "after", lang: Lang): string {
  const { line, text } = change[side];
  const place =
    line === 0 ? say(lang, "firewall.line.default") : say(lang, "firewall.line", { line });
  return cut(`    ${say(lang, `firewall.compare.${side}`, { place, text })}`, columns);
}
