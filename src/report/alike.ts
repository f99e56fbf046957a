import type { EndpointResult, Reason } from "../evidence/report.ts";
import type { Guide } from "../guide/guide.ts";
import { duration } from "../text/fill.ts";
import { say } from "../text/say.ts";
import type { Lang } from "../text/words.ts";
import type { RowView } from "./row-view.ts";
import { reasonWords } from "./words.ts";

/** Rows that failed in the same way: one verdict, the same steps, the same reasons. */
export interface BlockView extends Pick<RowView, "mark" | "verdict" | "layers" | "because"> {
  rows: RowView[];
}

/** Gaps that hold a measurement: it differs from row to row and tells no two rows apart. */
const measured: Readonly<Record<string, (value: number, lang: Lang) => string>> = {
  ms: duration,
  openMs: duration,
  attempts: String,
  seconds: String,
};

/** What a name server says it says of each name it is asked for. */
function isAskedName(key: string, gap: string): boolean {
  return gap === "name" && key.startsWith("reason.dns.");
}

/** What a reason says apart from its measurements and the name that was asked for. */
function meaning({ key, with: given = {} }: Reason): string {
  const kept = Object.entries(given).filter(
    ([gap]) => !Object.hasOwn(measured, gap) && !isAskedName(key, gap),
  );
  return JSON.stringify([key, kept.sort()]);
}

/** Each reason once; where its measurements differ, the range of them; many names by the first. */
export function together(reasons: readonly Reason[], lang: Lang): Reason[] {
  return [...Map.groupBy(reasons, meaning).values()].map(([first, ...others]) => {
    if (!first?.with || others.length === 0) return first!;
    const all = [first, ...others];
    const gaps = Object.keys(first.with).map((gap) => [gap, rangeOf(gap, all, lang)]);
    return { key: first.key, with: Object.fromEntries(gaps) };
  });
}

function rangeOf(gap: string, reasons: readonly Reason[], lang: Lang): string | number {
  const values = reasons.flatMap(({ with: given }) => given?.[gap] ?? []);
  const numbers = values.filter((value) => typeof value === "number");
  if (isAskedName(reasons[0]!.key, gap)) {
    const [name, ...others] = new Set(values);
    return others.length > 0 ? say(lang, "ui.names.more", { name: name! }) : name!;
  }
  const print = measured[gap];
  if (!print || numbers.length < values.length) return values[0]!;
  const [from, to] = [Math.min(...numbers), Math.max(...numbers)];
  const [least, most] = [print(from, lang), print(to, lang)];
  return least === most ? to : `${least}–${most}`;
}

/** Rows that are not fine, together where they are alike, without reasons that were `said`. */
export function blocksOf(
  results: readonly EndpointResult[],
  rows: readonly RowView[],
  said: readonly Reason[],
  guide: Guide,
  lang: Lang,
): BlockView[] {
  const known = new Set(said.map(meaning));
  const reasonsOf = ({ because, decidedBy }: EndpointResult) =>
    [...because, ...(decidedBy ? [decidedBy] : [])].filter((each) => !known.has(meaning(each)));
  const bad = results
    .map((result, at) => ({ result, row: rows[at]! }))
    .filter(({ row }) => row.mark !== "ok")
    // Addresses that the guide does not know tell most, and stand where nothing is cut.
    .sort((a, b) => Number(a.row.documented) - Number(b.row.documented));
  const alike = Map.groupBy(bad, ({ result }) => {
    const { name, tcp, tls, app } = result.layers;
    const reasons = [...new Set(reasonsOf(result).map(meaning))];
    return JSON.stringify([result.verdict, result.documented, name, tcp, tls, app, reasons]);
  });
  return [...alike.values()].map((group) => {
    const { mark, verdict, layers } = group[0]!.row;
    const reasons = group.flatMap(({ result }) => reasonsOf(result));
    const because = together(reasons, lang).map((each) => reasonWords(each, guide, lang));
    return { mark, verdict, layers, because, rows: group.map(({ row }) => row) };
  });
}
