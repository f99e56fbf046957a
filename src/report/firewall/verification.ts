import type {
  ToldExcess,
  ToldFlow,
  ToldLine,
  Verification,
} from "../../firewall/verify/verification.ts";
import { say } from "../../text/say.ts";
import type { Lang } from "../../text/words.ts";
import { cut, table, wrap } from "../columns.ts";
import { openLines } from "./open.ts";
import { printable } from "./printable.ts";

const columns = 100;
const verdicts = ["denied", "partly", "undetermined", "permitted"] as const;
const signs = { denied: "✗", partly: "✗", undetermined: "?", permitted: "✓" } as const;
/** Rows of a list that are shown before the rest is only counted. */
const mostRows = 20;
const mostLines = 3;

/** What a configuration does with a guide's flows, for a terminal: what fails first, and why. */
export function verificationText(
  found: Verification,
  lang: Lang,
  { all }: { all: boolean },
): string {
  const sections = [
    headline(found, lang),
    ...verdicts.map((verdict) => flowsOf(found, verdict, lang, all)),
    fixOf(found, lang),
    excessOf(found, lang),
    shadowedOf(found, lang),
    notUnderstood(found, lang),
    [
      ...found.assumptions.flatMap(({ key, values }) =>
        wrap(say(lang, key, values), columns, "※ "),
      ),
      `※ ${say(lang, "firewall.today", { today: found.today })}`,
    ],
  ];
  const text = sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
  return `${printable(text)}\n`;
}

function headline({ vendor, guide, sources, flows }: Verification, lang: Lang): string[] {
  const count = flows.length;
  const untold = flows.filter(({ verdict }) => verdict === "undetermined").length;
  const bad = flows.filter(({ verdict }) => verdict !== "permitted").length - untold;
  const head =
    bad > 0
      ? `✗ ${say(lang, "firewall.not-all-permitted", { count, bad })}`
      : untold > 0
        ? `? ${say(lang, "firewall.not-all-told", { count, untold })}`
        : `✓ ${say(lang, "firewall.all-permitted", { count })}`;
  const of = say(lang, "firewall.of", {
    vendor,
    guide: `${guide.id}@${guide.edition}`,
    sources: sources.join(", "),
  });
  const counts = verdicts
    .map((verdict) => ({ verdict, count: flows.filter((flow) => flow.verdict === verdict).length }))
    .filter((each) => each.count > 0)
    .map((each) =>
      say(lang, "firewall.count", {
        verdict: say(lang, `firewall.verdict.${each.verdict}`),
        count: each.count,
      }),
    );
  return [head, ...wrap(of, columns, "  "), `  ${counts.join(" · ")}`];
}

/** Flows that fare alike for the same lines stand together. */
function flowsOf(
  { flows }: Verification,
  verdict: (typeof verdicts)[number],
  lang: Lang,
  all: boolean,
): string[] {
  const own = flows.filter((flow) => flow.verdict === verdict);
  if (own.length === 0) return [];
  if (verdict === "permitted" && !all) {
    return [`${signs.permitted} ${say(lang, "firewall.permitted.these", { count: own.length })}`];
  }
  const groups = Map.groupBy(own, (flow) => `${reasonKey(flow)} ${JSON.stringify(flow.crossing)}`);
  return [...groups.values()].flatMap((group) => [
    ...rowsOf(group, verdict, lang),
    ...becauseOf(group[0]!, lang).map((line) => `      ${line}`),
  ]);
}

function reasonKey({ decidedBy, impossible, parts }: ToldFlow): string {
  // Flows differ in their ports by nature; what matters is who is kept out.
  const sources = parts?.map(({ sets }) => sets.map((set) => [set.sources, set.sourcePorts]));
  return JSON.stringify([decidedBy, impossible, sources]);
}

function rowsOf(group: ToldFlow[], verdict: (typeof verdicts)[number], lang: Lang): string[] {
  const word = say(lang, `firewall.verdict.${verdict}`);
  return table(
    group.map(({ host, address, port, transport }) => [
      `${signs[verdict]} ${word}`,
      host,
      address === "" ? `${port}/${transport}` : `${address}:${port}/${transport}`,
    ]),
  );
}

function becauseOf(flow: ToldFlow, lang: Lang): string[] {
  const { decidedBy, counterexample, impossible, parts } = flow;
  const lines = decidedBy.slice(0, mostLines).map((line) => lineOf(line, lang));
  const rest = decidedBy.length - mostLines;
  if (rest > 0) lines.push(say(lang, "firewall.more", { count: rest }));
  if (impossible) lines.push(say(lang, `firewall.impossible.${impossible}`));
  if (flow.verdict === "partly" && parts) lines.push(shareOf(parts, lang));
  if (counterexample) lines.push(say(lang, "firewall.example", { ...counterexample }));
  if (flow.dependsOnCrossing) lines.push(say(lang, "firewall.crossing.open"));
  return lines;
}

function shareOf(parts: NonNullable<ToldFlow["parts"]>, lang: Lang): string {
  const permitted = parts
    .filter(({ verdict }) => verdict === "permitted")
    .reduce((sum, { share }) => sum + share, 0);
  const missing = parts.filter(({ verdict }) => verdict !== "permitted");
  const sources = [...new Set(missing.flatMap(({ sets }) => sets.flatMap((set) => set.sources)))];
  const shown = sources.slice(0, mostLines).join(", ");
  return say(lang, "firewall.share", {
    // Rounding must not turn "almost all" into all.
    percent: Math.floor(permitted * 1000) / 10,
    sources: sources.length > mostLines ? `${shown}, …` : shown,
  });
}

function lineOf({ line, text, phase, unknown }: ToldLine, lang: Lang): string {
  const reply = phase === "open" ? "" : ".reply";
  const place =
    line === 0
      ? say(lang, `firewall.line.default${reply}`)
      : say(lang, `firewall.line${reply}`, { line });
  const why = unknown ? `[${say(lang, `firewall.unknown.${unknown.code}`)}: ${unknown.what}] ` : "";
  return cut(`${place}  ${why}${text}`.trimEnd(), columns);
}

function fixOf({ fix, flows }: Verification, lang: Lang): string[] {
  if (!fix) return [];
  const count = flows.filter(({ verdict }) => verdict === "undetermined").length;
  const untold =
    count > 0 ? wrap(say(lang, "firewall.fix.undetermined", { count }), columns, "  ") : [];
  const places = fix.places.map(({ line, text, before, chain, written }) => {
    const kind = `${before ? "before" : "end"}${written ? ".written" : ""}`;
    return say(lang, `firewall.fix.${kind}`, { line, text: cut(text, 50), chain });
  });
  return [
    say(lang, "firewall.fix.title"),
    ...places.flatMap((place) => wrap(place, columns, "  ")),
    ...wrap(
      say(lang, fix.proved ? "firewall.fix.proved" : "firewall.fix.not-proved"),
      columns,
      "  ",
    ),
    ...untold,
    "",
    ...fix.text.trimEnd().split("\n"),
    ...fix.needsPerson.map(({ host, key }) => `  ${say(lang, key, { host })}`),
  ];
}

function excessOf({ audited, excess, counts }: Verification, lang: Lang): string[] {
  if (audited === "none") return [];
  const unsure = counts.complete ? [] : [say(lang, "firewall.excess.incomplete")];
  if (excess.length === 0) return counts.complete ? [say(lang, "firewall.excess.none")] : unsure;
  const rows = excess.slice(0, mostRows).flatMap((entry) => excessLines(entry, lang));
  const left = counts.excessive + counts.undecided - Math.min(excess.length, mostRows);
  if (left > 0) rows.push(`  ${say(lang, "firewall.more", { count: left })}`);
  return [say(lang, "firewall.excess.title"), ...rows, ...unsure];
}

function excessLines(entry: ToldExcess, lang: Lang): string[] {
  const { line, text, open, certainty, counterexample } = entry;
  const place = placeOf(line, lang);
  const sure = certainty === "certain" ? "" : `[${say(lang, `firewall.excess.${certainty}`)}] `;
  return [
    cut(`  ${place}  ${sure}${text}`, columns),
    ...open.slice(0, mostLines).flatMap((each) => openLines(each, lang, columns, "      ")),
    ...(open.length > mostLines
      ? [`      ${say(lang, "firewall.more", { count: open.length - mostLines })}`]
      : []),
    ...(counterexample ? [`      ${say(lang, "firewall.example", { ...counterexample })}`] : []),
  ];
}

function shadowedOf({ shadowed, counts }: Verification, lang: Lang): string[] {
  if (shadowed.length === 0) return [];
  const rows = shadowed.slice(0, mostRows).map(({ kind, line, by }) => {
    const lines = by.map((each) => placeOf(each.line, lang)).join(", ");
    return `  ${say(lang, `firewall.shadowed.${kind}`, { line: placeOf(line, lang), by: lines })}`;
  });
  const left = counts.shadowed + counts.redundant - Math.min(shadowed.length, mostRows);
  if (left > 0) rows.push(`  ${say(lang, "firewall.more", { count: left })}`);
  return [say(lang, "firewall.shadowed.title"), ...rows];
}

/** A default stands in no line. */
function placeOf(line: number, lang: Lang): string {
  return line === 0 ? say(lang, "firewall.line.default") : say(lang, "firewall.line", { line });
}

function notUnderstood(found: Verification, lang: Lang): string[] {
  if (found.notUnderstood.length === 0) return [];
  const rows = found.notUnderstood
    .slice(0, mostRows)
    .map(({ line, text }) => cut(`  ${say(lang, "firewall.line", { line })}  ${text}`, columns));
  return [say(lang, "firewall.not-understood.title"), ...rows];
}
